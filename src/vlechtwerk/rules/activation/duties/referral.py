"""The referral by VDAB: who decides, and what the mediator registers, writes and tells before the service is initiated."""

from dataclasses import dataclass
from datetime import date, time

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.calendar import ONE_DAY, is_working_day
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role

REMINDER_WORKING_DAYS = 2
"""Working days before the first appointment on which the reminder is sent (a proposal; the handbook gives no figure)."""


@BOOK.requirement(
    "AT-031",
    CARE_HANDBOOK.at("3.1.1; 3.1.2"),
    concerns="referral",
    points={"mediator": "decided by the VDAB mediator"},
)
def vdab_alone_decides(decided_by: Role) -> Findings:
    """VDAB alone decides whether somebody takes part, also when a care organisation proposed the candidate."""
    return unmet(mediator=decided_by is Role.VDAB_MEDIATOR)


@BOOK.requirement(
    "AT-039",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="referral",
    points={"needs_discussed": "the day on which the needs were discussed with the person, not after the referral"},
)
def needs_are_discussed_first(discussed_on: date | None, referred_on: date) -> Findings:
    """VDAB estimates the main needs together with the person before it hands the service over."""
    return unmet(needs_discussed=discussed_on is not None and discussed_on <= referred_on)


@dataclass(frozen=True, slots=True)
class CareerAdvice:
    """The mediation advice that stands in the career file, and since when."""

    activation_guidance: bool
    registered_on: date


@BOOK.requirement(
    "AT-040",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="referral",
    points={
        "activation_guidance": "the present mediation advice is activation guidance",
        "in_time": "the mediation advice is registered on or before the day of the referral",
    },
)
def mediation_advice_comes_first(advice: CareerAdvice | None, referred_on: date) -> Findings:
    """The mediator registers the mediation advice for activation guidance before the referral."""
    if advice is None:
        return unmet(activation_guidance=False, in_time=False)
    return unmet(activation_guidance=advice.activation_guidance, in_time=advice.registered_on <= referred_on)


@dataclass(frozen=True, slots=True)
class Appointment:
    """The first appointment at GTB as the person gets it on paper; what is not known is None or empty."""

    on: date | None = None
    at: time | None = None
    place: str = ""
    mediator: str = ""


APPOINTMENT_POINTS = {
    "date": "the date of the appointment at GTB",
    "hour": "the hour of the appointment at GTB",
    "place": "the place of the appointment at GTB",
    "mediator": "the name of the GTB mediator",
}


def _appointment_gaps(appointment: Appointment) -> Findings:
    return unmet(
        date=appointment.on,
        hour=appointment.at is not None,
        place=appointment.place,
        mediator=appointment.mediator,
    )


@BOOK.requirement(
    "AT-041",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="agreements_bundle",
    points={"assignments": "the assignments and options that were discussed", **APPOINTMENT_POINTS},
)
def agreements_bundle_is_complete(assignments: str, appointment: Appointment) -> Findings:
    """The person gets an agreements bundle with what was discussed and with the appointment at GTB."""
    return (*unmet(assignments=assignments), *_appointment_gaps(appointment))


@BOOK.requirement(
    "AT-042",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="referral",
    points={"by_partner": "the VDAB file has the status of mediation by a partner"},
)
def vdab_file_goes_to_the_partner(by_partner: bool) -> Findings:
    """The mediator gives the VDAB file the status of mediation by a partner, which is not the status of the service."""
    return unmet(by_partner=by_partner)


@dataclass(frozen=True, slots=True)
class PlanOfApproach:
    """The mediator's plan of approach; the questions may stand in the confidential file instead."""

    agreements: str
    motivation: str
    care_questions: str = ""
    work_questions: str = ""
    see_confidential_file: bool = False


@BOOK.requirement(
    "AT-043",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="plan_of_approach",
    points={
        "agreements": "the agreements that VDAB made with the person",
        "motivation": "the motivation for the referral",
        "care_questions": "the person's care questions, or a reference to the confidential file",
        "work_questions": "the person's work questions, or a reference to the confidential file",
    },
)
def plan_of_approach_is_complete(plan: PlanOfApproach) -> Findings:
    """The plan of approach holds the agreements, the motivation, and the care and work questions or where they are found."""
    elsewhere = plan.see_confidential_file
    return unmet(
        agreements=plan.agreements,
        motivation=plan.motivation,
        care_questions=elsewhere or plan.care_questions,
        work_questions=elsewhere or plan.work_questions,
    )


@BOOK.requirement(
    "AT-044",
    CARE_HANDBOOK.at("3.1.2; 3.1.4"),
    concerns="referral_sheet",
    points={"plan_of_approach": "the plan of approach was drawn up", **APPOINTMENT_POINTS},
)
def referral_sheet_is_complete(has_plan_of_approach: bool, appointment: Appointment) -> Findings:
    """After the plan of approach the person gets a referral sheet with the booked appointment at GTB."""
    return (*unmet(plan_of_approach=has_plan_of_approach), *_appointment_gaps(appointment))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate whom a care organisation proposes to VDAB; `decided_by` is None while nobody decided."""

    proposer: str
    reason: str
    consent_on: date | None
    decided_by: Role | None = None


@BOOK.requirement(
    "AT-045",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="candidate_proposal",
    force=Force.MAY,
    points={
        "proposer": "the care organisation that proposes the candidate",
        "reason": "why a trajectory would suit the candidate",
        "consent": "the candidate's consent to be proposed",
        "decision": "the decision of the VDAB mediator",
    },
)
def candidate_may_be_proposed(proposal: Proposal) -> Findings:
    """A care organisation may propose a candidate with the candidate's consent; the VDAB mediator still decides.

    Without the decision there is a proposal and no service.
    """
    return unmet(
        proposer=proposal.proposer,
        reason=proposal.reason,
        consent=proposal.consent_on,
        decision=proposal.decided_by is Role.VDAB_MEDIATOR,
    )


@BOOK.checklist("AT-046", CARE_HANDBOOK.at("3.1.2"), concerns="referral")
def information_at_the_referral() -> Points:
    """The mediator tells the person about privacy, the handover, the trajectory, and rights and duties."""
    return {
        "privacy": "the law on privacy",
        "handover": "what the handover to the case management team means",
        "course": "course and aim of the trajectory",
        "rights": "the person's rights and duties",
    }


@BOOK.requirement(
    "AT-047",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="first_meeting",
    points={
        "reminded": "a reminder before the first appointment",
        "once": "not more than one reminder",
    },
)
def attendance_is_encouraged(reminders: tuple[date, ...], appointment_on: date) -> Findings:
    """The mediator encourages the person to come to the first appointment, with one reminder.

    The reminder is how this program bears the duty; the handbook does not tell how to encourage.
    """
    return unmet(reminded=any(day < appointment_on for day in reminders), once=len(reminders) <= 1)


def reminder_on(appointment_on: date) -> date:
    """The day of the reminder: two working days before the first appointment."""
    day, left = appointment_on, REMINDER_WORKING_DAYS
    while left:
        day -= ONE_DAY
        left -= is_working_day(day)
    return day


@BOOK.checklist("AT-048", CARE_HANDBOOK.at("3.1.2"), concerns="referral_file")
def referral_file() -> Points:
    """The mediator hands over a file that is as complete as possible.

    Gaps do not stop the referral; they are shown to the work case manager.
    """
    return {
        "needs": "the main needs",
        "obstacles": "the obstacles to paid work",
        "icf": "the first data of the ICF instrument",
        "plan_of_approach": "the plan of approach",
        "contact_data": "the contact data of the person",
        "language": "the language of the person",
    }
