"""The pages about one activation trajectory."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories import recording
from vlechtwerk.trajectories.forms import ChoiceForm, CorrectionForm, DayForm, EventForm, TrialForm
from vlechtwerk.trajectories.queries import Trajectory, find
from vlechtwerk.trajectories.recording import Outcome
from vlechtwerk.trajectories.showing import asking, pages
from vlechtwerk.trajectories.showing.words import event_label
from vlechtwerk.ui.forms import field
from vlechtwerk.ui.pages import page

WRONG = 422
"""The status of a page with a form that was not accepted."""


@require_safe
@in_position
def trajectory(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """One trajectory: where it stands, what is due, what can be done and what happened; also on an earlier day."""
    found = find_or_404(id, position)
    form = DayForm(found.began_on, found.today, request.GET if "on" in request.GET else None)
    wrong = form.is_bound and not form.is_valid()
    on: date = form.cleaned_data["on"] if form.is_bound and not wrong else found.today
    show = pages.own_page if found.is_own else pages.case_page
    context = show(found, on) | {"day_field": field(form["on"]), "notices": messages.get_messages(request)}
    template = "trajectories/own.html" if found.is_own else "trajectories/case.html"
    return page(request, template, context, status=WRONG if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def record_event(request: HttpRequest, position: Position, id: UUID, event: str) -> HttpResponse:
    """Record what happened; what the rules refuse is told with the reasons and what was typed stays."""
    found = find_or_404(id, position)
    question = asking.question(found, event)
    if against := asking.not_recorder(found, event):
        return page(request, "trajectories/not_yours.html", pages.not_yours(found, event, against), status=403)
    form = EventForm(question, request.POST or None, seen=found.case.version)
    outcome = recording.record(found, form) if form.is_valid() else Outcome()
    if outcome.stored:
        return _stored(request, found, _("%(event)s is recorded."), event)
    context = pages.record_page(found, form, outcome)
    return page(request, "trajectories/record.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def correct_event(request: HttpRequest, position: Position, id: UUID, event_id: UUID) -> HttpResponse:
    """Correct what was recorded: put something else in its place, or strike it."""
    found = find_or_404(id, position)
    row = asking.standing_row(found, event_id)
    if against := asking.not_recorder(found, row.name):
        return page(request, "trajectories/not_yours.html", pages.not_yours(found, row.name, against), status=403)
    form = CorrectionForm(asking.correction(found, row), request.POST or None)
    outcome = recording.correct(found, row, form) if form.is_valid() else Outcome()
    if outcome.stored:
        return _stored(request, found, _("%(event)s is corrected."), row.name)
    context = pages.correct_page(found, row, form, outcome)
    return page(request, "trajectories/correct.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def what_if(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What would be different if something happened. Nothing is stored."""
    found = find_or_404(id, position)
    if found.is_own:
        raise PermissionDenied
    choice = ChoiceForm(request.GET if "event" in request.GET else None)
    form = None
    if choice.is_valid():
        form = TrialForm(asking.trial(found, choice.cleaned_data["event"]), request.POST or None)
    wrong = (choice.is_bound and form is None) or (form is not None and form.is_bound and not form.is_valid())
    context: dict[str, Any] = pages.what_if_page(found, choice, form)
    return page(request, "trajectories/what_if.html", context, status=WRONG if wrong else 200)


def find_or_404(id: UUID, position: Position) -> Trajectory:
    """The trajectory as the visitor sees it today. Raises Http404 when there is none for them."""
    try:
        return opened(id, position, lambda: find(id, position, timezone.localdate()))
    except Case.DoesNotExist as missing:
        raise Http404 from missing


def _stored(request: HttpRequest, found: Trajectory, text: str, event: str) -> HttpResponse:
    """Go to the page of the trajectory and say there what was done."""
    messages.success(request, text % {"event": sentence(event_label(event))})
    return redirect("trajectory", found.case.pk)
