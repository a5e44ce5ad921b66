"""What may happen now in a trajectory: what the visitor can record, what others can, and what is not possible and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.recorders import RECORDERS
from vlechtwerk.rules.assessment import Assessment, Obligation, Refusal
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing import guided
from vlechtwerk.trajectories.showing.duties import SETTLED_BY, TO_DO, covered_by
from vlechtwerk.trajectories.showing.words import event_label, role_label
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.shapes import Action, Blocked, Fact

ANY_EVENT = "any-event"
NAMED = 5
"""How many things that are not possible for the same reason are named at once."""


@dataclass(frozen=True)
class Possible:
    """What may happen now. `mine` is by the name of the event, what is owed first on top; `others` by who they are."""

    mine: Mapping[str, Action]
    others: tuple[Fact, ...]
    blocked: tuple[Blocked, ...]


def possible(found: Trajectory, assessment: Assessment) -> Possible:
    """What may happen on the day of the assessment."""
    recordable = [name for name in assessment.allowed if may_record(name, found.capacities)]
    return Possible(
        mine=_actions(found, assessment, recordable),
        others=_by_others(found, [name for name in assessment.allowed if name not in recordable]),
        blocked=blocked(assessment.blocked),
    )


def may_record(name: str, capacities: frozenset[Role]) -> bool:
    """Whether somebody with these capacities in the file may record such an event."""
    return not RECORDERS[EVENTS[name]].isdisjoint(covered_by(capacities))


def blocked(refusals: Iterable[Refusal]) -> tuple[Blocked, ...]:
    """What is not possible; events with the same reasons stand together."""
    together: dict[object, list[Refusal]] = {}
    for refusal in refusals:
        together.setdefault(_key(refusal.reasons), []).append(refusal)
    return tuple(_blocked([event_label(one.event) for one in alike], alike[0]) for alike in together.values())


def _blocked(labels: list[str], refusal: Refusal) -> Blocked:
    """Things that are not possible for the same reasons; of many only the first are named at once."""
    against = reasons(refusal.reasons)
    if len(labels) <= NAMED:
        return Blocked(", ".join(labels), against)
    told = {"some": ", ".join(labels[: NAMED - 1]), "num": len(labels) - NAMED + 1}
    return Blocked(_("%(some)s and %(num)s more") % told, against, tuple(labels))


def _key(against: Iterable[Against]) -> object:
    """What tells reasons apart: the rules, with what is missing for each of them."""
    return frozenset((one.rule.id, one.rule.norm, one.shortfall) for one in against)


def _actions(found: Trajectory, assessment: Assessment, names: list[str]) -> dict[str, Action]:
    """A button for each event; those that settle something owed come first, in order of its date, the first one primary."""
    owed: dict[str, Obligation] = {}
    for one in (*assessment.obligations, *assessment.signals):
        if one.state in TO_DO:
            owed.setdefault(SETTLED_BY[one.rule.what], one)
    by_date = sorted((name for name in names if name in owed), key=lambda name: owed[name].by)
    # The address is looked up once: that takes longer than everything else about a button.
    address = reverse("record_event", args=[found.case.pk, ANY_EVENT])
    buttons = {
        name: Action(event_label(name), guided.address(found, name, address.replace(ANY_EVENT, name)))
        for name in dict.fromkeys((*by_date, *names))
    }
    if by_date:
        buttons[by_date[0]] = replace(buttons[by_date[0]], primary=True)
    return buttons


def _by_others(found: Trajectory, names: Iterable[str]) -> tuple[Fact, ...]:
    """What others can record, by who they are."""
    by: dict[str, list[str]] = {}
    for name in names:
        by.setdefault(_who(name, found.involved), []).append(event_label(name))
    return tuple(Fact(who, ", ".join(events)) for who, events in by.items())


def _who(name: str, involved: Iterable[Involvement]) -> str:
    """The capacities that record an event, each with who has it in this file."""
    names: dict[str, list[str]] = {}
    for one in involved:
        names.setdefault(one.capacity, []).append(one.position.account.name)
    recorders = sorted(RECORDERS[EVENTS[name]])
    present = [role for role in recorders if role in names]
    return "; ".join(": ".join([role_label(role), *_joined(names.get(role))]) for role in present or recorders)


def _joined(names: list[str] | None) -> list[str]:
    return [", ".join(names)] if names else []
