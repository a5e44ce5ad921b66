"""The settings of signing in: what an account proves, how long that holds, and from which service people may come.

The names are those of django-allauth. Where an operator may choose, the value comes from the environment; secrets come from
a file, because an environment is easily shown.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vlechtwerk.config import acm_idm
from vlechtwerk.config.environment import ConfigurationError, switch

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "vlechtwerk.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 10 * 60
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - the name of a class
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/300s/key",
    "reset_password_from_key": "20/m/ip",
    "invitation": "10/m/ip,60/h/ip",
}
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
LOGIN_REDIRECT_URL = "/"

MFA_ADAPTER = "vlechtwerk.accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Vlechtwerk"
# A code counts during its own half minute only. An operator whose telephones run behind may let the one before count too.
MFA_TOTP_TOLERANCE = 1 if switch("VLECHTWERK_LATE_CODES") else 0

SOCIALACCOUNT_ADAPTER = "vlechtwerk.accounts.adapters.ServiceAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False


def trusted_proxies(*, trial: bool) -> int:
    """How many reverse proxies of the operator stand before the program: VLECHTWERK_PROXIES, else one outside a trial.

    The address of a visitor is taken from what the outermost of them noted; a visitor cannot make it up.
    """
    chosen = os.environ.get("VLECHTWERK_PROXIES", "0" if trial else "1")
    if not chosen.isdecimal():
        raise ConfigurationError(f"VLECHTWERK_PROXIES must be a number, not {chosen!r}.")
    return int(chosen)


def _service() -> dict[str, Any] | None:
    """The service with which people may sign in, as allauth wants it; None when the operator named none.

    Raises ConfigurationError when it is named by half.
    """
    chosen = os.environ.get("VLECHTWERK_OIDC_ISSUER", "")
    if not chosen:
        return None
    preset = chosen == "acm-idm"
    roles = [_APPLICATION] if _APPLICATION else []
    settings: dict[str, Any] = {
        "server_url": acm_idm.ISSUER if preset else chosen,
        "scope": [*(acm_idm.SCOPES if preset else ("openid", "profile")), *roles],
        "oauth_pkce_enabled": True,
    }
    means = os.environ.get("VLECHTWERK_OIDC_MEANS", " ".join(acm_idm.STRONG_MEANS) if preset else "")
    if means:
        settings["auth_params"] = {"acr_values": means}
    return {
        "provider_id": "acm-idm" if preset else "oidc",
        "name": os.environ.get("VLECHTWERK_OIDC_NAME") or (acm_idm.NAME if preset else "OpenID Connect"),
        "client_id": _required("VLECHTWERK_OIDC_CLIENT"),
        "secret": _secret(Path(_required("VLECHTWERK_OIDC_SECRET_FILE"))),
        "settings": settings,
    }


def _required(name: str) -> str:
    """A variable that goes with a service. Raises ConfigurationError when it is not set."""
    if value := os.environ.get(name):
        return value
    raise ConfigurationError(f"{name} is missing; it goes with VLECHTWERK_OIDC_ISSUER.")


def _secret(path: Path) -> str:
    """The secret of the program at the service. Raises ConfigurationError when the file cannot be read."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigurationError(f"VLECHTWERK_OIDC_SECRET_FILE cannot be read: {error.strerror}.") from None


_APPLICATION = os.environ.get("VLECHTWERK_OIDC_APPLICATION", "")
ROLE_CLAIM = acm_idm.ROLE_CLAIM.format(application=_APPLICATION) if _APPLICATION else ""
"""The claim in which the service tells the roles of a person in this program; empty when it is not asked."""
_SERVICE = _service()
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_SERVICE] if _SERVICE else []}}
STRONG_MEANS = frozenset(_SERVICE["settings"].get("auth_params", {}).get("acr_values", "").split() if _SERVICE else ())
"""The means of signing in at the service that count as two factors."""
_PLACE = urlsplit(_SERVICE["settings"]["server_url"]) if _SERVICE else None
SERVICE_ORIGINS = [f"{_PLACE.scheme}://{_PLACE.netloc}"] if _PLACE else []
"""Where a form of ours may lead besides our own site."""
