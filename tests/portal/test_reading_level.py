"""The Dutch of the own view is plain enough for who reads at level B1."""

import pytest

from scripts.reading_level import EASY_ENOUGH, LONGEST_SENTENCE, MEASURES, client_texts, level, sentences, syllables

EASY = "De kat zit op de mat. Zij kijkt naar de maan."
HARD = (
    "De verwerkingsverantwoordelijke informeert belanghebbenden overeenkomstig de toepasselijke regelgeving betreffende "
    "gegevensbescherming omtrent de bewaringstermijnen van persoonsgegevens."
)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("kat", 1), ("werk", 1), ("huis", 1), ("mooi", 1), ("traject", 2), ("toestemming", 3), ("ideeën", 3),
        ("casemanager", 5), ("vertrouwelijk", 4), ("u", 1), ("ijs", 1), ("reünie", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_people_say_them(word: str, number: int) -> None:
    assert syllables(word) == number


def test_a_sentence_ends_at_its_point_and_a_filled_place_is_one_word() -> None:
    found = list(sentences("Sinds %(day)s. Wie keek er?"))
    assert [len(one) for one in found] == [2, 3]


def test_an_easy_text_scores_high_and_an_official_one_low() -> None:
    assert level([EASY]).score > 100
    assert level([HARD]).score < 0


def test_what_a_client_reads_is_fairly_easy() -> None:
    told = client_texts()
    assert len(told) > 80
    assert level(told).score >= EASY_ENOUGH


def test_no_sentence_is_longer_than_twenty_words() -> None:
    assert [text for text in client_texts() if any(len(one) > LONGEST_SENTENCE for one in sentences(text))] == []


def test_the_texts_are_those_of_the_client_and_in_dutch() -> None:
    told = client_texts()
    assert "U hoeft nu niets te doen." in told
    assert not any("You " in text for text in told)


@pytest.mark.parametrize(("word", "number"), [("table", 1), ("écrire", 2), ("vous", 1), ("demande", 2)])
def test_in_french_a_silent_e_is_not_counted(word: str, number: int) -> None:
    assert syllables(word, MEASURES["fr"]) == number


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_other_languages_are_fairly_easy_too(language: str) -> None:
    assert level(client_texts(language), MEASURES[language]).score >= 70
