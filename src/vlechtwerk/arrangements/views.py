"""The pages about a region: what is arranged there, and the forms to note it. They show nothing about a participant."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vlechtwerk.arrangements import showing
from vlechtwerk.arrangements.actions import ArrangementRefused, arrange, has_read
from vlechtwerk.arrangements.catalogue import FORMS
from vlechtwerk.arrangements.doors import for_professionals
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.showing_training import untrained_table
from vlechtwerk.arrangements.training import lists_trainings
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.attachments import CSV, attachment
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.pages import page

WRONG = 422


@require_safe
@in_position
@for_professionals
def region(request: HttpRequest, position: Position) -> HttpResponse:
    """Room at GTB, the care partnership in short, and what people are referred to."""
    return _shown(request, "arrangements/region.html", showing.region_page(position, timezone.localdate()))


@require_safe
@in_position
@for_professionals
def partnership(request: HttpRequest, position: Position) -> HttpResponse:
    """The care partnership: mandate, partners, contact and agreements."""
    return _shown(request, "arrangements/partnership.html", showing.partnership_page(position, timezone.localdate()))


@require_safe
@in_position
@for_professionals
def signalled(request: HttpRequest, position: Position) -> HttpResponse:
    """The bottlenecks: those of the region for who takes them up, the own ones for everybody else."""
    return _shown(request, "arrangements/bottlenecks.html", showing.bottlenecks_page(position))


@require_safe
@in_position
@for_professionals
def untrained(request: HttpRequest, position: Position) -> HttpResponse:
    """The care case managers without ICF training as a table, for the contact of the care partnership alone."""
    if not lists_trainings(position):
        raise Http404
    return attachment(untrained_table(position, timezone.localdate()), CSV, "zonder-icf-opleiding.csv")


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return page(request, template, {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@for_professionals
def write(request: HttpRequest, position: Position, what: str) -> HttpResponse:
    """Note something about the region. For who does not note it there is no such page."""
    kind = FORMS.get(what)
    if kind is None or not kind.is_for(position):
        raise Http404
    form = kind(position, timezone.localdate(), request.POST or None)
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            arrange(new=form.new(), by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, str(form.done))
            return redirect(form.back)
    except ArrangementRefused as refused:
        against = refused.reasons
    context = {**showing.form_page(form), "reasons": reasons(against)}
    return page(request, "arrangements/form.html", context, status=WRONG if form.is_bound else 200)


@require_POST
@in_position
@for_professionals
def read(request: HttpRequest, position: Position, guide: UUID) -> HttpResponse:
    """Confirm that a guideline was read."""
    found = get_object_or_404(Arrangement, pk=guide, sort=Sort.GUIDE, region=position.region_id)
    form = ActionForm(request.POST)
    if not form.is_valid():
        raise Http404
    has_read(found, by=position, key=form.cleaned_data["idempotency_key"])
    messages.success(request, _("It is noted that you read it."))
    return redirect("region")
