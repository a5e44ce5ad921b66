"""The page on which care providers, or the network coordinator for them, note hours by task."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.arrangements.actions import ArrangementRefused
from vlechtwerk.arrangements.care_hours import notes_of
from vlechtwerk.dossier.views import WRONG
from vlechtwerk.network import showing_hours
from vlechtwerk.network.actions import AlreadyThere
from vlechtwerk.network.care_hours import note_hours
from vlechtwerk.network.forms_hours import CareHoursForm
from vlechtwerk.network.queries import keeps_network, of_region
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def hours(request: HttpRequest, position: Position) -> HttpResponse:
    """The hours that were noted, those of the own organisation or of the region, and the form to note more."""
    organisations, standing = _whose(position), notes_of(position.region, _only(position))
    form = CareHoursForm(organisations, standing, timezone.localdate(), request.POST or None)
    against: Sequence[Reason] = ()
    if form.is_valid():
        try:
            note_hours(form.served, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The hours are noted."))
            return redirect("network_hours")
        except AlreadyThere:
            form.add_error("first", _("For some of these days hours are noted already. Choose what this replaces."))
        except ArrangementRefused as refused:
            against = refused.reasons
    context = {**showing_hours.hours_page(position, form, standing), "reasons": reasons(against)}
    context["notices"] = messages.get_messages(request)
    return page(request, "network/hours.html", context, status=WRONG if form.is_bound else 200)


def _whose(position: Position) -> list[Organisation]:
    """Of whom somebody notes hours. Raises Http404 for who notes none."""
    if position.role == Role.CARE_PROVIDER:
        return [position.organisation]
    if not keeps_network(position):
        raise Http404
    return [one.provider.organisation for one in of_region(position.region_id) if one.gives_care]


def _only(position: Position) -> UUID | None:
    """The organisation of which somebody reads the hours; None for all of the region."""
    return None if keeps_network(position) else position.organisation_id
