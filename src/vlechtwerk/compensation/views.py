"""The pages of the half-year statements: numbers of trajectories and amounts, and nothing about anybody."""

from collections.abc import Callable, Mapping
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation import actions, exporting, queries, showing
from vlechtwerk.compensation.actions import MoneyRefused, OutOfDate
from vlechtwerk.compensation.computing import standing_amounts
from vlechtwerk.compensation.doors import numbers_shown, only, run_or_404
from vlechtwerk.compensation.forms import StepForm, WantedForm
from vlechtwerk.compensation.models import What
from vlechtwerk.compensation.possible import possible
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.forms import form_errors
from vlechtwerk.ui.pages import page

DONE: Mapping[str, Promise] = {
    StepForm.PREPARE: gettext_lazy("The statement is prepared. Somebody else decides about it."),
    StepForm.RETURN: gettext_lazy("The statement is returned. It can be prepared again."),
    StepForm.DECIDE: gettext_lazy("The statement is decided."),
    StepForm.CLOSE: gettext_lazy("The statement is closed and sealed."),
}


@require_safe
@in_position
@only(queries.sees_statements)
def overview(request: HttpRequest, position: Position) -> HttpResponse:
    """The half-years of the region, with how far their statement is."""
    halves = queries.halves(position.region, timezone.localdate())
    context = showing.overview_page(position, halves, bool(standing_amounts(What.TRAJECTORY)))
    return page(request, "compensation/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(queries.sees_statements)
def statement(request: HttpRequest, position: Position, year: int, half: int) -> HttpResponse:
    """One statement; the care department prepares it here, decides about it and closes it."""
    run, form = run_or_404(year, half), StepForm(request.POST or None)
    against: tuple[Reason, ...] = ()
    problem = ""
    try:
        if form.is_valid():
            _step(run, position, form)
            messages.success(request, str(DONE[form.cleaned_data["act"]]))
            return redirect("compensation_statement", year, half)
    except MoneyRefused as refused:
        against = refused.reasons
    except OutOfDate as late:
        problem = _(late.message)
    context = {**_shown(request, position, run), "reasons": reasons(against), "problem": problem}
    context |= {"errors": form_errors(form) if form.is_bound else [], "notices": messages.get_messages(request)}
    return page(request, "compensation/statement.html", context, status=422 if request.method == "POST" else 200)


def _shown(request: HttpRequest, position: Position, run: HalfYear) -> dict[str, object]:
    """What the page of a statement shows; which trajectories stood in it is in the record."""
    wanted = WantedForm(request.GET)
    if not wanted.is_valid():
        raise Http404
    what, number = wanted.cleaned_data["what"], wanted.number
    with transaction.atomic():
        account = queries.find(position.region, run)
        first = (number - 1) * showing.PAGE
        numbers_shown(position, showing.wanted_lines(account, what)[first : first + showing.PAGE])
    return {
        **showing.statement_page(account, what, number),
        **showing.division(queries.distribution(account)),
        **possible(account, position, timezone.localdate()),
    }


def _step(run: HalfYear, position: Position, form: StepForm) -> None:
    """Do what was asked. Raises MoneyRefused and OutOfDate."""
    told = form.cleaned_data
    acts: Mapping[str, Callable[..., None]] = {
        StepForm.PREPARE: partial(actions.prepare, seen=told["seen"]),
        StepForm.RETURN: partial(actions.give_back, reason=told["reason"]),
        StepForm.DECIDE: actions.decide,
        StepForm.CLOSE: actions.close,
    }
    acts[told["act"]](run=run, by=position, key=told["idempotency_key"])


@require_safe
@in_position
@only(queries.sees_statements)
def line(request: HttpRequest, position: Position, year: int, half: int, number: int) -> HttpResponse:
    """One line: how its amount was made, and what all statements hold about the trajectory with this number."""
    run = run_or_404(year, half)
    with transaction.atomic():
        account = queries.find(position.region, run)
        found = next((one for one in account.lines if one.number == number), None)
        if found is None:
            raise Http404
        numbers_shown(position, [found])
    source = queries.source_of(found)
    told = queries.lines_about(position.region, number)
    return page(request, "compensation/line.html", showing.line_page(account, found, told, source))


@require_safe
@in_position
@only(queries.sees_statements)
def export(request: HttpRequest, position: Position, year: int, half: int, kind: str) -> HttpResponse:
    """The statement as a table for a spreadsheet; it asks the second factor again, and stands in the record."""
    run = run_or_404(year, half)
    if kind not in exporting.KINDS:
        raise Http404

    @recently_confirmed
    @at_a_pace(TAKING_ALONG)
    def exported(request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            account = queries.find(position.region, run)
            numbers_shown(position, account.lines, Verb.NUMBERS_EXPORTED)
        return exporting.answer(account, kind)

    return exported(request)
