"""The client's effort: attendance, formal service, a talk at VDAB, and care that is suspended and resumed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role

CARE_SIDE = frozenset({Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER})
"""Where an absence never leads to a procedure at VDAB."""


@dataclass(frozen=True)
class Absence:
    """The client did not appear: at whom and when."""

    at: Role
    on: date


class TalkDecision(StrEnum):
    """What the trusted advisor decides after the mediation conversation."""

    TRANSMISSION = "transmission"
    OTHER_SERVICE = "other_service"
    CONTINUE = "continue"


@dataclass(frozen=True)
class MediationTalk:
    """A mediation conversation at VDAB: who decides what, when the client was invited and heard, or did not appear."""

    by: Role
    decision: TalkDecision
    invited_on: date | None
    heard_on: date | None = None
    did_not_appear: bool = False


@dataclass(frozen=True)
class FormalService:
    """The switch to formal service: who chooses it, after how many missed deadlines of work actions, with which text."""

    by: Role
    missed_work_deadlines: int
    text: str
    shown_to_client: bool


@dataclass(frozen=True)
class WelfareConsideration:
    """Whether an advice Welfare was looked at after absences at care, and what was begun when it seems right.

    `applies` is None as long as nobody has looked at it.
    """

    applies: bool | None
    screening_asked_on: date | None = None
    closing_prepared: bool = False


@BOOK.requirement(
    "AT-160",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="cooperation",
    points={
        "attendance": "for each appointment whether the client was present, excused or absent",
        "no_score": "no computed score of the person",
    },
)
def effort_is_watched_by_attendance(attendance: Sequence[Attendance | None], *, scored: bool) -> Findings:
    """The case managers watch that the client makes an effort and cooperates, and guide by motivating.

    Effort is a matter of conversation: attendance is recorded and counted, a person is never scored.
    """
    return unmet(attendance=None not in attendance, no_score=not scored)


@BOOK.requirement(
    "AT-161",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="cooperation",
    force=Force.MAY,
    points={
        "work_case_manager": "chosen by the work case manager",
        "ground": "a work assignment that was not carried out in time",
        "text": "the reason in words",
        "shown": "shown to the client",
    },
)
def formal_service_is_chosen(service: FormalService) -> Findings:
    """When assignments are not carried out in time, the work case manager may switch to formal service or a talk at VDAB."""
    return unmet(
        work_case_manager=service.by is Role.WORK_CASE_MANAGER,
        ground=service.missed_work_deadlines > 0,
        text=told(service.text),
        shown=service.shown_to_client,
    )


@BOOK.requirement(
    "AT-162",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="cooperation",
    points={
        "trusted_advisor": "decided by the trusted advisor",
        "invited": "an invitation to the client",
        "heard": "the client was heard or did not appear",
    },
)
def client_is_heard_before_transmission(talk: MediationTalk) -> Findings:
    """The trusted advisor invites the client to discuss the facts, and then weighs transmission against another service."""
    heard = talk.heard_on is not None or talk.did_not_appear
    return unmet(
        trusted_advisor=talk.by is Role.TRUSTED_ADVISOR,
        invited=talk.invited_on is not None and (talk.heard_on is None or talk.invited_on <= talk.heard_on),
        heard=heard or talk.decision is not TalkDecision.TRANSMISSION,
    )


@BOOK.requirement(
    "AT-163",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="cooperation",
    points={
        "work_absence": "at least one absence outside care",
        "no_care_absence": "no absence at the care case manager or a care provider among what is told to VDAB",
    },
)
def care_absences_stay_out_of_vdab(known: Sequence[Absence], cited: Sequence[Absence]) -> Findings:
    """An absence at care never leads to a procedure at VDAB and is never told to VDAB.

    `known` are all absences of the client, `cited` those that the request to VDAB names.
    """
    return unmet(
        work_absence=any(absence.at not in CARE_SIDE for absence in known),
        no_care_absence=all(absence.at not in CARE_SIDE for absence in cited),
    )


@BOOK.requirement(
    "AT-164",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="cooperation",
    points={
        "considered": "a look at whether an advice Welfare fits",
        "screening": "a screening asked for",
        "closing": "the closing prepared",
    },
)
def welfare_is_considered(consideration: WelfareConsideration) -> Findings:
    """After absences at care an advice Welfare is considered; if it fits, a screening is asked and the end prepared."""
    not_needed = not consideration.applies
    return unmet(
        considered=consideration.applies is not None,
        screening=not_needed or consideration.screening_asked_on is not None,
        closing=not_needed or consideration.closing_prepared,
    )


@BOOK.requirement(
    "AT-165",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="care_hours",
    force=Force.MAY,
    points={"suspended": "given before the suspension or after care was resumed"},
)
def suspended_care_is_not_reimbursed(
    given_on: date, *, suspended_on: date | None, resumed_on: date | None = None
) -> Findings:
    """Care actions may be suspended for a time; hours given after the day of the suspension are not reimbursed."""
    outside = suspended_on is None or given_on <= suspended_on
    return unmet(suspended=outside or done_by(resumed_on, given_on))


@BOOK.requirement(
    "AT-166",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="care_suspension",
    points={"internship": "the day on which the internship or its preparation starts"},
)
def suspension_goes_with_an_internship(internship_from: date | None) -> Findings:
    """Whoever suspends the care actions plans the start of the internship or its preparation at the same time."""
    return unmet(internship=internship_from is not None)


@BOOK.requirement(
    "AT-167",
    CARE_HANDBOOK.at("4.1.3"),
    concerns="care_suspension",
    force=Force.SHOULD,
    points={"agreements": "what was agreed about resuming care"},
)
def resumed_care_rests_on_agreements(agreements: str) -> Findings:
    """When obstacles of care appear after all, that is used to make agreements on resuming the care actions."""
    return unmet(agreements=told(agreements))
