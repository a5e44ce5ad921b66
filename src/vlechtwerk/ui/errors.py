"""The pages for what went wrong: in the look, in every language, and without any data of a case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vlechtwerk.ui.pages import bare_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that the program cannot read."""
    title = _("This request is not correct")
    return _error(request, 400, title, _("Go back and try again. Does it keep happening? Tell your administrator."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not allowed. It tells nothing about what exists."""
    title = _("You cannot do this")
    return _error(request, 403, title, _("Your present position does not allow this. Nothing was changed."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that does not come from a page of this site, or from one that was open for too long."""
    title = _("This form has expired")
    return _error(request, 403, title, _("Nothing was saved. Go back, reload the page and send the form again."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for a page that does not exist, or that the visitor may not know of."""
    title = _("We cannot find this page")
    return _error(request, 404, title, _("Perhaps the address is wrong, or you have no access to this page."))


def conflict(request: HttpRequest) -> HttpResponse:
    """Answer a form that does not go together with what is stored. It tells nothing about what that is."""
    title = _("This does not go together with what is stored")
    return _error(request, 409, title, _("Nothing was saved. Go back, reload the page and look before you try again."))


def too_much(request: HttpRequest) -> HttpResponse:
    """Answer somebody who wants to keep more of a form than is kept."""
    title = _("This is too much to keep")
    return _error(
        request, 413, title, _("Go back: what you typed stands there. Send the form, or throw other drafts away.")
    )


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer somebody who tried too often in a short time."""
    title = _("Too many attempts")
    return _error(request, 429, title, _("Wait a few minutes and try again."))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the program failed."""
    title = _("Something went wrong")
    return _error(request, 500, title, _("The fault lies with the program, not with you. Try again in a moment."))


def _error(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    """Render the error page."""
    return bare_page(request, "ui/error.html", {"code": status, "title": title, "advice": advice}, status=status)
