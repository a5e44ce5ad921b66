"""Moving the first appointment, and an absence at it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.intake import FIRST_MEETING_PERIOD
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role


class MovedFor(StrEnum):
    """On whose side the reason lies to move the first appointment."""

    TEAM = "team"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Move:
    """The first appointment is moved. Moments are local times of Europe/Brussels without zone; `reason` is free text."""

    referred_on: date
    old: datetime
    new: datetime
    moved_at: datetime
    moved_for: MovedFor
    reason: str = ""

    @property
    def is_late(self) -> bool:
        """Whether the new appointment lies after the 28 days for the first meeting."""
        return self.new.date() > FIRST_MEETING_PERIOD.after(self.referred_on)


@BOOK.requirement(
    "AT-058",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="moved_appointment",
    force=Force.MAY,
    points={
        "work_case_manager": "the date that VDAB booked is changed by the work case manager",
        "consulted": "the care case manager is consulted about the new date",
        "reason": "a reason when the new date lies after the 28 days",
    },
)
def booked_date_may_be_changed(move: Move, moved_by: Role, care_case_manager_consulted: bool) -> Findings:
    """The work case manager may change the date that VDAB booked, after consulting the care case manager."""
    return unmet(
        work_case_manager=moved_by is Role.WORK_CASE_MANAGER,
        consulted=care_case_manager_consulted,
        reason=not move.is_late or move.reason,
    )


@BOOK.requirement(
    "AT-072",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="moved_appointment",
    points={"in_time": "the new date lies within 28 calendar days after the referral"},
)
def team_moves_within_the_term(move: Move) -> Findings:
    """When the team moves the first appointment for its own reasons, the 28 days after the referral stay as they are.

    A move for the participant's sake is accepted, and then the first meeting is late.
    """
    return unmet(in_time=move.moved_for is MovedFor.CLIENT or not move.is_late)


@BOOK.requirement(
    "AT-073",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="moved_appointment",
    points={
        "ahead": "the old appointment lies ahead when it is moved",
        "told": "the participant is told of the move before the old appointment",
    },
)
def client_is_told_in_advance(move: Move, told_at: datetime | None) -> Findings:
    """The participant hears beforehand that the first appointment is moved."""
    return unmet(ahead=move.moved_at < move.old, told=told_at is not None and told_at < move.old)


@dataclass(frozen=True, slots=True)
class Absence:
    """The participant did not come; `valid_reason` is None while nobody told whether the reason is valid."""

    on: date
    valid_reason: bool | None
    new_appointment_on: date | None


@BOOK.requirement(
    "AT-074",
    CARE_HANDBOOK.at("3.1.3; 3.1.4"),
    concerns="absence",
    points={
        "reason": "whether the absence had a valid reason",
        "new_appointment": "a new first appointment after the absence",
    },
)
def absence_is_recorded(absence: Absence) -> Findings:
    """An absence is recorded with or without valid reason, and a new first appointment is planned.

    The procedures themselves stand in documents of VDAB; the term of 28 days stays as it is.
    """
    following = absence.new_appointment_on
    return unmet(
        reason=absence.valid_reason is not None,
        new_appointment=following is not None and following > absence.on,
    )
