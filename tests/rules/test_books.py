"""Finding a rule in a book of rules."""

import pytest

from tests.rules.loans import LIBRARY
from vlechtwerk.rules.kernel import Checklist, Rulebook


def test_a_rule_is_found_by_its_function_and_only_by_one_that_was_registered() -> None:
    book = Rulebook("loan")
    book.requirement("LIB-041", LIBRARY.at("7"), concerns="lending", points={"card": "the card"})(_no_card)
    assert book.rule_of(_no_card).id == "LIB-041"
    with pytest.raises(LookupError, match="_no_card is no rule of return"):
        Rulebook("return").rule_of(_no_card)


def test_a_rule_that_is_a_list_is_found_by_the_list_and_not_by_one_with_the_same_points() -> None:
    book = Rulebook("loan")
    shown = book.checklist("LIB-040", LIBRARY.at("7"), concerns="lending")(_at_the_desk)
    assert book.rule_of(shown).id == "LIB-040"
    with pytest.raises(LookupError, match="this list is no rule of loan"):
        book.rule_of(Checklist(_at_the_desk()))


def _at_the_desk() -> dict[str, str]:
    """The reader shows a card at the desk."""
    return {"card": "the card"}


def _no_card() -> tuple[str, ...]:
    """A card is needed."""
    return ("card",)
