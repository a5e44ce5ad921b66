"""Signing out, the undertaking of confidentiality, the own sessions, and where to go next."""

from collections.abc import Callable

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST
from requests import RequestException

from vlechtwerk.accounts import actions, service, sessions
from vlechtwerk.accounts.factors import TO_SEND, confirmation_url, confirmed_within, is_demo, lead, passed_second_factor
from vlechtwerk.accounts.forms import UndertakingForm
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.queries import has_undertaken
from vlechtwerk.accounts.undertaking import CURRENT
from vlechtwerk.ui.forms import form_errors, hidden_fields, visible_fields
from vlechtwerk.ui.pages import page

HOME = "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and go to the home page; the browser forgets the pages that it kept."""
    actions.sign_out(request)
    response = redirect(HOME)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_POST
def to_service(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the service for signing in. What is asked there is ours to say: nothing of it comes from the address."""
    request.GET = QueryDict()
    return _at_service(service.go, request, provider_id)


def from_service(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the service for signing in."""
    return _at_service(service.come_back, request, provider_id)


def _at_service(step: Callable[[HttpRequest, str], HttpResponse], request: HttpRequest, name: str) -> HttpResponse:
    """A step at the service; a service that does not answer as it should is told in our own words."""
    try:
        return step(request, name)
    except SocialApp.DoesNotExist as missing:
        raise Http404 from missing
    except (RequestException, OAuth2Error):
        return redirect("socialaccount_login_error")


@require_http_methods(["GET", "POST"])
def undertaking(request: HttpRequest) -> HttpResponse:
    """The undertaking of confidentiality, to read and to accept; afterwards the page that was asked for."""
    account = request.user
    if not isinstance(account, Account):
        return redirect_to_login(request.get_full_path())
    if not account.is_demo and not passed_second_factor(request):
        return lead(request, reverse("mfa_index"))
    form = UndertakingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.accept_undertaking(request, account)
        return redirect(next_page(request))
    context = {
        "undertaking": CURRENT,
        "accepted": has_undertaken(request, account),
        "fields": visible_fields(form),
        "hidden": [*hidden_fields(form), ("next", next_page(request))],
        "errors": form_errors(form),
    }
    return page(request, "accounts/undertaking.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def own_sessions(request: HttpRequest) -> HttpResponse:
    """Where the account is signed in, with a button to end each other session, and one for all of them."""
    account = request.user
    if not isinstance(account, Account):
        return redirect_to_login(request.get_full_path())
    if request.method == "POST":
        chosen = request.POST.get("place", "")
        if not chosen.isdecimal() and chosen != "others":
            raise Http404
        if not is_demo(account) and not confirmed_within(request, TO_SEND):
            return lead(request, confirmation_url(request))
        actions.end_sessions(request, account, None if chosen == "others" else int(chosen))
        return redirect("own_sessions")
    return page(request, "accounts/sessions.html", {"places": sessions.places(request, account)})


def next_page(request: HttpRequest) -> str:
    """The page that was asked for before signing in, when it is one of ours; else the home page."""
    asked = request.POST.get("next") or request.GET.get("next") or HOME
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else HOME
