"""What a service for signing in says is believed only when that service signed it, for this program, and not too long ago."""

import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from django.conf import settings as present
from django.test import Client
from pytest_django.fixtures import Settings

from tests.accounts.people import Person, led_to
from tests.accounts.test_service import START, _service, come_back, link, provider
from vlechtwerk.accounts.service import Service

__all__ = ["_service", "provider"]
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
KEY, OTHER = generate_private_key(65537, 2048), generate_private_key(65537, 2048)
FAILED = "/aanmelden/via/mislukt/"


@pytest.fixture
def service(provider: str, rf: Any) -> Iterator[Service]:
    """The service as the program sees it, with a key that the test holds."""
    made = Service(rf.get("/"), "acm-idm")
    made._key = lambda _name: jwt.PyJWK.from_dict(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True))  # type: ignore[assignment,method-assign]  # of the service outside
    return made


def token(service: Service, key: Any = KEY, way: str = "RS256", **changed: Any) -> str:
    """A token about somebody, as it should be unless something is changed."""
    now = int(time.time())
    said = {"iss": service.openid_config["issuer"], "aud": "vlechtwerk", "sub": "sub-an", "iat": now, "exp": now + 60}
    return jwt.encode({**said, **changed}, key, algorithm=way)


def believed(service: Service, told: str) -> bool:
    """Whether the program believes a token."""
    app = service.get_provider().app
    try:
        return bool(service._decode_id_token(app, told)["sub"] == "sub-an")
    except OAuth2Error:
        return False


def test_a_token_that_is_as_it_should_be_is_believed(service: Service) -> None:
    assert believed(service, token(service))


def test_a_token_that_the_service_did_not_sign_is_refused(service: Service) -> None:
    good = token(service)
    changed = token(service, OTHER)
    assert not any(
        believed(service, one) for one in (changed, good[:-4] + "AAAA", good.rpartition(".")[0] + ".", "x.y.z", "")
    )


def test_a_token_signed_with_another_kind_of_key_is_refused(service: Service) -> None:
    shared = "a shared secret that is long enough for this way of signing"
    assert not believed(service, token(service, shared, "HS256"))
    assert not believed(service, token(service, None, "none"))


@pytest.mark.parametrize(
    "changed", [{"exp": 1}, {"aud": "another program"}, {"iss": "https://elders.example"}, {"exp": None}, {"sub": None}]
)
def test_a_token_that_is_over_or_for_another_program_is_refused(service: Service, changed: dict[str, Any]) -> None:
    kept = {name: value for name, value in changed.items() if value is not None}
    assert not believed(service, token(service, **kept) if kept else without(service, next(iter(changed))))


def without(service: Service, name: str) -> str:
    """A token in which something is left out."""
    said = jwt.decode(token(service), options={"verify_signature": False})
    return jwt.encode({key: value for key, value in said.items() if key != name}, KEY, algorithm="RS256")


def test_a_service_that_says_to_be_another_one_is_refused(client: Client, settings: Settings, provider: str) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = provider.replace("localhost", "127.0.0.1") + "/.well-known/openid-configuration"
    app["settings"]["openid_configuration_overrides"] = {"issuer": "http://elders.example"}
    assert led_to(client.post(START)) == FAILED


def test_a_service_that_leads_elsewhere_is_not_followed(client: Client, settings: Settings, live_server: Any) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = f"{live_server.url}/wie-keek/.well-known/../"
    assert requests.get(f"{live_server.url}/wie-keek/", timeout=5).history
    app["settings"]["server_url"] = f"{live_server.url}/wie-keek/?/.well-known/"
    assert led_to(client.post(START)) == FAILED


def test_who_comes_in_has_a_token_that_was_checked(client: Client, an: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    link(an)
    monkeypatch.setattr(Service, "_key", lambda _self, _name: jwt.PyJWK.from_dict(
        jwt.algorithms.RSAAlgorithm.to_jwk(OTHER.public_key(), as_dict=True)
    ))  # fmt: skip
    come_back(client)
    assert present.SESSION_COOKIE_NAME in client.cookies
    assert "_auth_user_id" not in client.session
    assert SocialAccount.objects.count() == 1
