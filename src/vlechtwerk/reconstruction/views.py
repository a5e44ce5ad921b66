"""The pages that reconstruct a trajectory."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.models import Verb
from vlechtwerk.documents.printing import pdf
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import Way, opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.reconstruction import showing
from vlechtwerk.reconstruction.forms import ReconstructionForm
from vlechtwerk.reconstruction.queries import Reading, find, on_day
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.attachments import PDF, attachment
from vlechtwerk.ui.pages import page

FILE_NAME = "reconstructie.pdf"
"""It tells nothing about whom the report is about."""
WRONG = 422
"""The status of a page with a form that was not accepted."""


@require_safe
@in_position
def reconstruction(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """How a trajectory stood on a day: the same assessment with fewer events. Without a choice: today."""
    whole = _whole_or_404(id, position, Verb.FILE_READ)
    form = _form(request, whole)
    on, reading = _chosen(form, whole)
    context = {**showing.choice(form), **showing.page_of(on_day(whole, on, reading))}
    return page(request, "reconstruction/reconstruction.html", context, status=200 if form.is_valid() else WRONG)


@require_safe
@in_position
@recently_confirmed
@at_a_pace(TAKING_ALONG)
def report(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The reconstruction as a report on paper. That somebody took it along stands in the record."""
    whole = _whole_or_404(id, position, Verb.FILE_EXPORTED)
    on, reading = _chosen(_form(request, whole), whole)
    return attachment(pdf(showing.report_of(on_day(whole, on, reading))), PDF, FILE_NAME)


def _whole_or_404(id: UUID, position: Position, verb: Verb) -> Trajectory:
    """The trajectory as the visitor sees it today; the look stands in the record. Raises Http404 when there is none."""
    try:
        return opened(id, position, lambda: find(id, position, timezone.localdate()), Way(verb=verb))
    except Case.DoesNotExist as missing:
        raise Http404 from missing


def _form(request: HttpRequest, whole: Trajectory) -> ReconstructionForm:
    """The choice in the address; without one today, with what had happened."""
    today = {"on": whole.today.isoformat(), "reading": Reading.HAPPENED.value}
    return ReconstructionForm(whole.began_on, whole.today, {**today, **request.GET.dict()})


def _chosen(form: ReconstructionForm, whole: Trajectory) -> tuple[date, Reading]:
    """The day and the reading that were chosen; what makes no sense counts as not chosen, and the form tells so."""
    form.is_valid()
    told = form.cleaned_data
    return told.get("on") or whole.today, Reading(told.get("reading") or Reading.HAPPENED)
