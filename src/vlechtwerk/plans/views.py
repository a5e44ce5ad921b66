"""The pages of the trajectory plan. For who has no access to the confidential file they do not exist."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.views import WRONG, find_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans import showing
from vlechtwerk.plans.actions import NotTheLatest, PlanNotOpen, PlanRefused, save_wording, sign
from vlechtwerk.plans.forms import AgreementsForm, PlannedActionForm, WordingForm
from vlechtwerk.plans.forms_steps import DelayForm, JudgementForm, SignatureForm, UploadForm
from vlechtwerk.plans.models import Plan
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.recording import explain_delay, judge, to_judge, upload
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

Make = Callable[[PlanFile, Mapping[str, Any] | None], WordingForm]


@require_safe
@in_position
@asks_purpose
@reads_files
def plan(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The plan: the latest version, or the one that is asked for."""
    plans = PlanFile(find_or_404(request, position, id, Verb.READ))
    named = request.GET.get("versie", "")
    shown = version_or_404(plans, named) if named else plans.latest or next(reversed(plans.versions), None)
    context = {**showing.plan_page(plans, shown), "notices": messages.get_messages(request)}
    return page(request, "plans/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def agreements(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Write the goals and the frame of the plan."""
    plans = managed_or_404(request, position, id)
    return _save(request, plans, AgreementsForm, _("Goals and agreements of the plan"))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def action(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Write one action of the plan."""
    plans = managed_or_404(request, position, id)
    if plans.latest is None:
        raise Http404
    code = request.POST.get("code") or request.GET.get("actie", "")

    def make(now: PlanFile, data: Mapping[str, Any] | None) -> WordingForm:
        known = now.latest.told.action(code) if now.latest else None
        return PlannedActionForm(now, data, action=known)

    return _save(request, plans, make, _("An action of the plan"))


def _save(request: HttpRequest, plans: PlanFile, make: Make, title: str) -> HttpResponse:
    """Save what a form tells in the plan; when somebody else saved meanwhile, show both beside each other."""
    form, beside = make(plans, request.POST or None), None
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            save_wording(plans=plans, wording=form.wording, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The plan is saved."))
            return redirect("plan", plans.found.case.pk)
        except PlanRefused as refused:
            against = refused.reasons
        except PlanNotOpen as shut:
            raise Http404 from shut
        except NotTheLatest:
            now = PlanFile(plans.found)
            beside = showing.conflict(form, make(now, None)) | {"is_shut": now.is_shut}
            form = make(now, _seen_again(request.POST, now))
    context = showing.form_page(plans, form, title, against) | {"conflict": beside}
    return page(request, "plans/form.html", context, status=WRONG if form.is_bound else 200)


def _seen_again(data: QueryDict, now: PlanFile) -> QueryDict:
    """What was sent, over the wording that stands now: sending it once more is a choice that was made with both in view."""
    again = data.copy()
    again["seen"] = str(now.newest or "")
    return again


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def signature(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Sign the latest version, or note who signed it on paper."""
    plans = PlanFile(find_or_404(request, position, id, Verb.READ))
    latest = latest_or_404(plans)
    waiting = [] if plans.recorded(latest) else showing.waiting_for(plans, latest)
    if not (waiting if plans.manages else plans.capacities & set(waiting)):
        raise Http404
    form = SignatureForm(plans, waiting, request.POST or None)
    return _do(request, plans, form, _("Sign the plan"), lambda: sign(plans=plans, signing=form.signing))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def uploaded(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Mark the signed plan as uploaded, so that the network coordinator can read it."""
    plans = managed_or_404(request, position, id)
    latest_or_404(plans)
    form = UploadForm(request.POST or None, initial={"seen": plans.newest})
    return _do(
        request, plans, form, _("Upload the plan in the confidential file"),
        lambda: upload(plans=plans, seen=form.cleaned_data["seen"], key=form.cleaned_data["idempotency_key"]),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.COST, Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def judgement(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Approve or return an uploaded version, or ask a question about it; when another one waits by now, it is asked again."""
    plans = PlanFile(find_or_404(request, position, id, Verb.READ))
    shown = to_judge(plans)
    if Role.NETWORK_COORDINATOR not in plans.capacities or (shown is None and request.method != "POST"):
        raise Http404
    if shown is None:
        messages.info(request, _("No version waits for your answer any more. Below is how the plan stands."))
        return redirect("plan", id)
    form, title = JudgementForm(shown, request.POST or None), _judging(shown)
    if form.is_bound and form.data.get("seen") != str(shown.item_id):
        return _judge_again(request, plans, shown)
    return _do(
        request, plans, form, title,
        lambda: judge(plans=plans, judging=form.judging, key=form.cleaned_data["idempotency_key"]),
    )  # fmt: skip


def _judging(shown: Plan) -> str:
    return _("Answer to version %(number)s of the plan") % {"number": shown.number}


def _judge_again(request: HttpRequest, plans: PlanFile, shown: Plan) -> HttpResponse:
    """Ask the answer anew about the wording that waits now: the words are kept, and what was judged is not."""
    again = request.POST.copy()
    again["seen"] = str(shown.item_id)
    for judged in ("verdict", "realistic", "within_budget"):
        again.pop(judged, None)
    form = JudgementForm(shown, again)
    text = _("The plan changed since you opened this page. Look at version %(number)s first, and then answer again.")
    form.add_error(None, text % {"number": shown.number})
    return page(request, "plans/form.html", showing.form_page(plans, form, _judging(shown)), status=WRONG)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def delay(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Explain why the plan is late."""
    plans = managed_or_404(request, position, id)
    form = DelayForm(request.POST or None)

    def act() -> None:
        told = form.cleaned_data
        explain_delay(plans=plans, reason=told["reason"], next_steps=told["next_steps"], key=told["idempotency_key"])

    return _do(request, plans, form, _("Why is the plan late?"), act)


def _do(request: HttpRequest, plans: PlanFile, form: ActionForm, title: str, act: Callable[[], object]) -> HttpResponse:
    """Do what a valid form asks and go to the plan; or tell why not."""
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            act()
            messages.success(request, getattr(form, "done", "") or _("It is stored."))
            return redirect("plan", plans.found.case.pk)
        except PlanRefused as refused:
            against = refused.reasons
        except NotTheLatest:
            form.add_error(None, _("Somebody saved another wording of the plan meanwhile. Look at it first."))
        except PlanNotOpen as shut:
            raise Http404 from shut
    context = showing.form_page(plans, form, title, against)
    return page(request, "plans/form.html", context, status=WRONG if form.is_bound else 200)


@require_safe
@in_position
@asks_purpose
@reads_files
def comparison(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What differs between two versions; without a choice the last two."""
    plans = PlanFile(find_or_404(request, position, id, Verb.READ))
    if len(plans.versions) < 2:
        raise Http404
    before, after = plans.versions[-2:]
    if "van" in request.GET:
        before, after = (version_or_404(plans, request.GET.get(name, "")) for name in ("van", "tot"))
    return page(request, "plans/comparison.html", showing.compare_page(plans, before, after))


def managed_or_404(request: HttpRequest, position: Position, id: UUID) -> PlanFile:
    """The plans of a file for a case manager who may write in it. Raises Http404 for everybody else."""
    plans = PlanFile(find_or_404(request, position, id, Verb.WRITE))
    if plans.manages is None or plans.part is None:
        raise Http404
    return plans


def latest_or_404(plans: PlanFile) -> Plan:
    """The latest wording. Raises Http404 when it is not open to the visitor."""
    if plans.latest is None:
        raise Http404
    return plans.latest


def version_or_404(plans: PlanFile, number: str) -> Plan:
    """A version by its number. Raises Http404 when it is not open to the visitor."""
    found = next((one for one in plans.versions if str(one.number) == number), None)
    if found is None:
        raise Http404
    return found
