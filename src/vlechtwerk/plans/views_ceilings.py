"""The page on which the coordinator enters the maximum cost of a trajectory. For others it does not exist."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.dossier.views import WRONG
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans import words
from vlechtwerk.plans.ceilings import enter_ceiling, enters_ceilings, standing
from vlechtwerk.plans.forms_ceilings import CeilingForm
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page
from vlechtwerk.ui.shapes import Cell, Column


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def ceilings(request: HttpRequest, position: Position) -> HttpResponse:
    """The maximum cost of a trajectory in the region, and the form to enter one."""
    if not enters_ceilings(position):
        raise Http404
    form = CeilingForm(request.POST or None)
    if form.is_valid():
        enter_ceiling(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
        messages.success(request, _("The maximum cost is stored."))
        return redirect("plan_ceilings")
    rows = [
        (Cell(long_date(one.valid_from)), Cell(words.euro(one.amount)), Cell(one.legal_source))
        for one in standing(position.region_id)
        if one.amount is not None
    ]
    context = {
        "columns": [Column(_("from")), Column(_("at most"), numeric=True), Column(_("where it stands"))],
        "rows": rows,
        **drawn(form),
        "notices": messages.get_messages(request),
    }
    return page(request, "plans/ceilings.html", context, status=WRONG if form.is_bound else 200)
