"""What somebody proved in this session, and how long ago.

Signing in begins with a password, a passkey or a service for signing in. A second factor is a code of an authenticator app, a
recovery code, a passkey, or a means of the service that is two factors by itself. `recently_confirmed` guards what must
not be done from a screen that somebody left open: giving access, exporting, breaking the glass.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from vlechtwerk.accounts.models import Account

STRONG = "strong_identity"
"""The moment (seconds) at which the service vouched for two factors, in the session."""
TO_OPEN, TO_SEND = 5 * 60, 15 * 60
"""A form that asks for confirmation opens until 5 minutes after it, and can be sent until 15 minutes after it."""
P = ParamSpec("P")


def is_demo(user: object) -> bool:
    """Whether this is a fictional person in a demonstration; they come in through its page only and have nothing to prove."""
    return isinstance(user, Account) and user.is_demo and bool(settings.DEMO)


def signed_in(request: HttpRequest) -> Account:
    """Who is signed in. Raises PermissionDenied when nobody is."""
    if isinstance(request.user, Account):
        return request.user
    raise PermissionDenied


def passed_second_factor(request: HttpRequest) -> bool:
    """Whether a second factor was given in this session."""
    return second_factor_at(request) is not None


def second_factor_at(request: HttpRequest) -> float | None:
    """When a second factor was last given in this session, in seconds; None when it was not."""
    own = [record["at"] for record in _records(request) if record["method"] == "mfa"]
    return max([*own, *filter(None, [request.session.get(STRONG)])], default=None)


def proved_at(request: HttpRequest) -> float | None:
    """When anything was last proved in this session, in seconds."""
    return max((record["at"] for record in _records(request)), default=None)


def prove_second_factor(request: HttpRequest, kind: str) -> None:
    """Remember that a second factor was given in this session, of the kind that allauth names."""
    record_authentication(request, request.user, "mfa", type=kind)


def forget_second_factor(request: HttpRequest) -> None:
    """Let the session count as one in which no second factor was given, because none is left."""
    kept = [record for record in _records(request) if record["method"] != "mfa"]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept


def confirmed_within(request: HttpRequest, seconds: int) -> bool:
    """Whether a second factor was given this recently."""
    at = second_factor_at(request)
    return at is not None and time.time() - at < seconds


def may_send(request: HttpRequest) -> bool:
    """Whether a form that asks for confirmation can be sent now."""
    return is_demo(request.user) or confirmed_within(request, TO_SEND)


def recently_confirmed(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let a view answer only who gave a second factor a moment ago; others are asked for it first and come back.

    Put it around the view that shows the form and receives it: the form opens until 5 minutes after the confirmation, and
    may be sent until 15 minutes after it, so that nobody loses what was typed.
    """

    @wraps(view)
    def asking(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        allowed = TO_SEND if request.method == "POST" else TO_OPEN
        if is_demo(request.user) or confirmed_within(request, allowed):
            return view(request, *args, **kwargs)
        return lead(request, confirmation_url(request))

    return asking


def confirmation_url(request: HttpRequest) -> str:
    """Where somebody gives the second factor again; without one of one's own, where one is made."""
    if not request.user.is_authenticated:
        return reverse("account_login")
    methods: list[dict[str, Any]] = get_adapter(request).get_reauthentication_methods(request.user)
    own = [str(method["url"]) for method in methods if method["id"] != "reauthenticate"]
    return own[0] if own else reverse("mfa_index")


def lead(request: HttpRequest, url: str) -> HttpResponse:
    """Send a visitor to a page and from there back to this one; a fragment that was asked for becomes a whole page."""
    answer = redirect_to_login(request.get_full_path(), url)
    htmx = getattr(request, "htmx", None)
    return HttpResponseClientRedirect(answer.url) if htmx else answer


def _records(request: HttpRequest) -> list[dict[str, Any]]:
    """What was proved in this session by who is signed in now."""
    if not isinstance(request.user, Account):
        return []
    records: list[dict[str, Any]] = get_authentication_records(request, request.user)
    return records
