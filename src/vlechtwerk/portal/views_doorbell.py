"""The doorbell: an address for a mail that says nothing, its confirmation, and a way to stop it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.doorbell.actions import TooOften, confirm, give_address, turn_off
from vlechtwerk.doorbell.models import Address
from vlechtwerk.doorbell.tokens import CONFIRMING, STOPPING, address_of
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing
from vlechtwerk.portal.forms import AddressForm
from vlechtwerk.portal.views import own_or_404
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def own_doorbell(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Give an address, or stop the mails."""
    found = own_or_404(id, position)
    return _doorbell(request, position, showing.common(found))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def work_doorbell(request: HttpRequest, position: Position) -> HttpResponse:
    """The same beside the own account: the network coordinator hears of a plan that was uploaded (AT-113)."""
    return _doorbell(request, position, {"id": None, "is_work": position.role != Role.CLIENT})


def _doorbell(request: HttpRequest, position: Position, context: dict[str, Any]) -> HttpResponse:
    """The address of an account: given, waiting to be confirmed, or forgotten."""
    if request.POST.get("do") == "stop":
        turn_off(position.account_id)
        messages.success(request, _("You get no more mails. Your address is forgotten."))
        return redirect(request.path)
    form = AddressForm(request.POST or None)
    if form.is_valid():
        try:
            give_address(position.account, form.cleaned_data["email"])
        except TooOften:
            form.add_error("email", _("You gave an address three times today. Try it again tomorrow."))
        else:
            messages.success(request, _("You get a mail to confirm your address."))
            return redirect(request.path)
    address = Address.objects.filter(account=position.account_id).first()
    told = {"address": address, "notices": messages.get_messages(request), **drawn(form)}
    return page(request, "portal/doorbell.html", {**context, **told}, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_doorbell(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address with the link of the mail. Looking confirms nothing: programs that check mail look too."""
    address = address_of(token, CONFIRMING)
    if address is not None and request.method == "POST":
        confirm(address)
    done = address is not None and request.method == "POST"
    return page(request, "portal/doorbell_link.html", {"works": address is not None, "done": done, "stops": False})


@require_http_methods(["GET", "HEAD", "POST"])
def stop_doorbell(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails with the link of a mail, without signing in. A link of before answers the same."""
    if request.method == "POST" and (address := address_of(token, STOPPING)) is not None:
        turn_off(address.account_id)
    return page(request, "portal/doorbell_link.html", {"works": True, "done": request.method == "POST", "stops": True})
