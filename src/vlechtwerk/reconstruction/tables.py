"""The reconstruction as tables of words: the same ones stand on the page and in the report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.dossier import words
from vlechtwerk.history.models import Event
from vlechtwerk.reconstruction.queries import Reconstruction
from vlechtwerk.rules import kernel
from vlechtwerk.rules.assessment import Obligation, State, Status
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories.showing.duties import is_numbered, obligation_label
from vlechtwerk.trajectories.showing.timeline import recorded
from vlechtwerk.trajectories.showing.words import event_label, role_label, told
from vlechtwerk.ui.environment import label, long_date

PLAN = ("plan_signed", "plan_uploaded", "plan_approved", "plan_returned", "delay_noted")
EVALUATIONS = ("evaluation_held",)
BEFORE = (
    *("referred", "intake_notified", "first_meeting", "three_way_meeting", "start_confirmed", "start_refused"),
    *("mediation_requested", "mediation_started"),
)
"""What happened before there was something to carry out; the rest is about actions and what came of them."""
Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A part of the reconstruction. `empty` is what stands there when it has no rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str


def tables(found: Reconstruction) -> tuple[Table, ...]:
    """Every part, in the order in which it is read."""
    return tuple(make(found) for make in PARTS)


def _statuses(found: Reconstruction) -> Table:
    rows = ((long_date(one.since), _status(one)) for one in found.statuses if one.since)
    return Table(_("Statuses"), (_("since"), _("status")), tuple(rows), _("No status was known yet."))


def _terms(found: Reconstruction) -> Table:
    rows = (
        (
            _name(found, one),
            role_label(one.rule.owner) if one.rule.owner else "",
            long_date(one.by),
            long_date(one.due.done) if one.due.done else "–",
            difference(one, found.on),
            one.rule.id,
        )
        for one in _owed(found)
    )
    columns = (_("what"), _("who"), _("due on"), _("done on"), _("early or late"), _("rule"))
    return Table(_("Terms and their follow-up"), columns, tuple(rows), _("Nothing was owed yet."))


def _plan(found: Reconstruction) -> Table:
    return _happened(found, _("Versions of the plan"), lambda name: name in PLAN, _("No plan was signed yet."))


def _evaluations(found: Reconstruction) -> Table:
    empty = _("No evaluation was held yet.")
    return _happened(found, _("Evaluations"), lambda name: name in EVALUATIONS, empty)


def _actions(found: Reconstruction) -> Table:
    others = (*PLAN, *EVALUATIONS, *BEFORE)
    empty = _("No action had started yet.")
    return _happened(found, _("Actions and their results"), lambda name: name not in others, empty)


def _people(found: Reconstruction) -> Table:
    rows = (
        (
            sentence(role_label(one.capacity)),
            one.position.account.name,
            one.position.organisation.name,
            long_date(one.from_on),
            long_date(end) if (end := localtime(one.until_at).date() if one.until_at else one.until_on) else "–",
        )
        for one in found.involved
    )
    columns = (_("function"), _("name"), _("organisation"), _("since"), _("ended on"))
    return Table(_("Who took part in the file"), columns, tuple(rows), _("Nobody took part on this day."))


def _access(found: Reconstruction) -> Table:
    rows = (
        (
            sentence(words.part_name(one.compartment)),
            f"{one.involvement.position.account.name} ({role_label(one.involvement.capacity)})",
            words.may(one.verbs),
            long_date((one.grant or one.involvement).from_on),
        )
        for one in found.access
    )
    columns = (_("part"), _("who"), _("may"), _("since"))
    empty = _("You see here who had access to the parts of the confidential file when a part is open to you.")
    return Table(_("Who had access to the confidential file"), columns, tuple(rows), empty)


def _in_order(found: Reconstruction) -> Table:
    lines = sorted([*_status_lines(found), *_event_lines(found), *_term_lines(found)], key=lambda one: one[0])
    rows = tuple((long_date(day), *rest) for day, *rest in lines)
    columns = (_("day"), _("kind"), _("what"), _("details"))
    return Table(_("Everything in order of date"), columns, rows, _("Nothing had happened yet."))


PARTS: Sequence[Callable[[Reconstruction], Table]] = (
    _statuses,
    _terms,
    _plan,
    _evaluations,
    _actions,
    _people,
    _access,
    _in_order,
)


def difference(one: Obligation, on: date) -> str:
    """How many days early or late something was done; of what was not done, how it stood on a day."""
    if one.due.done:
        days = (one.due.done - one.by).days
        return _("on the day itself") if not days else _early(-days) if days < 0 else _late(days)
    if one.state is State.LATE:
        return _("%(late)s, not done") % {"late": _late((on - one.by).days)}
    return label("obligation_state", one.state.value)


def _early(days: int) -> str:
    return ngettext("%(num)s day early", "%(num)s days early", days) % {"num": days}


def _late(days: int) -> str:
    return ngettext("%(num)s day late", "%(num)s days late", days) % {"num": days}


def _status(status: Status) -> str:
    reason = f" ({label('end_reason', status.reason)})" if status.reason else ""
    return sentence(label("status", str(status.code)) + reason)


def _owed(found: Reconstruction) -> list[Obligation]:
    both = (*found.assessment.obligations, *found.assessment.signals)
    return sorted(both, key=lambda one: one.by)


def _name(found: Reconstruction, one: Obligation) -> str:
    return sentence(obligation_label(one.rule.what, one.due.number, numbered=is_numbered(one, found.assessment)))


def _rows(found: Reconstruction) -> Iterator[tuple[Event, kernel.Event]]:
    """What had happened by the day, as it is stored and as the rules take it."""
    both = zip(found.trajectory.standing, found.trajectory.events, strict=True)
    return ((row, event) for row, event in both if event.on <= found.on)


def _details(found: Reconstruction, event: kernel.Event) -> str:
    return told(event, causes=found.trajectory.hears_causes)


def _happened(found: Reconstruction, title: str, belongs: Callable[[str], bool], empty: str) -> Table:
    rows = (
        (long_date(row.on), sentence(event_label(row.name)), _details(found, event), recorded(row))
        for row, event in _rows(found)
        if belongs(row.name)
    )
    return Table(title, (_("day"), _("what"), _("details"), _("recorded")), tuple(rows), empty)


def _status_lines(found: Reconstruction) -> Iterable[tuple[date, str, str, str]]:
    return ((one.since, _("status"), _status(one), "") for one in found.statuses if one.since)


def _event_lines(found: Reconstruction) -> Iterable[tuple[date, str, str, str]]:
    rows = _rows(found)
    return ((row.on, _("event"), sentence(event_label(row.name)), _details(found, event)) for row, event in rows)


def _term_lines(found: Reconstruction) -> Iterable[tuple[date, str, str, str]]:
    for one in _owed(found):
        done = _("done on %(day)s") % {"day": long_date(one.due.done)} if one.due.done else ""
        details = ", ".join(part for part in (done, difference(one, found.on)) if part)
        yield one.by, _("term"), _name(found, one), details
