"""Between the referral and the first meeting: signals, passing on the intake, and the room in GTB's agenda."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.intake import FIRST_MEETING_PERIOD
from vlechtwerk.rules.calendar import weeks
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role

SLOT_PERIOD = weeks(4)


@BOOK.requirement(
    "AT-050",
    CARE_HANDBOOK.at("3.1.2; 3.1.4"),
    concerns="dashboard_signal",
    points={
        "received": "the work case manager of the planned appointment gets the signal",
        "nobody_else": "no other work case manager gets the signal",
    },
)
def signal_reaches_the_work_case_manager(appointment_with: str, receivers: frozenset[str]) -> Findings:
    """When the service is initiated, the work case manager of the appointment gets a signal in the dashboard.

    `appointment_with` and `receivers` identify persons.
    """
    return unmet(received=appointment_with in receivers, nobody_else=not receivers - {appointment_with})


@BOOK.requirement(
    "AT-052",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="intake_notice",
    points={
        "sender": "the intake is told by the work case manager",
        "recipient": "the care partnership is told of the intake",
        "number": "the intake is named by the number of the trajectory",
        "confidence": "the notice of the intake tells nothing about health",
    },
)
def intake_notice_is_in_order(notice: Notice) -> Findings:
    """The work case manager tells the care partnership of an intake without telling anything about health."""
    return unmet(
        sender=notice.sender is Role.WORK_CASE_MANAGER,
        recipient=Role.CARE_PARTNERSHIP_CONTACT in notice.recipients,
        number=Content.TRAJECTORY_NUMBER in notice.content,
        confidence=notice.keeps_confidence,
    )


@BOOK.requirement(
    "AT-053",
    CARE_HANDBOOK.at("3.1.2; 3.6.3"),
    concerns="intake_consultation",
    force=Force.MAY,
    points={"in_time": "the consultation about intakes comes before the 28 days for the first meeting have passed"},
)
def consultation_comes_in_time(referred_on: date, consultation_on: date) -> Findings:
    """A region chooses how it passes on intakes; a consultation for it lies within the term of the first meeting."""
    return unmet(in_time=consultation_on <= FIRST_MEETING_PERIOD.after(referred_on))


@BOOK.checklist("AT-054", CARE_HANDBOOK.at("3.1.2"), concerns="intake_distribution", force=Force.MAY)
def aspects_of_dividing_intakes() -> Points:
    """Intakes are mostly divided among care case managers by expertise; other aspects may weigh too.

    None of the aspects is a condition: nobody is refused for lack of one.
    """
    return {
        "expertise": "expertise or experience with the participant's needs",
        "availability": "availability of the care case manager",
        "reachability": "how easily the participant reaches the care case manager",
    }


@BOOK.requirement(
    "AT-075",
    CARE_HANDBOOK.at("3.1.4"),
    concerns="booking_tool",
    points={"slot": "a free slot within four weeks"},
)
def slot_within_four_weeks(on: date, first_free_on: date | None) -> Findings:
    """GTB always offers a bookable appointment within four weeks."""
    return unmet(slot=first_free_on is not None and first_free_on <= SLOT_PERIOD.after(on))


@BOOK.requirement(
    "AT-076",
    CARE_HANDBOOK.at("3.1.4"),
    concerns="refusal_of_a_referral",
    points={"not_gtb": "the one who turns the person down does not act for GTB"},
)
def gtb_refuses_nobody(refused_by: Role) -> Findings:
    """The work case manager cannot turn down people whom VDAB refers."""
    return unmet(not_gtb=refused_by is not Role.WORK_CASE_MANAGER)


@dataclass(frozen=True, slots=True)
class AdvisorNaming:
    """Who referred, on which day, and who is the trusted advisor since when. Persons are given by their identifier."""

    mediator: str
    referred_on: date
    advisor: str
    advisor_from: date


@BOOK.requirement(
    "AT-079",
    CARE_HANDBOOK.at("3.1.4"),
    concerns="trusted_advisor",
    points={
        "mediator": "the trusted advisor is the mediator who referred",
        "from_referral": "the trusted advisor is named from the day of the referral",
    },
)
def mediator_becomes_trusted_advisor(naming: AdvisorNaming) -> Findings:
    """The mediator who referred becomes the participant's trusted advisor on the day the service is initiated."""
    return unmet(mediator=naming.advisor == naming.mediator, from_referral=naming.advisor_from == naming.referred_on)


@BOOK.requirement(
    "AT-079",
    CARE_HANDBOOK.at("3.1.4"),
    concerns="referral",
    points={"not_referred_yet": "the service is not initiated yet"},
)
def mediator_edits_until_the_referral(referred_on: date | None) -> Findings:
    """Once the service is initiated the mediator no longer changes the data of the referral."""
    return unmet(not_referred_yet=referred_on is None)
