"""The words of the activation trajectory that are chosen from a closed list, and the choices a region may make."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from vlechtwerk.rules.attributes import Range


class Attendance(StrEnum):
    """How the first appointment was completed."""

    PRESENT = "present"
    ABSENT = "absent"
    ABSENT_VALID = "absent_valid"


class Medium(StrEnum):
    """How a plan was signed; one signature on paper makes it mixed."""

    PAPER = "paper"
    EID = "eid"
    MIXED = "mixed"


class Domain(StrEnum):
    """The side of the plan an action belongs to."""

    WORK = "work"
    CARE = "care"


class InterruptionReason(StrEnum):
    """Why actions could not be carried out. A provider's own delay is never a reason on the client's side."""

    ILLNESS = "illness"
    MATERNITY = "maternity"
    ACCIDENT = "accident"
    FORCE_MAJEURE = "force_majeure"
    PROVIDER = "provider"


class Advice(StrEnum):
    """The four final advices: regular circuit, social-economy circuit, work-like activities, Welfare."""

    NEC = "NEC"
    SEC = "SEC"
    AMA = "AMA"
    WELFARE = "WELFARE"

    @classmethod
    def _missing_(cls, value: object) -> "Advice | None":
        """The regular circuit is also called REC (section 2.1 of the handbook); it is the same advice as NEC."""
        return cls.NEC if value == "REC" else None


class StopGround(StrEnum):
    """The four grounds for an early stop."""

    AT_WORK = "at_work"
    INTERRUPTION = "interruption"
    SERIOUS_SHORTCOMING = "serious_shortcoming"
    GOAL_UNREACHABLE = "goal_unreachable"


class StopManner(StrEnum):
    """How the project follower lets a trajectory be closed without a final advice."""

    EARLY_STOP = "early_stop"
    CONTINGENT_REMOVAL = "contingent_removal"
    REFUSAL = "refusal"


class PlanDueFrom(StrEnum):
    """From which fact the six weeks for the plan are counted."""

    FIRST_MEETING = "first_meeting"
    REFERRAL = "referral"


class FirstActionDueFrom(StrEnum):
    """From which fact the four weeks to the first action are counted."""

    UPLOAD = "upload"
    APPROVAL = "approval"


class ChangedPlanSignedBy(StrEnum):
    """Who signs a changed plan besides the client: the whole team, or the case manager whose part changed."""

    TEAM = "team"
    CHANGED_PART = "changed_part"


class ClosingFrom(StrEnum):
    """When a trajectory without advice goes to closing: at 24 months, or already at its own maximum."""

    MONTHS_24 = "months_24"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True)
class RegionSettings:
    """The readings and customs a region may choose. The defaults are those of the product.

    `maximum_signal_days` (calendar days before the maximum), `closing_reserve_months` (the 17+1 custom) and `target_months`
    (a shorter target than the maximum; none when left out) lead to signals only, never to a legal term. `silent_days` is the
    number of calendar days without contact after which a list says so (AT-128 tells no number; 60 is a proposal).
    """

    plan_due_from: PlanDueFrom = PlanDueFrom.FIRST_MEETING
    first_action_due_from: FirstActionDueFrom = FirstActionDueFrom.UPLOAD
    changed_plan_signed_by: ChangedPlanSignedBy = ChangedPlanSignedBy.TEAM
    closing_from: ClosingFrom = ClosingFrom.MONTHS_24
    maximum_signal_days: Annotated[int, Range(1, 365)] = 60
    closing_reserve_months: Annotated[int, Range(0, 6)] = 0
    target_months: Annotated[int, Range(3, 18)] | None = None
    silent_days: Annotated[int, Range(7, 365)] = 60


@dataclass(frozen=True, slots=True)
class AccessSettings:
    """What a region may choose about access when a case manager leaves or is away.

    The handbook gives no number. `handover_reading_days` is how many calendar days whoever handed over reads on;
    `stand_in_longest_days` how long a colleague stands in at most, none when a region chose nothing.
    """

    handover_reading_days: Annotated[int, Range(0, 365)] = 30
    stand_in_longest_days: Annotated[int, Range(1, 366)] | None = None


class IntakeChannel(StrEnum):
    """How a region passes on intakes to the care partnership."""

    LIST = "list"
    FORM = "form"
    MAILBOX = "mailbox"
    CONSULTATION = "consultation"


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """What a region may choose about the road to the first meeting.

    `intake_channel` is how intakes are passed on (AT-053), none while the region chose nothing. `rejected_proposal_days` is how
    many calendar days a proposal is kept after VDAB decided about it; the handbook gives no number, a year is a proposal.
    """

    intake_channel: IntakeChannel | None = None
    rejected_proposal_days: Annotated[int, Range(30, 3650)] = 365


@dataclass(frozen=True, slots=True)
class KeepingSettings:
    """How many calendar days is kept what is nobody's but its author's. No source gives a number; these are proposals.

    `aside_days` is how long a note stays that a care worker writes for herself, counted from the day on which it was written;
    `draft_days` how long a form that was not finished is kept after the last time that something was typed in it.
    """

    aside_days: Annotated[int, Range(1, 365)] = 90
    draft_days: Annotated[int, Range(1, 90)] = 14
