"""The undertaking of confidentiality, accepted before the first look."""

import pytest
from django.db import Error, transaction
from django.test import Client
from django.utils import translation

from tests.accounts.people import Person, give_password, led_to, make_person, sign_in_fully
from vlechtwerk.accounts.models import UndertakingAccepted
from vlechtwerk.accounts.undertaking import CURRENT, VERSIONS
from vlechtwerk.audit.models import Entry
from vlechtwerk.rules.roles import Role

pytestmark = pytest.mark.django_db

# A version that somebody accepted never changes. Other words are a new version, added here with its digests.
DIGESTS = {
    1: {
        "en": "421ba0a85c97f87c4673aa80f874d688348afc069a5de1ffc07cb21832a9a029",
        "nl": "20173083aa640e6f670a70ca8d44afca9d06b9768e3110df30fe9cbe232368fd",
    }
}


@pytest.fixture
def inside(client: Client, an: Person) -> Client:
    """A browser in which An gave both factors for the first time."""
    an.sets_up_app()
    sign_in_fully(client)
    return client


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_words_of_a_version_never_change(language: str) -> None:
    with translation.override(language):
        found = {one.version: one.digest() for one in VERSIONS}
    assert found == {version: digests[language] for version, digests in DIGESTS.items()}


def test_before_the_first_look_the_undertaking_is_asked_and_then_the_page_that_was_wanted(inside: Client) -> None:
    answer = inside.get("/functie/?x=1")
    assert answer.headers["Location"] == "/verbintenis/?next=/functie/%3Fx%3D1"
    accepted = inside.post("/verbintenis/", {**form(inside), "accept": "on", "next": "/functie/?x=1"})
    assert accepted.headers["Location"] == "/functie/?x=1"
    assert inside.get("/functie/?x=1").status_code == 200


def form(browser: Client) -> dict[str, str]:
    """The hidden key of the form."""
    page = browser.get("/verbintenis/").content.decode()
    return {"idempotency_key": page.split('name="idempotency_key" value="')[1].split('"')[0]}


def test_what_is_accepted_is_kept_with_version_moment_and_words(inside: Client, an: Person) -> None:
    inside.post("/verbintenis/", {**form(inside), "accept": "on"})
    kept = UndertakingAccepted.objects.get(account=an.account)
    assert (kept.version, kept.language, kept.digest) == (CURRENT.version, "nl", DIGESTS[1]["nl"])
    assert kept.accepted_at is not None
    assert Entry.objects.filter(verb="undertaking_accepted", account_id=an.account.pk).count() == 1


def test_without_a_tick_nothing_is_accepted(inside: Client) -> None:
    answer = inside.post("/verbintenis/", form(inside))
    assert answer.status_code == 422
    assert "Zonder uw belofte kunt u geen dossiers openen." in answer.content.decode()
    assert led_to(inside.get("/")) == "/verbintenis/"


def test_accepting_twice_is_kept_once(inside: Client) -> None:
    for _ in range(2):
        answers = {"idempotency_key": "0190d5a0-0000-7000-8000-000000000000", "accept": "on"}
        assert inside.post("/verbintenis/", answers).status_code == 302
    assert UndertakingAccepted.objects.count() == 1


def test_a_new_version_is_asked_of_everybody_again(inside: Client, an: Person) -> None:
    UndertakingAccepted.objects.create(account=an.account, version=CURRENT.version - 1, language="nl", digest="-")
    assert led_to(inside.get("/")) == "/verbintenis/"


def test_it_cannot_be_accepted_before_the_second_factor(client: Client, an: Person) -> None:
    give_password(client)
    assert led_to(client.get("/verbintenis/")) == "/beveiliging/"
    assert led_to(client.post("/verbintenis/", {"accept": "on"})) == "/beveiliging/"


def test_a_client_is_not_asked_to_keep_her_own_file_to_herself(client: Client) -> None:
    make_person(role=Role.CLIENT).sets_up_app()
    sign_in_fully(client)
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("change", [{"version": 9}, {"digest": "other"}])
def test_what_was_accepted_can_be_neither_changed_nor_removed(settled: Person, change: dict[str, object]) -> None:
    with pytest.raises(Error, match="never changed or removed"), transaction.atomic():
        UndertakingAccepted.objects.update(**change)
    with pytest.raises(Error, match="never changed or removed"), transaction.atomic():
        UndertakingAccepted.objects.all()._raw_delete("default")
