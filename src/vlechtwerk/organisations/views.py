"""Choosing in which position to act, and signing in as a fictional person of a demonstration."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.forms import UUIDField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from vlechtwerk.accounts.actions import sign_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.views import next_page
from vlechtwerk.organisations.acting import act_as, acting_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "POST"])
def positions(request: HttpRequest) -> HttpResponse:
    """The own positions of today, with a button to act in each of them."""
    if not isinstance(request.user, Account):
        return redirect_to_login(request.get_full_path())
    held = Position.objects.held_by(request.user, timezone.localdate())
    if request.method == "POST":
        act_as(request, get_object_or_404(held, pk=_chosen(request)))
        return redirect(next_page(request))
    context = {"positions": held, "acting": acting_position(request), "next": next_page(request)}
    return page(request, "organisations/positions.html", context)


@require_http_methods(["GET", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """The fictional people of the demonstration, each with a button to be that person. Elsewhere this page does not exist."""
    if not settings.DEMO:
        raise Http404
    people = Position.objects.of_demonstration(timezone.localdate())
    if request.method == "POST":
        position = get_object_or_404(people, pk=_chosen(request))
        sign_in(request, position.account)
        act_as(request, position)
        return redirect(next_page(request))
    return page(request, "organisations/demo.html", {"people": people, "next": next_page(request)})


def _chosen(request: HttpRequest) -> UUID:
    """The position of the button that was pressed. Raises Http404 when it is no identifier."""
    try:
        chosen: UUID = UUIDField().clean(request.POST.get("position", ""))
    except ValidationError:
        raise Http404 from None
    return chosen
