"""The one word for the person."""

import pytest

from vlechtwerk.rules.activation.duties.wording import one_word_for_the_person
from vlechtwerk.texts.translation import LOCALE_FOLDER


@pytest.mark.rule("AT-001")
@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("De deelnemer tekent het trajectplan.", ()),
        ("De klant tekent het trajectplan.", ("customer",)),
        ("Cliënten tekenen het trajectplan.", ("care_word",)),
        ("Het cliëntoverleg gaat door op maandag.", ()),
    ],
)
def test_every_dutch_text_calls_the_person_a_participant(text: str, points: tuple[str, ...]) -> None:
    assert one_word_for_the_person(text) == points


@pytest.mark.rule("AT-001")
def test_the_dutch_of_this_program_calls_the_person_a_participant() -> None:
    for path in (LOCALE_FOLDER / "nl" / "LC_MESSAGES").glob("*.po"):
        texts = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("msgstr")]
        assert one_word_for_the_person("\n".join(texts)) == (), path.name
