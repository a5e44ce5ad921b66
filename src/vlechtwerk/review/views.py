"""The pages of the data-protection officer. For everybody else they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import EMERGENCIES, at_a_pace
from vlechtwerk.audit.models import Purpose, Verb
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.review import showing
from vlechtwerk.review.actions import Told, conclude, go_through
from vlechtwerk.review.forms import EmergencyForm, FindingForm
from vlechtwerk.review.models import Outcome
from vlechtwerk.review.opening import case_with
from vlechtwerk.review.queries import tasks_of, unfinished
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.emergency import Asked, break_glass, mend_glass
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422
SHOWN = 50
"""How many tasks stand on the page; the others come up as these are done."""


def for_officers(position: Position) -> None:
    """Raise Http404 for everybody but the data-protection officer."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        raise Http404


@require_safe
@in_position
def tasks(request: HttpRequest, position: Position) -> HttpResponse:
    """What is to be looked at in the record, what is late on top. Looking here is recorded too."""
    for_officers(position)
    today = timezone.localdate()
    go_through(today)
    with transaction.atomic():
        found = showing.in_order(unfinished(position), today)
        shown = found[:SHOWN]
        context = showing.list_page(shown, len(found), today)
        reading.listed(position, [one.file_id for one in shown if one.file_id], verb=Verb.RECORD_READ)
    return page(request, "review/tasks.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def task(request: HttpRequest, position: Position, task_id: UUID) -> HttpResponse:
    """One task, and what came of looking at it."""
    for_officers(position)
    found = tasks_of(position).prefetch_related("findings").filter(pk=task_id).first()
    if found is None:
        raise Http404
    own = found.account_id == position.account_id
    form = FindingForm(request.POST or None)
    if not own and form.is_valid():
        told = Told(Outcome(form.cleaned_data["outcome"]), form.cleaned_data["words"])
        conclude(task=found, told=told, by=position, key=form.cleaned_data["idempotency_key"])
        messages.success(request, _("What you found is written down."))
        return redirect("review")
    with transaction.atomic():
        context = showing.task_page(found, timezone.localdate()) | {"is_own": own} | drawn(form)
        reading.listed(position, [found.file_id] if found.file_id else [], verb=Verb.RECORD_READ)
    return page(request, "review/task.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def emergency(request: HttpRequest, position: Position) -> HttpResponse:
    """Open one file for four hours; asked are the reason and, again, the second factor."""
    for_officers(position)
    return opening(request, position)


@recently_confirmed
@at_a_pace(EMERGENCIES, of=("POST",))
def opening(request: HttpRequest, position: Position) -> HttpResponse:
    """The form, for who gave the second factor a moment ago."""
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        case = case_with(told["reference"], position)
        if case is not None:
            asked = Asked(Purpose(told["reason"]), told["words"])
            break_glass(file=case.file, asked=asked, by=position, key=told["idempotency_key"])
            return redirect("trajectory", case.pk)
        reading.refused(position, None)
        form.add_error("reference", _("There is no single trajectory with this reference in your region."))
    context = drawn(form)
    return page(request, "review/emergency.html", context, status=WRONG if form.is_bound else 200)


@require_POST
@in_position
def end_emergency(request: HttpRequest, position: Position, involvement_id: UUID) -> HttpResponse:
    """End the own emergency access before it ends by itself."""
    for_officers(position)
    mend_glass(involvement=involvement_id, by=position)
    messages.success(request, _("The emergency access has ended."))
    return redirect("review")
