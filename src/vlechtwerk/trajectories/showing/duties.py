"""What is owed in a trajectory, by whom, and what the visitor can do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.assessment import Assessment, Obligation, State
from vlechtwerk.rules.roles import Role, acts_as
from vlechtwerk.trajectories.showing.words import role_label
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Action, Due, Why

SETTLED_BY: Mapping[str, str] = {
    "first_meeting": "first_meeting",
    "start_confirmation": "start_confirmed",
    "plan_upload": "plan_uploaded",
    "first_action": "action_started",
    "evaluation": "evaluation_held",
    "final_report": "final_report_registered",
    "closing_registrations": "final_advice_registered",
    "block_access": "access_blocked",
    "intake_notice": "intake_notified",
    "three_way_meeting": "three_way_meeting",
    "mediation_request": "mediation_requested",
    "delay_note": "delay_noted",
    "mediation_start": "mediation_started",
    "immediate_internship": "action_started",
    "maximum_approaching": "final_advice_registered",
    "target_duration": "final_advice_registered",
    "closing_reserve": "last_report_registered",
    "icf_at_stop": "icf_completed",
    "welfare_review": "welfare_reviewed",
}
"""The event with which something owed is done."""

BY_THE_CLIENT = {"start_confirmation": gettext_lazy("confirm that you start the trajectory")}
"""What the team sees to and the client does, in words for the client."""

TO_DO = (State.LATE, State.OPEN)
DONE = (State.MET, State.MET_LATE)


@dataclass(frozen=True)
class Duties:
    """What is owed in a trajectory, in the order in which it is shown. Signals stand apart while they ask attention."""

    to_do: tuple[Due, ...]
    done: tuple[Due, ...]
    lapsed: tuple[Due, ...]
    signals: tuple[Due, ...]


def duties(assessment: Assessment, capacities: frozenset[Role], actions: Mapping[str, Action]) -> Duties:
    """Everything owed on the day of the assessment; `actions` are the events that the visitor may record, by name."""
    covered, first = covered_by(capacities), _first_of_each(assessment)

    def shown(obligations: Iterable[Obligation], *states: State) -> tuple[Due, ...]:
        return tuple(
            _due(one, assessment, covered, actions if one in first else {})
            for one in obligations
            if one.state in states
        )

    everything = sorted((*assessment.obligations, *assessment.signals), key=lambda one: one.by)
    return Duties(
        to_do=shown(assessment.obligations, *TO_DO),
        done=shown(everything, *DONE),
        lapsed=shown(everything, State.LAPSED),
        signals=shown(assessment.signals, *TO_DO),
    )


def duties_of_client(assessment: Assessment) -> tuple[list[Due], list[Due]]:
    """What is still to be done in the own trajectory: by the client, and by others."""
    mine: list[Due] = []
    of_others: list[Due] = []
    for one in assessment.obligations:
        if one.state not in TO_DO:
            continue
        due = _due(one, assessment, frozenset({Role.CLIENT}), {})
        if one.rule.what in BY_THE_CLIENT:
            what, owner = str(BY_THE_CLIENT[one.rule.what]), role_label(Role.CLIENT)
            mine.append(replace(due, what=what, owner=owner, mine=True))
        else:
            (mine if due.mine else of_others).append(due)
    return mine, of_others


@cache
def covered_by(capacities: frozenset[Role]) -> frozenset[Role]:
    """Everybody for whom somebody with these capacities acts: a case manager acts for the team too."""
    return frozenset[Role]().union(*(acts_as(one) for one in capacities))


def obligation_label(what: str, number: int, *, numbered: bool) -> str:
    """What is owed, with its number where there are several: "hold an interim evaluation (no. 2)"."""
    text = label("obligation", what)
    return _("%(what)s (no. %(number)s)") % {"what": text, "number": number} if numbered else text


def is_numbered(obligation: Obligation, assessment: Assessment) -> bool:
    """Whether there are several obligations of this kind."""
    kinds = [one.rule.what for one in (*assessment.obligations, *assessment.signals)]
    return kinds.count(obligation.rule.what) > 1


def reason_of(obligation: Obligation) -> Why:
    """Why something is owed by its date; where the source can be read in two ways, the other date too."""
    told = why(obligation.rule, obligation.due.by)
    other = obligation.due.other_reading
    if other is None or other.on == obligation.by:
        return told
    step = _("The source can also be read otherwise; then it is %(day)s.") % {"day": long_date(other.on)}
    return replace(told, steps=(*told.steps, step))


def _first_of_each(assessment: Assessment) -> list[Obligation]:
    """What is still to be done, without what waits until something of the same kind is done first."""
    found: dict[str, Obligation] = {}
    for one in (*assessment.obligations, *assessment.signals):
        if one.state in TO_DO:
            found.setdefault(one.rule.what, one)
    return list(found.values())


def _due(one: Obligation, assessment: Assessment, covered: frozenset[Role], actions: Mapping[str, Action]) -> Due:
    action = actions.get(SETTLED_BY[one.rule.what])
    return Due(
        what=obligation_label(one.rule.what, one.due.number, numbered=is_numbered(one, assessment)),
        owner=role_label(one.rule.owner) if one.rule.owner else "",
        by=one.by,
        state=one.state.value,
        days_left=(one.by - assessment.on).days,
        done=one.due.done,
        why=reason_of(one),
        mine=one.rule.owner in covered,
        action=replace(action, label=_("record")) if action else None,
    )
