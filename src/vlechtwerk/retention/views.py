"""The pages of the data-protection officer about erasing and holding back. For everybody else they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention import actions, showing
from vlechtwerk.retention.forms import AnswerForm, HoldForm, LiftForm
from vlechtwerk.retention.models import Given, HeldFor
from vlechtwerk.retention.queries import holds_for, unanswered
from vlechtwerk.review.opening import case_with
from vlechtwerk.review.views import for_officers
from vlechtwerk.sharing import reading
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_safe
@in_position
def proposals(request: HttpRequest, position: Position) -> HttpResponse:
    """What may be erased, what is held back, and what the region chose. Files stand here by their reference."""
    for_officers(position)
    with transaction.atomic():
        context, files = showing.list_page(position, timezone.localdate())
        reading.listed(position, files, verb=Verb.NUMBERS_LISTED)
    return page(request, "retention/proposals.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def proposal(request: HttpRequest, position: Position, proposal_id: UUID) -> HttpResponse:
    """One proposal with what would go, and the answer to it; the second factor is asked again."""
    found = unanswered(position).filter(pk=proposal_id).first()
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None, today=timezone.localdate())
    if form.is_valid():
        told = form.cleaned_data
        decision = actions.Decision(Given(told["given"]), told["words"], told["again_on"])
        try:
            actions.answer(proposal=found, told=decision, by=position, key=told["idempotency_key"])
        except (actions.NotForThisFunction, actions.NotPossibleNow):
            form.add_error(None, showing.NOT_NOW)
        else:
            messages.success(request, _("Your decision is stored."))
            return redirect("retention")
    with transaction.atomic():
        context = showing.proposal_page(found, position) | drawn(form)
        reading.listed(position, [found.file_id], verb=Verb.NUMBERS_LISTED)
    return page(request, "retention/proposal.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def new_hold(request: HttpRequest, position: Position) -> HttpResponse:
    """Hold a file back from erasure."""
    for_officers(position)
    form = HoldForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        case = case_with(told["reference"], position)
        try:
            if case is None:
                raise actions.NotPossibleNow
            because = HeldFor(told["held_for"])
            actions.hold(case=case, held_for=because, words=told["words"], by=position, key=told["idempotency_key"])
        except (actions.NotForThisFunction, actions.NotPossibleNow):
            form.add_error("reference", _("There is no trajectory with this reference that can be held back."))
        else:
            messages.success(request, _("The file is held back. The participant can read it."))
            return redirect("retention")
    return page(request, "retention/hold.html", drawn(form), status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def lift_hold(request: HttpRequest, position: Position, hold_id: UUID) -> HttpResponse:
    """Lift a hold, with the reason."""
    found = holds_for(position).filter(pk=hold_id).first()
    if found is None:
        raise Http404
    form = LiftForm(request.POST or None)
    if form.is_valid():
        actions.lift(held=found, words=form.cleaned_data["words"], by=position)
        messages.success(request, _("The file is no longer held back. The participant can read it."))
        return redirect("retention")
    with transaction.atomic():
        context = showing.hold_page(found) | drawn(form)
        reading.listed(position, [found.file_id], verb=Verb.NUMBERS_LISTED)
    return page(request, "retention/lift.html", context, status=WRONG if form.is_bound else 200)
