"""The pages about who carries out the plan of one trajectory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.views import WRONG, find_or_404
from vlechtwerk.network import showing_plan as showing
from vlechtwerk.network.assigning import OutOfDate, assign, refer, withdraw
from vlechtwerk.network.forms_assigning import AssignmentForm, ReferralForm, WithdrawalForm
from vlechtwerk.network.queries import Execution, visible
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.actions import PlanNotOpen, PlanRefused
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.pages import page


@require_safe
@in_position
@asks_purpose
@reads_files
def plan(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Who carries out which action of the plan, what waits and what it costs together."""
    execution = Execution(PlanFile(find_or_404(request, position, id, Verb.READ)))
    context = {**showing.plan_page(execution), "notices": messages.get_messages(request)}
    return page(request, "network/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def assigned(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Let a provider carry out an action."""
    execution, code = assigning_or_404(request, position, id)
    action = execution.action(code)
    if action is None:
        raise Http404
    form = AssignmentForm(execution, action, request.POST or None)

    def act() -> None:
        told = form.cleaned_data
        assign(execution=execution, choice=form.choice, seen=told["seen"], key=told["idempotency_key"])

    running = visible(position, execution.plans.found.today)
    title = _("Who carries out: %(action)s") % {"action": action.text}
    return _do(request, execution, Step(title, form, act, showing.choices(execution, action, running)))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def withdrawn(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Let nobody carry out an action any more."""
    execution, code = assigning_or_404(request, position, id)
    action, assignment = execution.action(code), execution.standing.get(code)
    if assignment is None or not (assignment.provider_id or request.POST):
        raise Http404
    form = WithdrawalForm(execution, code, request.POST or None)

    def act() -> None:
        told = form.cleaned_data
        withdraw(execution=execution, withdrawing=form.withdrawing, seen=told["seen"], key=told["idempotency_key"])

    named = action.text if action else assignment.discipline
    return _do(request, execution, Step(_("End the assignment: %(action)s") % {"action": named}, form, act))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def referred(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Let somebody of the assigned provider into the file."""
    execution = Execution(PlanFile(find_or_404(request, position, id, Verb.READ)))
    code = request.POST.get("code") or request.GET.get("actie", "")
    assignment = execution.assigned.get(code)
    if assignment is None or not (showing.may_refer(execution, assignment) or request.POST):
        raise Http404
    form = ReferralForm(execution, code, request.POST or None)
    title = _("Let in: %(provider)s") % {"provider": execution.known[assignment.provider_id].provider.organisation.name}  # type: ignore[index]  # an assignment that stands has a provider
    return _do(request, execution, Step(title, form, lambda: refer(execution=execution, referring=form.referring)))


@dataclass(frozen=True)
class Step:
    """One form about an action: what sending it does, and what stands on its page beside the questions."""

    title: str
    form: ActionForm
    act: Callable[[], object]
    more: dict[str, Any] = field(default_factory=dict)


def _do(request: HttpRequest, execution: Execution, step: Step) -> HttpResponse:
    """Do what a valid form asks and go to who carries out the plan; or tell why not."""
    form = step.form
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            step.act()
            messages.success(request, _("It is stored."))
            return redirect("network_plan", execution.case.pk)
        except PlanRefused as refused:
            against = refused.reasons
        except OutOfDate:
            form.add_error(None, _("Something changed here meanwhile. Look at who carries out the plan first."))
        except PlanNotOpen as shut:
            raise Http404 from shut
    context = showing.form_page(execution, form, step.title, against) | step.more
    return page(request, "network/step.html", context, status=WRONG if form.is_bound else 200)


def assigning_or_404(request: HttpRequest, position: Position, id: UUID) -> tuple[Execution, str]:
    """Who carries out the plan, with the code of the action that is named, for the coordinator. Raises Http404."""
    execution = Execution(PlanFile(find_or_404(request, position, id, Verb.READ)))
    if not showing.assigns(execution):
        raise Http404
    return execution, request.POST.get("code") or request.GET.get("actie", "")
