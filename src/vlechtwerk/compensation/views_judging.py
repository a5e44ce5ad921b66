"""The pages on which the lack of an internship is judged."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.compensation.actions import MoneyRefused, OutOfDate
from vlechtwerk.compensation.doors import only
from vlechtwerk.compensation.forms_judging import JudgementForm
from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.judging import judge, judges
from vlechtwerk.compensation.showing_judging import motivated_page
from vlechtwerk.compensation.views_settings import WRONG, entering, one_line
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.pages import page


@require_safe
@in_position
@only(judges)
def no_internship(request: HttpRequest, position: Position) -> HttpResponse:
    """The trajectories of the region without an internship, by number; that they were listed stands in the record."""
    with transaction.atomic():
        context = motivated_page(position)
        reading.listed(position, context["files"])
    return page(request, "compensation/motivated.html", {**context, "notices": messages.get_messages(request)})


def after(position: Position, number: int) -> tuple[Any, ...]:
    """Where somebody goes on: the coordinator to the payments of the trajectory."""
    return ("compensation_network_line", number) if sees_instalments(position) else ("compensation_no_internship",)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(judges)
def internship(request: HttpRequest, position: Position, number: int) -> HttpResponse:
    """Whether the lack of an internship was shown well enough; no amount changes by it."""
    form, problem = JudgementForm(request.POST or None), ""
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            judge(
                number=number,
                review=form.review(Role(position.role)),
                by=position,
                key=form.cleaned_data["idempotency_key"],
            )
            messages.success(request, _("The judgement is noted."))
            return redirect(*after(position, number))
    except MoneyRefused as refused:
        against = refused.reasons
    except OutOfDate as nothing:
        problem = _(nothing.message)
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    context = {**one_line(position, number), **entering(form), "reasons": reasons(against), "problem": problem}
    context["reads_motivation"] = sees_instalments(position)
    status = WRONG if request.method == "POST" else 200
    return page(request, "compensation/judge.html", context, status=status)
