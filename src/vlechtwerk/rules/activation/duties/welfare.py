"""After an advice Welfare: the trusted advisor hears it, the screening service takes over and hands over in person."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings


@dataclass(frozen=True)
class TakeOver:
    """What follows when the screening service registered the advice: the note, and its researcher as trusted advisor."""

    registered_on: date
    noted_on: date | None = None
    researcher_named_on: date | None = None


@dataclass(frozen=True)
class HandOver:
    """The hand-over to the assignment for people with an advice Welfare: to whom, when, with the client there, accepted."""

    receiver: str
    on: date | None
    client_present: bool
    accepted: bool


@BOOK.requirement(
    "AT-218",
    CARE_HANDBOOK.at("5.1.4"),
    concerns="welfare",
    points={
        "note": "a note to the trusted advisor after the registration",
        "researcher": "the researcher as the new trusted advisor, after the note",
    },
)
def trusted_advisor_hears_of_welfare(take_over: TakeOver) -> Findings:
    """When the screening service registered Welfare, a note tells the trusted advisor, whom the researcher then replaces."""
    noted = take_over.noted_on is not None and take_over.noted_on >= take_over.registered_on
    named = take_over.researcher_named_on
    replaced = named is not None and take_over.noted_on is not None and named >= take_over.noted_on
    return unmet(note=noted, researcher=replaced)


@BOOK.requirement(
    "AT-219",
    CARE_HANDBOOK.at("5.1.4"),
    concerns="welfare",
    points={
        "receiver": "who takes over",
        "date": "the date of the hand-over",
        "client": "the client was there",
        "accepted": "accepted by the one who takes over",
    },
)
def welfare_is_handed_over_in_person(hand_over: HandOver) -> Findings:
    """The screening service hands the client over in person to the assignment for people with an advice Welfare."""
    return unmet(
        receiver=told(hand_over.receiver),
        date=hand_over.on is not None,
        client=hand_over.client_present,
        accepted=hand_over.accepted,
    )
