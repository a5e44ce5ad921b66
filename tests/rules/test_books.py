"""Finding a rule in a book of rules."""

import pytest

from tests.rules.loans import LIBRARY
from vlechtwerk.rules.kernel import Rulebook


def test_a_rule_is_found_by_its_function_and_only_by_one_that_was_registered() -> None:
    book = Rulebook("loan")
    book.requirement("LIB-041", LIBRARY.at("7"), concerns="lending", points={"card": "the card"})(_no_card)
    assert book.rule_of(_no_card).id == "LIB-041"
    with pytest.raises(LookupError, match="_no_card is no rule of return"):
        Rulebook("return").rule_of(_no_card)


def _no_card() -> tuple[str, ...]:
    """A card is needed."""
    return ("card",)
