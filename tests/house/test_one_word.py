"""One neutral word for the person, in everything that the program says in Dutch."""

from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from tests.house.source import CHECKOUT
from vlechtwerk.rules.activation.duties.wording import one_word_for_the_person

DUTCH = CHECKOUT / "src" / "vlechtwerk" / "locale" / "nl" / "LC_MESSAGES"


def said() -> Iterator[str]:
    """Every Dutch text of the program."""
    for path in sorted(DUTCH.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                told = message.string or ""
                yield from [told] if isinstance(told, str) else told


@pytest.mark.rule("AT-001")
def test_no_text_of_the_program_uses_another_word_for_the_participant() -> None:
    texts = list(said())
    assert len(texts) > 3000
    assert [text for text in texts if one_word_for_the_person(text)] == []
