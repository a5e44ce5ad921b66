"""The pages about the consultations of the network."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.dossier.views import WRONG
from vlechtwerk.network import showing, showing_meetings
from vlechtwerk.network.actions import AlreadyThere
from vlechtwerk.network.forms_meetings import AttendanceForm, MeetingForm
from vlechtwerk.network.meetings import enter_meeting, meetings_of, of_work
from vlechtwerk.network.queries import keeps_network, sees_network
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def meetings(request: HttpRequest, position: Position) -> HttpResponse:
    """The consultations of the region, and the form to plan another one."""
    if not sees_network(position):
        raise Http404
    form = MeetingForm(request.POST or None) if keeps_network(position) else None
    if form and form.is_valid():
        enter_meeting(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
        messages.success(request, _("It is stored."))
        return redirect("network_meetings")
    context = showing_meetings.meetings_page(position, timezone.localdate(), form)
    context["notices"] = messages.get_messages(request)
    return page(request, "network/meetings.html", context, status=WRONG if form and form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def meeting(request: HttpRequest, position: Position, meeting: UUID) -> HttpResponse:
    """How a consultation went: who was there."""
    found = next((one for one in meetings_of(position.region_id) if one.pk == meeting), None)
    if found is None or not keeps_network(position):
        raise Http404
    form = AttendanceForm(found, of_work(position.region_id), request.POST or None)
    if form.is_valid():
        try:
            enter_meeting(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("It is stored."))
            return redirect("network_meetings")
        except AlreadyThere:
            form.add_error(None, _("Somebody changed this meanwhile. Look at the list first."))
    context = showing.form_page(form, _("Consultation of the network"), reverse("network_meetings"))
    return page(request, "network/form.html", context, status=WRONG if form.is_bound else 200)
