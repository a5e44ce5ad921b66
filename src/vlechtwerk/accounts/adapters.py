"""What we answer when allauth asks how signing in works here."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vlechtwerk.accounts import secrets
from vlechtwerk.accounts.factors import STRONG, TO_OPEN, proved_at, second_factor_at
from vlechtwerk.accounts.languages import in_own_language
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.service import CLAIMS, roles_told
from vlechtwerk.accounts.sessions import renew
from vlechtwerk.audit.actions import Access, AccountOnly, note
from vlechtwerk.audit.models import Verb

TOO_OFTEN = _("Too many attempts. Wait a few minutes and try again.")
WRONG_CODE = _("This code is not right, or it was used before.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Signing in: accounts are made by an administrator, and every new proof gives the session a new key."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is not right."),
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This password is not right."),
        "enter_current_password": _("This is not your present password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for oneself."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """Who these credentials belong to. An account that may not sign in answers like one that does not exist."""
        found: Account | None = super().authenticate(request, **credentials)
        if found is not None and not may_sign_in(found):
            self.authentication_failed(request, **credentials)
            return None
        return found

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note that a password was wrong: with the account when there is one of that name, and never with what was typed."""
        known = Account.objects.filter(username=credentials.get("username", "")).values_list("pk", flat=True).first()
        note(Verb.SIGN_IN_FAILED, by=AccountOnly(known), access=Access(allowed=False))

    def pre_login(self, request: HttpRequest, user: Account, **details: Any) -> HttpResponse | None:
        """The first proof was given: the session gets a new key, also when a second factor is still to come."""
        if not may_sign_in(user):
            return redirect("socialaccount_login_error")
        renew(request)
        return None

    def login(self, request: HttpRequest, user: Account) -> None:
        """Everything was proved: note it with the signing in itself."""
        with transaction.atomic():
            super().login(request, user)
            note(Verb.SIGNED_IN, by=AccountOnly(user.pk))

    def post_login(self, request: HttpRequest, user: Account, **details: Any) -> HttpResponse:
        """Go to the page that was asked for, in the language of the account, and remember for what the service vouched."""
        response = super().post_login(request, user, **details)
        service = (details.get("signal_kwargs") or {}).get("sociallogin")
        if service is not None and service.account.extra_data.get("acr") in settings.STRONG_MEANS:
            request.session[STRONG] = time.time()
        if service is not None and service.state.get(CLAIMS) is not None:
            request.session[CLAIMS] = {"subject": service.account.uid, "roles": service.state[CLAIMS]}
        return in_own_language(request, response, user)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Who has a second factor confirms with that; a password is enough only for who has none yet."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [one for one in methods if one["id"] != "reauthenticate"] or methods

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Ask for a new proof before the account is changed, unless the last one was a moment ago."""
        request = self.request
        own_factor = any(one["id"] != "reauthenticate" for one in self.get_reauthentication_methods(request.user))
        at = second_factor_at(request) if own_factor else proved_at(request)
        return at is None or time.time() - at >= TO_OPEN


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Second factors: their secrets are encrypted."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Recovery codes go with an authenticator app or a passkey. Add one first."),
    }

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return secrets.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return secrets.decrypt(encrypted_text)

    def _get_site_name(self) -> str:
        """The name that a telephone shows beside a passkey."""
        return "Vlechtwerk"

    def generate_authenticator_name(self, user: Account, type: Any) -> str:
        """The name of a passkey whose owner gave it none."""
        return gettext("passkey")


class ServiceAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Signing in through a service: for accounts that an administrator linked to an identity there, and for nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An identity that we do not know makes no account."""
        return False

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Of all that the service tells we keep only with which means somebody signed in."""
        told = sociallogin.account.extra_data
        parts = [part for part in (told.get("id_token"), told.get("userinfo")) if isinstance(part, dict)]
        acr = next((part["acr"] for part in parts if isinstance(part.get("acr"), str)), "")
        sociallogin.account.extra_data = {"acr": acr}
        request.roles_told = roles_told(parts)  # type: ignore[attr-defined]  # the request carries it to just below
        return sociallogin.user

    def get_requests_session(self) -> Any:
        """How the service is asked: it leads nowhere else."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """A signed-in visitor cannot link another identity; that is for an administrator."""
        if sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        # The state goes along to the end of signing in, also when a second factor is asked in between.
        sociallogin.state[CLAIMS] = getattr(request, "roles_told", None)


def may_sign_in(account: Account) -> bool:
    """Whether an account may sign in here: it is in use, and not that of a fictional person."""
    return account.is_active and not account.is_demo
