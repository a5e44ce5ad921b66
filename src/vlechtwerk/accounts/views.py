"""Signing in with a user name and a password, and signing out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from vlechtwerk.accounts import actions
from vlechtwerk.accounts.forms import SignInForm
from vlechtwerk.accounts.models import Account
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.pages import page

HOME = "/"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in; afterwards the page that was asked for first."""
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = form.get_user()
        actions.sign_in(request, account)
        return in_own_language(request, redirect(next_page(request)), account)
    context = {"fields": visible_fields(form), "errors": form_errors(form), "next": next_page(request)}
    return page(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and go to the home page."""
    actions.sign_out(request)
    return redirect(HOME)


def next_page(request: HttpRequest) -> str:
    """The page that was asked for before signing in, when it is one of ours; else the home page."""
    asked = request.POST.get("next") or request.GET.get("next") or HOME
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else HOME


def in_own_language(request: HttpRequest, response: HttpResponse, account: Account) -> HttpResponse:
    """Let the pages be in the language of the account, unless another one was chosen in this browser."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            account.preferred_language,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    return response
