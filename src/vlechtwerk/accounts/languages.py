"""The language of the pages for who signs in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from vlechtwerk.accounts.models import Account


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
