"""The loose key of a name, and what is looked for in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.people.names import Typed, loose_key, probes, tolerant

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=12)


def is_found(typed: str, given_name: str, family_name: str) -> bool:
    """Whether a name is found with what was typed, as the database looks for it."""
    key = loose_key(given_name, family_name)
    return any(all(re.search(tolerant(word), key) for word in way) for way in Typed(typed).loose)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Fien", "Van der Linden"), " fien van der linden vanderlinden vd"),
        (("Zoë", "D'Hondt"), " zoe d hont dhont"),
        (("Jan-Piet", "Van Dijck"), " ian piet ianpiet van dik vandik"),
        (("An", "Claes"), " an klas"),
        (("", ""), ""),
    ],
)
def test_the_loose_key_writes_what_sounds_alike_in_one_way(names: tuple[str, str], key: str) -> None:
    assert loose_key(*names) == key


@given(LETTERS, LETTERS, st.integers(0, 30), st.sampled_from(["other", "missing", "extra", "swapped", "begun"]))
def test_what_is_found_holds_one_of_the_pieces_that_are_looked_for_first(
    name: str, other: str, at: int, slip: str
) -> None:
    word = Typed(name).loose[0][0]
    at = 1 + at % max(len(word) - 1, 1)
    typed = {
        "other": word[:at] + other[0] + word[at + 1 :],
        "missing": word[:at] + word[at + 1 :],
        "extra": word[:at] + other[0] + word[at:],
        "swapped": word[: at - 1] + word[at : at + 1] + word[at - 1] + word[at + 1 :],
        "begun": word[: at + 1],
    }[slip]
    key = f" {other} {word}"
    if typed and re.search(tolerant(typed), key):
        assert any(piece in key for piece in probes(typed))


@given(
    st.text(
        "abcdefghiklmnoprstuvw",
        min_size=6,
        max_size=12,
    ).filter(lambda name: len(set(name)) == len(name))
)
def test_one_slip_after_the_first_letter_is_forgiven_in_every_place(name: str) -> None:
    key = f" {name}"
    for at in range(1, len(name)):
        assert re.search(tolerant(name[:at] + "z" + name[at + 1 :]), key)
        assert re.search(tolerant(name[:at] + name[at + 1 :]), key)
        assert re.search(tolerant(name[:at] + "z" + name[at:]), key)


@pytest.mark.parametrize("typed", ["peters", "peeter", "peeters", "peetres", "pteers"])
def test_slips_of_the_hand_are_forgiven(typed: str) -> None:
    assert is_found(typed, "Fien", "Peeters")


@pytest.mark.parametrize("typed", ["fein", "fienn"])
def test_a_short_word_forgives_two_letters_that_were_swapped_and_a_double(typed: str) -> None:
    assert is_found(typed, "Fien", "Voorbeeld")


@pytest.mark.parametrize("typed", ["fin", "fiem", "dien", "peetrse", "eters"])
def test_what_differs_more_is_another_name(typed: str) -> None:
    assert not is_found(typed, "Fien", "Peeters")


def test_no_more_is_looked_at_than_a_name_needs() -> None:
    typed = Typed(" ".join(f"woord{place}" for place in range(20)))
    assert len(typed.strict) == 6
    assert all(len(way) <= 6 for way in typed.loose)
    assert Typed("a" * 100).strict == ["a" * 30]


@pytest.mark.parametrize("typed", ["", " ", "-", "'", "%", ".*"])
def test_what_holds_no_letter_or_digit_looks_for_nothing(typed: str) -> None:
    assert Typed(typed).strict == []
    assert Typed(typed).loose == []
