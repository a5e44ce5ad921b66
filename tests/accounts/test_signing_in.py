"""Signing in with a user name and a password, and signing out."""

import pytest
from django.test import Client

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    """Somebody with a password."""
    return Account.objects.create_user("an", "een lang wachtwoord", name="An Voorbeeld", preferred_language="en")


def sign_in(client: Client, password: str = "een lang wachtwoord", **more: str) -> int:
    """Send the form to sign in."""
    return client.post("/aanmelden/", {"login": "an", "password": password, **more}).status_code


def test_who_gives_the_right_password_is_signed_in_and_it_is_noted(client: Client, account: Account) -> None:
    assert sign_in(client) == 302
    assert client.session["_auth_user_id"] == str(account.pk)
    assert list(Entry.objects.values_list("verb", "account_id", "position_id")) == [("signed_in", account.pk, None)]


def test_a_wrong_password_is_told_above_the_form_and_nothing_of_it_stays(client: Client, account: Account) -> None:
    answer = client.post("/aanmelden/", {"login": "an", "password": "raden"})
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session
    assert b"raden" not in answer.content
    assert b"error-summary" in answer.content


def test_an_account_that_is_not_active_cannot_sign_in(client: Client, account: Account) -> None:
    Account.objects.update(is_active=False)
    assert sign_in(client) == 422


def test_an_account_without_a_password_cannot_sign_in_with_an_empty_one(client: Client) -> None:
    Account.objects.create_user("an", name="An Voorbeeld")
    assert sign_in(client, "") == 422


@pytest.mark.parametrize(
    ("asked", "found"),
    [("/functie/?x=1", "/functie/?x=1"), ("https://elders.example/", "/"), ("//elders.example/", "/"), ("", "/")],
)
def test_signing_in_leads_to_the_page_that_was_asked_for_but_never_to_another_site(
    client: Client, account: Account, asked: str, found: str
) -> None:
    answer = client.post("/aanmelden/", {"login": "an", "password": "een lang wachtwoord", "next": asked})
    assert answer.headers["Location"] == found


def test_the_pages_are_in_the_language_of_the_account_unless_another_was_chosen(
    client: Client, account: Account
) -> None:
    sign_in(client)
    assert client.cookies["language"].value == "en"
    client.cookies["language"] = "nl"
    sign_in(client)
    assert client.cookies["language"].value == "nl"


def test_signing_out_ends_the_session_and_is_noted(client: Client, account: Account) -> None:
    sign_in(client)
    assert client.post("/afmelden/").status_code == 302
    assert "_auth_user_id" not in client.session
    assert Entry.objects.filter(verb="signed_out", account_id=account.pk).count() == 1


def test_a_link_cannot_sign_somebody_out(client: Client, account: Account) -> None:
    assert client.get("/afmelden/").status_code == 405


def test_an_account_needs_a_user_name() -> None:
    with pytest.raises(ValueError, match="user name"):
        Account.objects.create_user("", name="An Voorbeeld")
