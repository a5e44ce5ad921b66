"""Help with travel costs: the bus card and the train ticket."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role

MOST_RIDES = 10


class Channel(StrEnum):
    """Where a bus card is asked: directly at VDAB, or with a form that the client takes to the job shop."""

    TRUSTED_ADVISOR = "trusted_advisor"
    JOB_SHOP = "job_shop"
    FORM = "form"


@dataclass(frozen=True)
class CardRequest:
    """How a bus card was asked: the channel, the day of the appointment and the date on the form."""

    channel: Channel
    appointment_on: date | None
    form_dated: date | None = None


@dataclass(frozen=True)
class FurtherCard:
    """A card after the first: who judged it, how the former one was used and how the money problems evolved."""

    judged_by: Role | None
    use: str = ""
    evolution: str = ""


@BOOK.requirement(
    "AT-196",
    CARE_HANDBOOK.at("4.5"),
    concerns="bus_card",
    force=Force.MAY,
    points={
        "financial_problems": "the client has financial problems",
        "agreed_action": "the travel is for an agreed action",
        "rides": "ten rides at most",
    },
)
def bus_card_is_possible(*, financial_problems: bool, agreed_action: bool, rides: int) -> Findings:
    """A client with financial problems who travels for agreed actions can get a bus card for ten rides at most."""
    return unmet(financial_problems=financial_problems, agreed_action=agreed_action, rides=1 <= rides <= MOST_RIDES)


@BOOK.requirement(
    "AT-197",
    CARE_HANDBOOK.at("4.5"),
    concerns="bus_card",
    force=Force.SHOULD,
    points={
        "appointment": "the appointment during which it is asked",
        "form": "a form with the date of the appointment",
    },
)
def bus_card_is_asked_together(request: CardRequest) -> Findings:
    """Work case manager and client ask the card during the appointment; if that cannot be done, the client gets a form."""
    dated = request.form_dated is not None and request.form_dated == request.appointment_on
    return unmet(appointment=request.appointment_on is not None, form=request.channel is not Channel.FORM or dated)


@BOOK.requirement(
    "AT-198",
    CARE_HANDBOOK.at("4.5"),
    concerns="bus_card",
    force=Force.MAY,
    points={
        "vdab_mediator": "judged by the VDAB mediator",
        "use": "how the former card was used",
        "evolution": "how the financial problems evolved",
    },
)
def further_card_is_judged(card: FurtherCard) -> Findings:
    """The VDAB mediator judges from the use and the financial problems whether another card is needed."""
    return unmet(vdab_mediator=card.judged_by is Role.VDAB_MEDIATOR, use=told(card.use), evolution=told(card.evolution))


@BOOK.requirement(
    "AT-199",
    CARE_HANDBOOK.at("4.5"),
    concerns="train_ticket",
    force=Force.MAY,
    points={"date": "the date", "job_application": "given to apply for a job"},
)
def train_ticket_is_for_applying(given_on: date | None, *, job_application: bool) -> Findings:
    """VDAB offers free train tickets to go and apply for jobs."""
    return unmet(date=given_on is not None, job_application=job_application)
