"""The one word for the person in everything that people read."""

import re

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force

_CUSTOMER = re.compile(r"\bklant(?:en)?\b", re.IGNORECASE)
_CARE_WORD = re.compile(r"\bcliënt(?:en)?\b", re.IGNORECASE)


@BOOK.requirement(
    "AT-001",
    CARE_HANDBOOK.at("1"),
    concerns="dutch_texts",
    force=Force.SHOULD,
    points={
        "customer": "the text does not use VDAB's word for a customer",
        "care_word": "the text does not use the care sector's word for the person",
    },
)
def one_word_for_the_person(text: str) -> Findings:
    """Every Dutch text calls the person a participant, with one neutral word for work and care.

    Names of official forms that hold another word are left out of `text` by whoever asks.
    """
    return unmet(customer=not _CUSTOMER.search(text), care_word=not _CARE_WORD.search(text))
