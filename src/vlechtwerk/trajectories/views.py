"""The pages about one activation trajectory."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
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
from vlechtwerk.sharing.following import TAKEN_AWAY
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories import recording
from vlechtwerk.trajectories.forms import ChoiceForm, CorrectionForm, DayForm, EventForm, TrialForm
from vlechtwerk.trajectories.queries import Trajectory, find
from vlechtwerk.trajectories.recording import Attempt, Outcome
from vlechtwerk.trajectories.showing import asking, guided, pages
from vlechtwerk.trajectories.showing.words import NAMES, event_label
from vlechtwerk.ui.forms import field
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

T = TypeVar("T")
TAKING_AWAY = frozenset(NAMES[kind] for kind in TAKEN_AWAY)
"""The names of the events that may end the access of who records them."""
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
@keeps_unfinished(Kind.ADMINISTRATIVE)
@in_position
def record_event(request: HttpRequest, position: Position, id: UUID, event: str) -> HttpResponse:
    """Record what happened; what the rules refuse is told with the reasons and what was typed stays."""
    if request.method != "POST" or event in guided.ON_A_PAGE:
        return _record_page(request, find_or_404(id, position), event, Attempt(()))
    tried = or_404(lambda: opened(id, position, lambda: recording.attempt(id, position, event, request.POST)))
    if tried.outcome.stored:
        return _stored(request, id, position, _("%(event)s is recorded."), event)
    return _record_page(request, or_404(lambda: find(id, position, timezone.localdate())), event, tried)


def _record_page(request: HttpRequest, found: Trajectory, event: str, tried: Attempt) -> HttpResponse:
    """The form to record an event, empty or as it was sent; who does not record it is told who does."""
    question = asking.question(found, event)
    if against := asking.not_recorder(found, event):
        return page(request, "trajectories/not_yours.html", pages.not_yours(found, event, against), status=403)
    if elsewhere := guided.own_page_of(found, event):
        return redirect(elsewhere)
    form = tried.form or EventForm(question, seen=found.case.version)
    context = pages.record_page(found, form, tried.outcome)
    return page(request, "trajectories/record.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.ADMINISTRATIVE)
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
        return _stored(request, id, position, _("%(event)s is corrected."), row.name)
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
    return or_404(lambda: opened(id, position, lambda: find(id, position, timezone.localdate())))


def or_404(look_up: Callable[[], T]) -> T:
    """What is looked up. Raises Http404 when there is no such case for the visitor."""
    try:
        return look_up()
    except Case.DoesNotExist as missing:
        raise Http404 from missing


def _stored(request: HttpRequest, id: UUID, position: Position, text: str, event: str) -> HttpResponse:
    """Say what was done on the page of the trajectory, or on the own list when that was ending the own access."""
    messages.success(request, text % {"event": sentence(event_label(event))})
    if event in TAKING_AWAY and not Case.objects.visible_to(position, timezone.localdate()).filter(pk=id).exists():
        return redirect("worklist")
    return redirect("trajectory", id)
