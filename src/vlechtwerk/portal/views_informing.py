"""Telling when the client was informed that data are kept here (AT-134)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.consent.informing import informed, tell_informed
from vlechtwerk.consent.models import Told
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing_invitation as showing
from vlechtwerk.portal.forms import InformedForm
from vlechtwerk.portal.queries import of_writer
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def informing(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Tell on which day and how the client heard that data are kept here; before that nothing is written down."""
    try:
        found = opened(id, position, lambda: of_writer(id, position, timezone.localdate()))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    form = InformedForm(found.today, request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        tell_informed(found.case.file_id, on=told["on"], how=Told(told["how"]), by=position)
        messages.success(request, _("It is stored that the participant was informed."))
        return redirect("trajectory", id)
    context = {**showing.about(found), **drawn(form), "already": informed(found.case.file_id)}
    return page(request, "portal/informed.html", context, status=422 if form.is_bound else 200)
