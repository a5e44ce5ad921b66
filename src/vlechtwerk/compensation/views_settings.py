"""The pages on which amounts, keys and the instalments of the providers are entered."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.compensation import showing_settings as showing
from vlechtwerk.compensation.actions import MoneyRefused, OutOfDate, enter_amount, enter_key
from vlechtwerk.compensation.doors import only
from vlechtwerk.compensation.forms import AmountForm, InstalmentForm, KeyForm, PaymentForm
from vlechtwerk.compensation.instalments import one_provided, pay, provided, sees_instalments
from vlechtwerk.compensation.models import OF_CONTRACT, What
from vlechtwerk.compensation.queries import keys_of, partners_of, sees_statements
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.forms import PageForm
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(sees_statements)
def amounts(request: HttpRequest, position: Position) -> HttpResponse:
    """The full amounts of a trajectory from a day on; the care department enters them, the contact reads them."""
    form = AmountForm(request.POST or None) if position.role == Role.CARE_DEPARTMENT else None
    return _amounts(request, position, form, [What.TRAJECTORY])


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(sees_instalments)
def instalments(request: HttpRequest, position: Position) -> HttpResponse:
    """The amounts of the contract of the network from a day on; the network coordinator enters them."""
    return _amounts(request, position, InstalmentForm(request.POST or None), OF_CONTRACT)


def _amounts(request: HttpRequest, position: Position, form: AmountForm | None, whats: Any) -> HttpResponse:
    """Show what was entered, and enter what was sent."""
    against: tuple[Reason, ...] = ()
    try:
        if form is not None and form.is_valid():
            enter_amount(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The amount is entered."))
            return redirect(request.path)
    except MoneyRefused as refused:
        against = refused.reasons
    context = {**showing.amounts_page(position, whats), **entering(form), "reasons": reasons(against)}
    context["notices"] = messages.get_messages(request)
    return page(request, "compensation/amounts.html", context, status=_status(request))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(sees_statements)
def key(request: HttpRequest, position: Position) -> HttpResponse:
    """The keys of the partners from a day on; the contact of the partnership enters them, the care department reads them."""
    is_contact = position.role == Role.CARE_PARTNERSHIP_CONTACT
    form = KeyForm(partners_of(position.region), request.POST or None) if is_contact else None
    against: tuple[Reason, ...] = ()
    try:
        if form is not None and form.is_valid():
            enter_key(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The key is entered."))
            return redirect("compensation_key")
    except MoneyRefused as refused:
        against = refused.reasons
    context = {**showing.keys_page(keys_of(position.region)), **entering(form), "reasons": reasons(against)}
    context["notices"] = messages.get_messages(request)
    return page(request, "compensation/key.html", context, status=_status(request))


@require_safe
@in_position
@only(sees_instalments)
def network(request: HttpRequest, position: Position) -> HttpResponse:
    """The instalments of the providers, for each trajectory of the region that began."""
    form = PageForm(request.GET)
    if not form.is_valid():
        raise Http404
    with transaction.atomic():
        found, more = provided(position.region, timezone.localdate(), form.number)
        reading.listed(position, [one.case.file_id for one in found])
    return page(request, "compensation/network.html", showing.network_page(found, form.number, more))


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(sees_instalments)
def network_line(request: HttpRequest, position: Position, number: int) -> HttpResponse:
    """The instalments of one trajectory; the network coordinator notes here what was paid."""
    form, problem = PaymentForm(timezone.localdate(), request.POST or None), ""
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            pay(number=number, paying=form.paying, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The payment is noted."))
            return redirect("compensation_network_line", number)
    except MoneyRefused as refused:
        against = refused.reasons
    except OutOfDate as late:
        problem = _(late.message)
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    context = {**one_line(position, number), **entering(form), "reasons": reasons(against), "problem": problem}
    context["notices"] = messages.get_messages(request)
    return page(request, "compensation/network_line.html", context, status=_status(request))


def one_line(position: Position, number: int) -> dict[str, Any]:
    """The trajectory with this number, for the page; that it was looked at stands in the record. Raises Http404."""
    try:
        with transaction.atomic():
            found = one_provided(position.region, number, timezone.localdate())
            reading.listed(position, [found.case.file_id])
            context = showing.provided_page(found)
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    return context


def entering(form: ActionForm | None) -> dict[str, Any]:
    """The form of who may enter something; nothing for who only reads."""
    return {"may_enter": form is not None, **drawn(form)}


def _status(request: HttpRequest) -> int:
    return WRONG if request.method == "POST" else 200
