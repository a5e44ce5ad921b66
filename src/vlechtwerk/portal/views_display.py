"""How pages look on a device that others see too, and leaving in a hurry."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from vlechtwerk.accounts.actions import sign_out
from vlechtwerk.accounts.views import next_page
from vlechtwerk.ui.display import DISPLAY, cookie_of
from vlechtwerk.ui.pages import page

FORGET = '"cache", "cookies", "storage"'
"""What the browser throws away of this site."""


@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Switch the discreet pages or the large letters on or off. The browser forgets it when it is closed."""
    answer = redirect(next_page(request))
    for name in DISPLAY:
        if (asked := request.POST.get(name)) in {"on", "off"}:
            _remember(answer, cookie_of(name), on=asked == "on")
    return answer


def _remember(answer: HttpResponse, cookie: str, *, on: bool) -> None:
    secure = not settings.TRIAL
    if on:
        answer.set_cookie(cookie, "1", secure=secure, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie(cookie, samesite="Lax")
        answer.cookies[cookie]["secure"] = secure


@require_POST
def quick_exit(request: HttpRequest) -> HttpResponse:
    """Sign out, let the browser forget this site, and go to a page that tells nothing."""
    sign_out(request)
    answer = redirect("left")
    answer.headers["Clear-Site-Data"] = FORGET
    return answer


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """A page that tells nothing about where somebody was."""
    answer = page(request, "portal/left.html", {})
    answer.headers["Clear-Site-Data"] = FORGET
    return answer
