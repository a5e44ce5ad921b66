"""What an event of the procedure does to who takes part in the file: one table, each line with the entry that asks it.

The table tells; `history.following` carries it out in the transaction that records the event. What people decide about each
other's place stands in `sharing.places`, `sharing.handing_over`, `sharing.standing_in` and `sharing.leaving`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice, Attendance
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import InvolvementReason, SignalKind


class Effect(StrEnum):
    """What happens to a capacity.

    becomes   whoever has it goes on in another capacity;
    takes     whoever has it gets another capacity too, which ends for whoever had that one;
    owns      whoever has it owns the file from that day and gives others access;
    calls     the only person of the region with this role takes part; of several, somebody of the team names one;
    asks      whoever has it finds a task on the own list (`signal`), until what it asks is recorded;
    settles   what `signal` asked is recorded, and leaves the lists;
    ends      whoever was called goes;
    shuts     nobody of the professionals has access any more.
    """

    BECOMES = "becomes"
    TAKES = "takes"
    OWNS = "owns"
    CALLS = "calls"
    ASKS = "asks"
    SETTLES = "settles"
    ENDS = "ends"
    SHUTS = "shuts"


def _always(_event: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what an event does to a capacity, and the entry of the register that says so.

    `then` is the capacity that follows, `reason` why somebody who is called takes part, `signal` what is asked; `when`
    narrows the event down.
    """

    rule: str
    event: type[Event]
    effect: Effect
    capacity: Role
    then: Role | None = None
    reason: InvolvementReason = InvolvementReason.REFERRAL
    when: Callable[[Any], bool] = _always
    signal: SignalKind | None = None


def _attended(event: e.FirstMeeting) -> bool:
    return event.attendance is Attendance.PRESENT


def _welfare(event: e.MediationAdviceRegistered) -> bool:
    return event.advice is Advice.WELFARE


def _not_welfare(event: e.MediationAdviceRegistered) -> bool:
    return not _welfare(event)


FOLLOWER, PROJECT = Role.PROJECT_FOLLOWER, InvolvementReason.PROJECT
WORK, SCREENING = Role.WORK_CASE_MANAGER, Role.DGS
TABLE: tuple[Line, ...] = (
    Line("AT-079", e.Referred, Effect.BECOMES, Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR),
    Line("AT-077", e.FirstMeeting, Effect.OWNS, Role.WORK_CASE_MANAGER, when=_attended),
    Line("AT-070", e.MediationRequested, Effect.CALLS, FOLLOWER, reason=PROJECT),
    Line("AT-112", e.PlanUploaded, Effect.CALLS, Role.NETWORK_COORDINATOR, reason=InvolvementReason.PLAN_UPLOADED),
    Line("AT-113", e.PlanUploaded, Effect.ASKS, Role.NETWORK_COORDINATOR, signal=SignalKind.PLAN_UPLOADED),
    Line("AT-228", e.ExtensionRequested, Effect.CALLS, FOLLOWER, reason=PROJECT),
    Line("AT-221", e.ExtensionDecided, Effect.ENDS, FOLLOWER, reason=PROJECT),
    Line("AT-232", e.StopRequested, Effect.CALLS, FOLLOWER, reason=PROJECT),
    Line("AT-233", e.StopDecided, Effect.ENDS, FOLLOWER, reason=PROJECT),
    Line("AT-218", e.MediationAdviceRegistered, Effect.ASKS, WORK, when=_welfare, signal=SignalKind.WELFARE_REGISTERED),
    *(
        Line("AT-219", e.MediationAdviceRegistered, Effect.ASKS, role, when=_welfare, signal=SignalKind.HAND_OVER_OPEN)
        for role in (SCREENING, WORK, Role.NETWORK_COORDINATOR)
    ),
    Line("AT-211", e.MediationAdviceRegistered, Effect.SETTLES, SCREENING, signal=SignalKind.ADVICE_ASKED),
    Line("AT-216", e.MediationAdviceRegistered, Effect.ENDS, SCREENING, reason=PROJECT, when=_not_welfare),
    Line("AT-241", e.AccessBlocked, Effect.SHUTS, Role.WORK_CASE_MANAGER),
)
"""Everything that an event does by itself. That the work case manager reads from the referral on (AT-051) is told when the
file is opened: the mediator names the one with whom the first appointment is planned (`sharing.actions.open_file`)."""
NAMED_AFTER_THE_NOTE = Line(
    "AT-218", e.MediationAdviceRegistered, Effect.TAKES, SCREENING, Role.TRUSTED_ADVISOR, PROJECT, _welfare
)
"""What the researcher of the screening service does after an advice Welfare, once a note told the trusted advisor of it."""
ASKED_OF_SCREENING = Line("AT-216", e.MediationAdviceRegistered, Effect.CALLS, SCREENING, reason=PROJECT)
"""What a request for an advice Welfare does, before anything is registered."""
TO_NAME: Mapping[Role, SignalKind] = {
    FOLLOWER: SignalKind.FOLLOWER_TO_NAME,
    SCREENING: SignalKind.RESEARCHER_TO_NAME,
}
"""Whom the work case manager names when the region has not exactly one of them, with the task that asks it."""
TAKEN_AWAY = frozenset(line.event for line in TABLE if line.effect in {Effect.BECOMES, Effect.ENDS, Effect.SHUTS})
"""The events that may end the access of who records them."""


def lines_for(event: Event) -> Iterator[Line]:
    """The lines of the table that an event answers to."""
    return (line for line in TABLE if isinstance(event, line.event) and line.when(event))


def owned_from(events: Iterable[Event]) -> date | None:
    """The day from which the work case manager owns the file; None when that day has not come."""
    return min(
        (event.on for event in events if any(one.effect is Effect.OWNS for one in lines_for(event))), default=None
    )


def called(events: Iterable[Event], capacity: Role) -> bool:
    """Whether something happened that calls for a capacity."""
    lines = (line for event in events for line in lines_for(event))
    return any(line.effect is Effect.CALLS and line.capacity is capacity for line in lines)
