"""What is known of one activation trajectory: the frozen result of folding its events."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.terms import Advice, Domain, InterruptionReason, RegionSettings
from vlechtwerk.rules.kernel import CaseFacts
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of the trajectory plan and how far it came. The first version has number 1."""

    number: int
    signed_on: date
    signed_by: frozenset[Role]
    uploaded_on: date | None = None
    approved_on: date | None = None
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Interruption:
    """A period in which actions could not be carried out; first and last day are part of it."""

    on: date
    until: date
    reason: InterruptionReason


@dataclass(frozen=True, slots=True)
class Ending:
    """How a trajectory became final, decided by people: status code, end date and reason."""

    code: str
    on: date
    reason: str


@dataclass(frozen=True)
class ActivationFacts(CaseFacts):
    """The facts of one trajectory after some of its events.

    A date is None as long as it did not happen. `first_meeting_on` is the first appointment that the client attended;
    `started_on` is the start of the duration (status in progress); `extension_months` is what was granted in all, in months;
    `extension_asked_months` is the request that waits for a decision. Of several extensions `extension_granted_on` is the first
    that was granted and `extension_decided_on` the last that was decided.
    """

    settings: RegionSettings
    referred_on: date | None = None
    intake_notified_on: date | None = None
    first_meeting_on: date | None = None
    first_meeting_with: frozenset[Role] = frozenset()
    three_way_meeting_on: date | None = None
    confirmed_on: date | None = None
    refused_on: date | None = None
    mediation_requested_on: date | None = None
    delay_noted_on: date | None = None
    plans: tuple[PlanVersion, ...] = ()
    started_on: date | None = None
    first_action_on: date | None = None
    internship_on: date | None = None
    evaluations: tuple[date, ...] = ()
    care_suspended_on: date | None = None
    interruptions: tuple[Interruption, ...] = ()
    extension_asked_on: date | None = None
    extension_asked_months: int = 0
    extension_months: int = 0
    extension_granted_on: date | None = None
    extension_decided_on: date | None = None
    last_report_on: date | None = None
    icf_categories: int = 0
    icf_on: date | None = None
    no_internship_on: date | None = None
    mediation_advice: Advice | None = None
    mediation_advice_on: date | None = None
    coordinator_warned_on: date | None = None
    final_report_on: date | None = None
    final_report_joint: bool = False
    final_advice: Advice | None = None
    final_advice_on: date | None = None
    stop_requested_on: date | None = None
    ending: Ending | None = None
    access_blocked_on: date | None = None
    welfare_reviews: tuple[date, ...] = ()

    @property
    def plan(self) -> PlanVersion | None:
        """The latest signed version of the plan."""
        return self.plans[-1] if self.plans else None

    @property
    def plan_uploaded_on(self) -> date | None:
        """The first upload of any version: the date on which the plan was drawn up."""
        return min((plan.uploaded_on for plan in self.plans if plan.uploaded_on), default=None)

    @property
    def plan_approved_on(self) -> date | None:
        """The first approval of any version."""
        return min((plan.approved_on for plan in self.plans if plan.approved_on), default=None)

    def version(self, number: int | None) -> PlanVersion | None:
        """The plan version with this number, the latest when no number is given, None when there is no such version."""
        if number is None:
            return self.plan
        return self.plans[number - 1] if number <= len(self.plans) else None


def begin(settings: RegionSettings) -> ActivationFacts:
    """The facts of a trajectory of which nothing has happened yet, in a region with these settings."""
    return ActivationFacts(settings)


MANAGER_OF = {Domain.WORK: Role.WORK_CASE_MANAGER, Domain.CARE: Role.CARE_CASE_MANAGER}
"""The case manager who looks after each side of the plan."""
