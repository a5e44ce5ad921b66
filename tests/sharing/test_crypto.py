"""Sealing itself, and the file with deployment keys: both without a database."""

import base64
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.sharing.crypto import Tampered, fresh_key, seal, unseal
from vlechtwerk.sharing.keyring import KeyringFault, fresh_line, name_of, read_keyring
from vlechtwerk.sharing.sealed_texts import wording
from vlechtwerk.sharing.sealing import Place

ONE, OTHER = UUID(int=1), UUID(int=2)
HERE = Place("dossier_note", ONE, ONE)
ELSEWHERE = [Place("dossier_note", OTHER, ONE), Place("dossier_note", ONE, OTHER), Place("dossier_document", ONE, ONE)]
TYPED = base64.b64encode(b"changemechangemechangemechangeme").decode()


@given(st.text(), st.text())
def test_every_text_comes_back_as_it_was(text: str, absence: str) -> None:
    key, said = fresh_key(), wording(text, absence)
    assert unseal(key, seal(key, said, b"here"), b"here") == said


@pytest.mark.parametrize(
    "text", ["👩🏽‍🦽 blij", "שלום, مرحبا", "e\N{COMBINING ACUTE ACCENT}", "\x00", "\ud800", "a" * 10_000]
)
def test_what_is_sealed_shows_nothing_of_a_text(text: str) -> None:
    key, said = fresh_key(), wording(text, "")
    sealed = seal(key, said, b"here")
    assert unseal(key, sealed, b"here") == said
    assert said not in sealed
    assert seal(key, said, b"here") != sealed


@pytest.mark.parametrize("place", ELSEWHERE)
def test_it_opens_in_no_other_row_part_or_table(place: Place) -> None:
    key = fresh_key()
    with pytest.raises(Tampered):
        unseal(key, seal(key, b"woord", HERE.bound_to(ONE)), place.bound_to(ONE))


@given(st.integers(0, 40))
def test_one_changed_byte_is_noticed(at: int) -> None:
    key = fresh_key()
    sealed = bytearray(seal(key, b"thirteen byte", b""))
    sealed[at] ^= 1
    with pytest.raises(Tampered):
        unseal(key, bytes(sealed), b"")


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Tampered):
        unseal(fresh_key(), seal(fresh_key(), b"woord", b""), b"")
    with pytest.raises(Tampered):
        unseal(fresh_key(), b"short", b"")


def test_the_last_line_of_the_file_is_the_newest_key() -> None:
    first, last = fresh_line(), fresh_line()
    found = read_keyring(f"# of before\n{first}\n# new\n{last}")
    assert [name_of(base64.b64decode(one)) for one in (first, last)] == list(found.keys)
    assert found.newest == list(found.keys)[-1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# nothing yet\n", "no key"),
        ("geheim\n", "no key in base64"),
        (base64.b64encode(bytes(range(31))).decode(), "31 bytes"),
        (base64.b64encode(bytes(range(33))).decode(), "33 bytes"),
        (base64.b64encode(bytes(32)).decode(), "too regular"),
        (TYPED, "too regular"),
    ],
)
def test_no_key_a_short_key_and_a_typed_key_are_refused(text: str, told: str) -> None:
    with pytest.raises(KeyringFault, match=told) as refused:
        read_keyring(text)
    assert text.strip() not in str(refused.value)


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(KeyringFault, match="line 2 repeats"):
        read_keyring((line := fresh_line()) + line)
