"""Work providers: access, registrations, notes, meetings and the notices they owe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.calendar import Term, calendar_days, months
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role

NOTE_INTERVAL = calendar_days(30)
MEETING_INTERVAL = months(7)


@dataclass(frozen=True)
class WorkAction:
    """A work action: whether it must be registered in the career file, when that was done and when the action ended."""

    must_be_registered: bool
    registered_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class InformationRequest:
    """A question of the case managers to a provider: the agreed day and the day of delivery."""

    due_on: date
    delivered_on: date | None = None


class Situation(StrEnum):
    """The situations of which a work provider tells the case managers as soon as possible."""

    NEED = "need"
    SHORTCOMING = "shortcoming"
    INTERRUPTION = "interruption"
    UNFEASIBLE = "unfeasible"


@dataclass(frozen=True)
class SituationNotice:
    """A notice about one of the four situations; an interruption also tells since when and why."""

    situation: Situation
    told: frozenset[Role]
    interrupted_from: date | None = None
    cause: InterruptionReason | None = None


@BOOK.requirement(
    "AT-182",
    CARE_HANDBOOK.at("4.4"),
    concerns="work_action",
    points={"registered": "the registration in the career file at the end of the action"},
)
def work_action_is_registered(action: WorkAction, on: date) -> Findings:
    """Other work actions are registered in the career file where that is asked, and reported as agreed."""
    running = action.ended_on is None or on < action.ended_on
    return unmet(registered=not action.must_be_registered or running or done_by(action.registered_on, on))


@BOOK.requirement(
    "AT-183",
    CARE_HANDBOOK.at("4.4"),
    concerns="access",
    points={"line": "a referral line that holds on this day"},
)
def work_provider_reads_through_the_line(lines: Sequence[Period], on: date) -> Findings:
    """A work provider reads the career file only through a referral line, from its first to its last day."""
    return unmet(line=any(line.covers(on) for line in lines))


@BOOK.requirement(
    "AT-183",
    CARE_HANDBOOK.at("4.4"),
    concerns="access",
    points={"work_case_manager": "made by the work case manager"},
)
def line_is_made_by_the_work_case_manager(by: Role) -> Findings:
    """The work case manager makes the referral line for the work provider."""
    return unmet(work_case_manager=by is Role.WORK_CASE_MANAGER)


@BOOK.requirement(
    "AT-184",
    CARE_HANDBOOK.at("4.4"),
    concerns="work_action",
    points={"note": "a recent note of the results"},
)
def results_are_noted_regularly(
    started_on: date, notes: Sequence[date], *, on: date, interval: Term = NOTE_INTERVAL
) -> Findings:
    """The work provider regularly notes the results of the actions in the confidential file.

    How often is not told: thirty days is a proposal that a region may change, and only a signal.
    """
    last = max((day for day in notes if day <= on), default=started_on)
    return unmet(note=on <= interval.after(max(last, started_on)))


@BOOK.requirement(
    "AT-186",
    CARE_HANDBOOK.at("4.4"),
    concerns="network_meeting",
    points={"attendance": "presence at one of the last two meetings"},
)
def work_provider_attends_the_network(attended: Sequence[bool]) -> Findings:
    """Work providers take part in the network consultation that VDAB organises.

    `attended` tells for each meeting, the last one last, whether the provider was there; two absences in a row are reported.
    """
    last_two = attended[-2:]
    return unmet(attendance=len(last_two) < 2 or any(last_two))


@BOOK.requirement(
    "AT-186",
    CARE_HANDBOOK.at("4.4"),
    concerns="network_meeting",
    points={"planned": "a meeting in the coming months"},
)
def network_meeting_is_planned(
    meetings: Sequence[date], *, last_on: date, interval: Term = MEETING_INTERVAL
) -> Findings:
    """VDAB organises a network consultation every six months in principle; a longer gap is worth a hint.

    Seven months, counted from the last meeting, is a proposal.
    """
    return unmet(planned=any(last_on < day <= interval.after(last_on) for day in meetings))


@BOOK.requirement(
    "AT-187",
    CARE_HANDBOOK.at("4.4"),
    concerns="notice",
    points={
        "work_case_manager": "told to the work case manager",
        "care_case_manager": "told to the care case manager",
        "outcome": "what was decided about it: a changed plan, a minor change, or nothing",
    },
)
def extra_need_is_told(told_to: frozenset[Role], *, outcome: str) -> Findings:
    """The work provider tells both case managers in time when needs ask for extra actions."""
    return unmet(
        work_case_manager=Role.WORK_CASE_MANAGER in told_to,
        care_case_manager=Role.CARE_CASE_MANAGER in told_to,
        outcome=told(outcome),
    )


@BOOK.requirement(
    "AT-187",
    CARE_HANDBOOK.at("4.4"),
    concerns="notice",
    points={
        "network_coordinator": "told to the network coordinator",
        "work_case_manager": "told to the work case manager",
        "care_case_manager": "told to the care case manager",
    },
)
def delay_is_told(told_to: frozenset[Role]) -> Findings:
    """The work provider tells the network coordinator and both case managers in time about delays that threaten."""
    return unmet(
        network_coordinator=Role.NETWORK_COORDINATOR in told_to,
        work_case_manager=Role.WORK_CASE_MANAGER in told_to,
        care_case_manager=Role.CARE_CASE_MANAGER in told_to,
    )


@BOOK.requirement(
    "AT-188",
    CARE_HANDBOOK.at("4.4"),
    concerns="information_request",
    points={"delivered": "the information by the agreed day"},
)
def information_is_delivered(request: InformationRequest, on: date) -> Findings:
    """On request the work provider delivers in time the information that the final advice needs."""
    return unmet(delivered=on <= request.due_on or done_by(request.delivered_on, on))


@BOOK.requirement(
    "AT-189",
    CARE_HANDBOOK.at("4.4"),
    concerns="notice",
    points={
        "work_case_manager": "told to the work case manager",
        "care_case_manager": "told to the care case manager",
        "interrupted_from": "the day on which the interruption began",
        "cause": "the cause of the interruption",
    },
)
def situation_is_told(notice: SituationNotice) -> Findings:
    """The work provider tells the case managers at once about new needs, shortcomings, interruptions and goals out of reach."""
    interruption = notice.situation is Situation.INTERRUPTION
    return unmet(
        work_case_manager=Role.WORK_CASE_MANAGER in notice.told,
        care_case_manager=Role.CARE_CASE_MANAGER in notice.told,
        interrupted_from=not interruption or notice.interrupted_from is not None,
        cause=not interruption or notice.cause is not None,
    )
