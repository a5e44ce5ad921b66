"""Which passwords are taken: any signs, long ones, as they are typed, but no words that everybody thinks of here."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from tests.accounts.people import PASSWORD, Person, give_code, give_password, led_to
from tests.house.source import CHECKOUT
from vlechtwerk.accounts.passwords import WORDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "easy",
    [
        "vlechtwerk123", "VDAB-Vlaanderen", "traject123456789", "123456789012", "aaaaaaaaaaaaaaa", "welkom.dossier!",
        "casemanagerzorg", "210987654321", "azertyuiop123",
    ],
)  # fmt: skip
def test_a_word_of_the_program_or_of_the_field_is_no_password(easy: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(easy)


@pytest.mark.parametrize(
    "good",
    ["x" + "zij liep door de regen " * 5, "739204418560277", "\u00e9\u4e2d\u6587\U0001f600 kleine vogels",
     "werk aan de dijk!", "!!??##,,;;--"],
)  # fmt: skip
def test_a_long_password_of_any_signs_is_taken(good: str) -> None:
    validate_password(good)


@pytest.mark.parametrize("typed", [f" {PASSWORD}", f"{PASSWORD} ", PASSWORD.upper(), PASSWORD[:-1]])
def test_a_password_is_taken_as_it_is_typed(client: Client, an: Person, typed: str) -> None:
    give_password(client, password=typed)
    assert "_auth_user_id" not in client.session


def test_a_password_with_spaces_around_it_is_another_one(client: Client, settled: Person) -> None:
    settled.account.set_password("  een lang wachtwoord  ")
    settled.account.save()
    give_password(client, password="  een lang wachtwoord  ")
    assert led_to(give_code(client)) == "/"


def test_the_words_are_told_to_who_makes_accounts() -> None:
    told = (CHECKOUT / "docs" / "operate" / "sign-in.md").read_text(encoding="utf-8")
    assert [word for word in WORDS if word not in told] == []
