"""Who hears of a report on the own list, and which task it ends, when it is written for the first time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vlechtwerk.history.following import follow
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.kinds import HEAR_OF_A_DELAY, ReportKind
from vlechtwerk.rules.activation.duties.work_providers import Situation
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.following import NAMED_AFTER_THE_NOTE
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.signals import end_signals, raise_signal

DUE = "due_on"
"""The part of a report with the day by which something is asked."""
WORK = Role.WORK_CASE_MANAGER


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears of a report: each of these groups gets a signal of a kind of its own, by a day when the report names one."""

    kind: SignalKind
    groups: tuple[frozenset[Role], ...]


TELLS: Mapping[ReportKind, tuple[Told, ...]] = {
    ReportKind.SITUATION: (Told(SignalKind.SITUATION_TOLD, (CASE_MANAGERS,)),),
    ReportKind.DELAY: (Told(SignalKind.DELAY_TOLD, tuple(frozenset({role}) for role in sorted(HEAR_OF_A_DELAY))),),
    ReportKind.NEED_OUTCOME: (Told(SignalKind.NEED_DECIDED, (frozenset({Role.WORK_PROVIDER}),)),),
    ReportKind.INFORMATION_REQUEST: (Told(SignalKind.INFORMATION_ASKED, (frozenset({Role.WORK_PROVIDER}),)),),
    ReportKind.INFORMATION: (Told(SignalKind.INFORMATION_GIVEN, (CASE_MANAGERS,)),),
    ReportKind.INTERNSHIP_OFF: (
        Told(SignalKind.INTERNSHIP_OFF, (frozenset({WORK}),)),
        Told(SignalKind.PROVIDER_TO_REPLACE, (frozenset({Role.NETWORK_COORDINATOR}),)),
    ),
    ReportKind.NO_INTERNSHIP: (Told(SignalKind.NO_INTERNSHIP_TOLD, (frozenset({Role.NETWORK_COORDINATOR}),)),),
    ReportKind.CARD_DECISION: (Told(SignalKind.CARD_DECIDED, (frozenset({WORK}),)),),
    ReportKind.WELFARE_NOTE: (
        Told(SignalKind.WELFARE_NOTED, (frozenset({Role.TRUSTED_ADVISOR}),)),
        Told(SignalKind.ADVISOR_TO_CHANGE, (frozenset({Role.DGS}),)),
    ),
}
"""Who hears of what. A further bus card and an extra need depend on more; see `tells`."""
ENDS: Mapping[ReportKind, SignalKind] = {
    ReportKind.NEED_OUTCOME: SignalKind.NEED_TOLD,
    ReportKind.INFORMATION: SignalKind.INFORMATION_ASKED,
    ReportKind.CARD_DECISION: SignalKind.CARD_ASKED,
    ReportKind.WELFARE_NOTE: SignalKind.WELFARE_REGISTERED,
    ReportKind.ADVISOR_CHANGE: SignalKind.ADVISOR_TO_CHANGE,
    ReportKind.WELFARE_HAND_OVER: SignalKind.HAND_OVER_OPEN,
}
"""The task that each kind ends."""
FURTHER = "further"
"""The part of a request for a bus card that tells that there was one before (AT-198)."""


def tells(kind: ReportKind, told: Mapping[str, str]) -> Iterable[Told]:
    """Who hears of a report with these parts: an extra need and a further card are tasks, for they wait for an outcome."""
    if kind is ReportKind.SITUATION and told.get("situation") == Situation.NEED:
        return (Told(SignalKind.NEED_TOLD, (CASE_MANAGERS,)),)
    if kind is ReportKind.BUS_CARD and FURTHER in told:
        return (Told(SignalKind.CARD_ASKED, (frozenset({Role.TRUSTED_ADVISOR}),)),)
    return TELLS.get(kind, ())


def pass_on(case: Case, kind: ReportKind, told: Mapping[str, str], *, on: date, by: Position) -> None:
    """Tell who has to hear of a new report about a day, and end the task that it fulfils, in the transaction of the report.

    Nobody hears again of what is only put in other words; what a report asks whenever it is written is in `reports.tasks`.
    """
    if kind in ENDS:
        end_signals(case.file_id, ENDS[kind], by=by, due_on=_day(told.get(DUE)))
    due_on = _day(told.get(DUE)) if kind is ReportKind.INFORMATION_REQUEST else None
    for one in tells(kind, told):
        for group in one.groups:
            raise_signal(case.file_id, one.kind, group, due_on=due_on)
    if kind is ReportKind.ADVISOR_CHANGE:
        follow(case, on, [NAMED_AFTER_THE_NOTE], by=by)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
