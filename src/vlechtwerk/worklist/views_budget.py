"""The page with the budget of each trajectory and of the whole project."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.forms import PageForm
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.ui.pages import page
from vlechtwerk.worklist.budget import Budget, budget_page


@require_safe
@in_position
@reads_files
def budget(request: HttpRequest, position: Position) -> HttpResponse:
    """What is committed, paid and free, for the network coordinator. It names trajectories by their number alone."""
    form = PageForm(request.GET)
    if not sees_instalments(position) or not form.is_valid():
        raise Http404
    with transaction.atomic():
        context = budget_page(Budget(position, timezone.localdate()), form.number)
        reading.listed(position, context["files"])
    return page(request, "worklist/budget.html", context)
