"""What the service for signing in tells, believed only when it is signed by who stands in the settings.

The library that we use for signing in trusts a token that it fetched itself, because it did so over HTTPS. Here the signature is
checked all the same, with the keys of the service, made in a way that we know; and a service that calls itself otherwise than
the settings do is refused.
"""

from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from jwt.exceptions import InvalidKeyError

ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
"""Ways of signing with a public key. A way with a shared secret, or with none, is not among them."""
WELL_KNOWN = "/.well-known/"
CLAIMS = "claims_of_service"
"""Who signed in at the service and which roles it told, in the session until they are settled (`organisations.claims`)."""


class Service(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """The service of the settings."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the service tells about itself. Raises OAuth2Error when it is not the one of the settings."""
        told: dict[str, Any] = super().openid_config
        expected = str(self.get_provider().app.settings["server_url"]).partition(WELL_KNOWN)[0]
        if str(told.get("issuer", "")).rstrip("/") != expected.rstrip("/"):
            raise OAuth2Error("the service calls itself otherwise than the settings do")
        return told

    def check(self) -> None:
        """Look whether the service is the one of the settings, before anybody is sent there. Raises OAuth2Error."""
        _ = self.openid_config

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        """What a token says. Raises OAuth2Error when it is not signed as it should be, is over, or is for another program."""
        try:
            header = jwt.get_unverified_header(id_token)
            if header.get("alg") not in ALGORITHMS:
                raise OAuth2Error("a token is signed with a public key")
            said: dict[str, Any] = jwt.decode(
                id_token,
                key=self._key(header.get("kid")),
                algorithms=[header["alg"]],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except (jwt.PyJWTError, InvalidKeyError) as wrong:
            raise OAuth2Error("a token cannot be believed") from wrong
        return said

    def _key(self, name: str | None) -> jwt.PyJWK:
        """The key of the service that a token names; one that names none goes with the only key. Raises OAuth2Error."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [one for one in jwt.PyJWKSet.from_dict(answer.json()).keys if name in (None, one.key_id)]
        if len(keys) != 1:
            raise OAuth2Error("the service has no such key")
        return keys[0]


def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the service. Raises SocialApp.DoesNotExist for another one, OAuth2Error and RequestException."""
    service = Service(request, provider_id)
    service.check()
    answer: HttpResponse = OAuth2LoginView.adapter_view(service)(request)
    return answer


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the service with its answer. Raises what `go` raises."""
    answer: HttpResponse = OAuth2CallbackView.adapter_view(Service(request, provider_id))(request)
    return answer


def roles_told(told: list[dict[str, Any]]) -> list[str] | None:
    """The roles in this program among what the service told; None when the settings name no claim that holds them."""
    name = settings.ROLE_CLAIM
    if not name:
        return None
    found = [part[name] for part in told if name in part]
    return sorted({str(one) for value in found for one in (value if isinstance(value, list) else [value])})
