"""Signing in through a service (OpenID Connect), against a provider on this machine."""

import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread
from pytest_django.fixtures import Settings

from tests.accounts.people import Person, give_code, led_to
from vlechtwerk.accounts.models import Account
from vlechtwerk.config import acm_idm

# The provider of the tests uses what its own libraries call old.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
EID = acm_idm.STRONG_MEANS[0]
WEAK = "urn:be:vlaanderen:authmech:other"
START, BACK = "/aanmelden/via/acm-idm/", "/aanmelden/via/acm-idm/terug/"


def claims(acr: str) -> dict[str, Any]:
    """What the service tells, more than we asked for."""
    return {"acr": acr, "given_name": "An", "family_name": "Voorbeeld", "rrn": "00000000097", "email": "an@example.org"}


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that knows some people."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    users = [User(sub="sub-an", claims=claims(EID)), User(sub="sub-weak", claims=claims(WEAK))]
    with run_server_in_thread(user_claims=users) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def _service(provider: str, settings: Settings) -> None:
    """The preset of the Flemish government, with the provider of the tests in its place."""
    more = {"auth_params": {"acr_values": " ".join(acm_idm.STRONG_MEANS)}, "oauth_pkce_enabled": True}
    app: dict[str, Any] = {
        "provider_id": "acm-idm",
        "name": acm_idm.NAME,
        "client_id": "vlechtwerk",
        "secret": "geheim",
    }
    app["settings"] = {"server_url": provider, "scope": ["openid", "profile"], **more}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    settings.STRONG_MEANS = frozenset(acm_idm.STRONG_MEANS)


def link(person: Person, subject: str = "sub-an") -> None:
    """Link an account to an identity at the service."""
    SocialAccount.objects.create(user=person.account, provider="acm-idm", uid=subject)


def come_back(client: Client, subject: str = "sub-an", **data: str) -> Any:
    """Go to the service, be somebody there, and come back with its answer."""
    there = client.post(START, data).headers["Location"]
    answer = requests.post(there, data={"sub": subject}, allow_redirects=False, timeout=5)
    place = urlsplit(answer.headers["Location"])
    assert place.path == BACK
    return client.get(f"{place.path}?{place.query}")


def test_the_page_to_sign_in_offers_the_service(client: Client) -> None:
    assert "Aanmelden met ACM/IDM" in client.get("/aanmelden/").content.decode()


def test_a_linked_identity_with_two_factors_comes_in_and_still_promises_first(client: Client, an: Person) -> None:
    link(an)
    assert led_to(come_back(client, next="/functie/")) == "/functie/"
    assert client.session["_auth_user_id"] == str(an.account.pk)
    assert led_to(client.get("/")) == "/verbintenis/"


def test_means_that_are_not_two_factors_leave_the_second_one_to_us(client: Client, an: Person) -> None:
    link(an, "sub-weak")
    come_back(client, "sub-weak")
    assert led_to(client.get("/")) == "/beveiliging/"


def test_who_has_a_second_factor_here_gives_it_too(client: Client, settled: Person) -> None:
    link(settled)
    assert led_to(come_back(client)) == "/aanmelden/tweede-factor/"
    assert led_to(give_code(client)) == "/"
    assert client.get("/").status_code == 200


def test_an_identity_that_nobody_linked_gets_no_account_also_with_the_same_e_mail_address(
    client: Client, an: Person
) -> None:
    answer = come_back(client, "somebody")
    assert "geen account" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert Account.objects.count() == 1
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_an_account_that_may_not_sign_in_may_not_through_the_service(
    client: Client, an: Person, change: dict[str, bool]
) -> None:
    link(an)
    Account.objects.update(**change)
    assert led_to(come_back(client)) == "/aanmelden/via/mislukt/"
    assert "_auth_user_id" not in client.session


def test_of_what_the_service_tells_only_the_means_are_kept(client: Client, an: Person) -> None:
    link(an)
    come_back(client)
    assert SocialAccount.objects.get().extra_data == {"acr": EID}
    assert Account.objects.get().email == an.account.email


def test_what_is_asked_is_ours_to_say_and_bound_to_this_browser(client: Client) -> None:
    there = client.post(f"{START}?scope=rrn&auth_params=prompt%3Dnone&process=connect").headers["Location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}
    assert set(asked["scope"].split()) == {"openid", "profile"}
    assert asked["acr_values"] == " ".join(acm_idm.STRONG_MEANS)
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["state"]) >= 16
    assert "prompt" not in asked


def test_a_link_alone_does_not_go_to_the_service(client: Client) -> None:
    assert client.get(START).status_code == 405
    assert client.post("/aanmelden/via/elders/").status_code == 404


def test_an_answer_that_was_not_asked_for_in_this_browser_is_refused(client: Client, an: Person) -> None:
    link(an)
    there = Client().post(START).headers["Location"]
    answer = requests.post(there, data={"sub": "sub-an"}, allow_redirects=False, timeout=5)
    place = urlsplit(answer.headers["Location"])
    assert client.get(f"{place.path}?{place.query}").status_code == 401
    assert "_auth_user_id" not in client.session


def test_who_stops_at_the_service_is_told_how_to_go_on(client: Client) -> None:
    there = client.post(START).headers["Location"]
    answer = requests.post(there, data={"action": "deny"}, allow_redirects=False, timeout=5)
    place = urlsplit(answer.headers["Location"])
    shown = client.get(f"{place.path}?{place.query}", follow=True)
    assert "Terug naar aanmelden" in shown.content.decode()


def test_an_identity_is_not_linked_from_within_a_session(client: Client, an: Person) -> None:
    client.force_login(an.account)
    assert led_to(come_back(client, process="connect")) == "/aanmelden/via/mislukt/"
    assert not SocialAccount.objects.exists()


def test_a_service_that_does_not_answer_is_told_as_such(client: Client, settings: Settings) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:1"
    assert led_to(client.post(START)) == "/aanmelden/via/mislukt/"
    page = client.get("/aanmelden/via/mislukt/")
    assert page.status_code == 401
    assert "Aanmelden is niet gelukt" in page.content.decode()


def test_the_session_gets_a_new_key_when_the_service_answers(client: Client, an: Person) -> None:
    link(an)
    client.post(START)
    before = client.session.session_key
    come_back(client)
    assert client.session.session_key not in {None, before}


def test_who_has_no_password_is_not_offered_to_change_it(client: Client, an: Person) -> None:
    an.account.set_unusable_password()
    an.account.save()
    link(an)
    come_back(client)
    assert led_to(client.get("/wachtwoord/")) == "/beveiliging/"
    assert 'href="/wachtwoord/"' not in client.get("/beveiliging/").content.decode()
