"""The client's appointment: when, where, with whom, the way there, and a file for her own calendar."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vlechtwerk.intake.queries import coming_appointment
from vlechtwerk.intake.showing import appointment
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing
from vlechtwerk.portal.appointments import calendar_file, reminder_facts, route_to
from vlechtwerk.portal.views import own_or_404
from vlechtwerk.ui.attachments import attachment
from vlechtwerk.ui.display import display_of
from vlechtwerk.ui.pages import page

NAME = "afspraak.ics"
"""The name of the file for a calendar: it tells nothing to who finds it."""


@require_safe
@in_position
def own_appointment(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """When and where she is expected, by whom, and how she gets there."""
    found = own_or_404(id, position)
    booked = coming_appointment(found.case, found.today)
    told = {
        "appointment": (*appointment(booked), *reminder_facts(booked)) if booked else (),
        "route": route_to(found, booked.place) if booked else None,
        "discreet": display_of(request)["discreet"],
    }
    return page(request, "portal/appointment.html", {**showing.common(found), **told})


@require_safe
@in_position
def appointment_file(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The appointment for a calendar; the place stays out of it on a device that others see too."""
    found = own_or_404(id, position)
    if (booked := coming_appointment(found.case, found.today)) is None:
        raise Http404
    number = found.case.appointments.count() - 1
    told = calendar_file(booked, _("Appointment"), number=number, with_place=not display_of(request)["discreet"])
    return attachment(told, "text/calendar; charset=utf-8", NAME)
