"""The pages of the referral itself: drafts of a mediator, proposals of care, and intakes for the care partnership."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.intake import proposals, showing_referral
from vlechtwerk.intake.actions import DraftGone, begin_draft, drop_draft, keep_draft, refer
from vlechtwerk.intake.doors import only, proposes, refers, takes_part, tells_region
from vlechtwerk.intake.forms import ReferralForm, typed
from vlechtwerk.intake.forms_proposal import AnswerForm, ProposalForm, RegionForm
from vlechtwerk.intake.judging import NotAllowed
from vlechtwerk.intake.models import Draft, Handover, Proposal
from vlechtwerk.intake.queries import told_intakes, work_case_managers
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.actions import choose
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.pages import page

WRONG, COMPLETE = 422, "complete"


@require_safe
@in_position
@only(takes_part)
@reads_files
def overview(request: HttpRequest, position: Position) -> HttpResponse:
    """What the visitor has on the road: own drafts, proposals, or the intakes that the care partnership was told of."""
    today = timezone.localdate()
    drafts = Draft.objects.filter(mediator=position).order_by("-saved_at") if refers(position) else ()
    seen = list(proposals.visible(position, today)) if refers(position) or proposes(position) else []
    told = told_intakes(position) if tells_region(position) else []
    if seen:
        note(Verb.PROPOSALS_LISTED, by=position, rules=["AT-045"])
    if told:
        files = tuple(one.file_id for one, _day, _appointment in told)
        note(Verb.NUMBERS_LISTED, by=position, rules=["AT-052"], access=Access(shown=files))
    context = showing_referral.overview_page(position, list(drafts), seen, told)
    return page(request, "intake/overview.html", {**context, "notices": messages.get_messages(request)})


@require_POST
@in_position
@only(refers)
@reads_files
def new(request: HttpRequest, position: Position) -> HttpResponse:
    """Begin a referral."""
    form = ActionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return redirect("intake_draft", begin_draft(by=position, key=form.cleaned_data["idempotency_key"]).pk)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(refers)
@reads_files
def draft(request: HttpRequest, position: Position, draft: UUID) -> HttpResponse:
    """One referral that is not complete yet. What was typed is kept first, whatever the rules say of it."""
    found = Draft.objects.filter(pk=draft, mediator=position).first()
    people = work_case_managers(position.region, timezone.localdate())
    if found is None:
        return _completed(position, draft)
    if request.method != "POST":
        form, against = ReferralForm(people, kept=found.answers), ()
        return _draft_page(request, found, form, against)
    form = ReferralForm(people, request.POST)
    keep_draft(found, typed(form), by=position)
    if not request.POST.get(COMPLETE):
        messages.success(request, _("The draft is kept. Only you see it."))
        return redirect("intake_draft", found.pk)
    return _referred(request, position, found, form)


def _completed(position: Position, draft: UUID) -> HttpResponse:
    """Where a draft that became a trajectory leads. Raises Http404 when it never was a draft of the visitor."""
    done = Handover.objects.filter(draft=draft, mediator=position).first()
    if done is None:
        raise Http404
    return redirect("intake_road", done.case_id)


def _referred(request: HttpRequest, position: Position, found: Draft, form: ReferralForm) -> HttpResponse:
    """Refer with a complete form, or tell what is missing."""
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            case = refer(found.pk, form.referral, by=position)
            messages.success(request, _("The referral is made. Give the participant the appointment sheet."))
            return redirect("intake_road", case.pk)
    except NotAllowed as refused:
        against = refused.reasons
    except DraftGone as gone:
        raise Http404 from gone
    return _draft_page(request, found, form, against)


def _draft_page(request: HttpRequest, found: Draft, form: ReferralForm, against: tuple[Reason, ...]) -> HttpResponse:
    context = {**showing_referral.draft_page(found, form, against), "notices": messages.get_messages(request)}
    return page(request, "intake/draft.html", context, status=WRONG if form.is_bound else 200)


@require_POST
@in_position
@only(refers)
@reads_files
def drop(request: HttpRequest, position: Position, draft: UUID) -> HttpResponse:
    """Throw a draft away."""
    if found := Draft.objects.filter(pk=draft, mediator=position).first():
        drop_draft(found, by=position)
        messages.success(request, _("The draft is thrown away."))
    return redirect("intake_overview")


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(proposes)
@reads_files
def propose(request: HttpRequest, position: Position) -> HttpResponse:
    """Propose a candidate to VDAB."""
    form, against = ProposalForm(timezone.localdate(), request.POST or None), tuple[Reason, ...]()
    try:
        if form.is_valid():
            proposals.propose(form.candidacy, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("VDAB sees your proposal. You see here what VDAB decides."))
            return redirect("intake_overview")
    except NotAllowed as refused:
        against = refused.reasons
    context = {**drawn(form), "reasons": reasons(against)}
    return page(request, "intake/propose.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(takes_part)
@reads_files
def proposal(request: HttpRequest, position: Position, proposal: UUID) -> HttpResponse:
    """One proposal: the proposer sees the outcome, VDAB decides."""
    found = proposals.visible(position, timezone.localdate()).filter(pk=proposal).first()
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None) if refers(position) else None
    try:
        if form is not None and form.is_valid():
            return _decided(request, position, found, form)
    except (proposals.AlreadyDecided, Proposal.DoesNotExist):
        messages.warning(request, _("Somebody decided about this proposal already."))
        return redirect("intake_overview")
    note(Verb.PROPOSALS_LISTED, by=position, rules=["AT-045"])
    context = showing_referral.proposal_page(found, form)
    return page(request, "intake/proposal.html", context, status=WRONG if form is not None and form.is_bound else 200)


def _decided(request: HttpRequest, position: Position, found: Proposal, form: AnswerForm) -> HttpResponse:
    if form.accepts:
        begun = proposals.accept(found.pk, by=position, key=form.cleaned_data["idempotency_key"])
        return redirect("intake_draft", begun.pk)
    proposals.refuse(found.pk, form.cleaned_data["outcome"], by=position)
    messages.success(request, _("The proposer sees what you decided."))
    return redirect("intake_overview")


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(tells_region, refers)
def region(request: HttpRequest, position: Position) -> HttpResponse:
    """What the region agreed, from a day on and with its source: how intakes are passed on, how long a proposal is kept."""
    form = RegionForm(position, request.POST or None)
    if form.is_valid() and form.is_new():
        choose(region=position.region, choice=form.choice, by=position)
        messages.success(request, _("It is noted."))
        return redirect("intake_region")
    context: dict[str, Any] = {
        **showing_referral.region_page(position),
        **drawn(form),
        "notices": messages.get_messages(request),
    }
    return page(request, "intake/region.html", context, status=WRONG if form.is_bound else 200)
