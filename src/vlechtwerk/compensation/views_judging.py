"""The page on which the lack of an internship is judged."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.compensation.actions import MoneyRefused, OutOfDate
from vlechtwerk.compensation.doors import only
from vlechtwerk.compensation.forms_judging import JudgementForm
from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.judging import judge
from vlechtwerk.compensation.views_settings import WRONG, entering, one_line
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@only(sees_instalments)
def internship(request: HttpRequest, position: Position, number: int) -> HttpResponse:
    """Whether the lack of an internship was shown well enough; no amount changes by it."""
    form, problem = JudgementForm(request.POST or None), ""
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            judge(number=number, review=form.review, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The judgement is noted."))
            return redirect("compensation_network_line", number)
    except MoneyRefused as refused:
        against = refused.reasons
    except OutOfDate as nothing:
        problem = _(nothing.message)
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    context = {**one_line(position, number), **entering(form), "reasons": reasons(against), "problem": problem}
    status = WRONG if request.method == "POST" else 200
    return page(request, "compensation/judge.html", context, status=status)
