"""The pages of the data-protection officer about what clients ask about their data. For everybody else they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention import request_showing as showing
from vlechtwerk.retention.actions import NotPossibleNow
from vlechtwerk.retention.asked import as_asked, requests_for, waiting_for
from vlechtwerk.retention.asking import Question, ask, decide, possible
from vlechtwerk.retention.request_forms import DecideForm, PaperWithReferenceForm
from vlechtwerk.retention.request_rows import Done, Right
from vlechtwerk.review.opening import case_with
from vlechtwerk.review.views import for_officers
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_safe
@in_position
def rights(request: HttpRequest, position: Position) -> HttpResponse:
    """What waits for an answer, with its term; what is due first on top."""
    for_officers(position)
    with transaction.atomic():
        context, files = showing.list_page(waiting_for(position), timezone.localdate())
        reading.listed(position, files, verb=Verb.NUMBERS_LISTED)
    return page(request, "retention/rights.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def right(request: HttpRequest, position: Position, request_id: UUID) -> HttpResponse:
    """One request: the words of the client, and what the officer does with it."""
    found = next(iter(as_asked(requests_for(position).filter(pk=request_id), with_words=True)), None)
    if found is None:
        raise Http404
    today = timezone.localdate()
    choices = possible(found, today)
    form = DecideForm(request.POST or None, possible=choices)
    if form.is_valid():
        told = form.cleaned_data
        done, key = Done(told["done"]), told["idempotency_key"]
        try:
            decide(request=found.request, done=done, words=told["words"], by=position, key=key)
        except NotPossibleNow:
            form.add_error(None, _("This cannot be done now: look at the page again."))
        else:
            messages.success(request, _("It is stored, and the participant can read it."))
            return redirect("rights")
    context = showing.officer_page(found, today) | drawn(form) | {"may_decide": bool(choices)}
    reading.listed(position, [found.request.file_id], verb=Verb.NUMBERS_LISTED)
    return page(request, "retention/right.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def new_right(request: HttpRequest, position: Position) -> HttpResponse:
    """Write down what came from a client on paper."""
    for_officers(position)
    form = PaperWithReferenceForm(request.POST or None, today=timezone.localdate())
    if form.is_valid():
        told = form.cleaned_data
        if case := case_with(told["reference"], position):
            question = Question(Right(told["right"]), told["words"], told["asked_on"])
            ask(case=case, told=question, by=position, key=told["idempotency_key"])
            messages.success(request, _("It is stored, and its term runs."))
            return redirect("rights")
        form.add_error("reference", _("There is no single trajectory with this reference in your region."))
    return page(request, "retention/new_right.html", drawn(form), status=WRONG if form.is_bound else 200)
