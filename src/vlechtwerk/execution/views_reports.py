"""The pages of reports: the list, the form of each kind, and a report on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.execution import showing
from vlechtwerk.execution.catalogue import CITES, FORMS, goes_on
from vlechtwerk.execution.forms import About
from vlechtwerk.execution.grouping import grouped
from vlechtwerk.execution.looking import notes_or_404, replaced_or_404, reports_or_404
from vlechtwerk.execution.printing import pdf
from vlechtwerk.execution.submitting import Outcome, submitted
from vlechtwerk.execution.views import WRONG, stored
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.actions import NotTheirs
from vlechtwerk.reports.kinds import PLANS, ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.attachments import PDF, attachment
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

FILE_NAME = "verslag.pdf"
"""It tells nothing about whom the report is about."""


@require_safe
@in_position
@asks_purpose
@reads_files
def reports(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The reports that the visitor may read; the look stands in the record."""
    about = reports_or_404(request, position, id, Verb.READ)
    context = {**showing.reports_page(about), "groups": grouped(about), "notices": messages.get_messages(request)}
    return page(request, "execution/reports.html", context)


@require_safe
@in_position
@reads_files
def notes(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The shared notes that the visitor may read, and those that she writes; the look stands in the record."""
    about = notes_or_404(id, position)
    context = {**showing.notes_page(about), "notices": messages.get_messages(request)}
    return page(request, "execution/notes.html", context)


@require_safe
@recently_confirmed
@at_a_pace(TAKING_ALONG)
@in_position
@reads_files
def note_paper(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """The request for a bus card as the form that the participant takes to the job shop (AT-197)."""
    about = notes_or_404(id, position, Deed.FILE_EXPORTED)
    return _paper(about, next((one for one in about.reports.of_kind(ReportKind.BUS_CARD) if one.item_id == item), None))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED, Kind.ADMINISTRATIVE)
@in_position
@asks_purpose
@reads_files
def write(request: HttpRequest, position: Position, id: UUID, report: str) -> HttpResponse:
    """Write a report or a shared note, or another one in the place of one of one's own."""
    about, kind = _about_or_404(request, position, id, report)
    form = FORMS[kind](about, request.POST or None)
    outcome = Outcome()
    try:
        outcome = submitted(form) if form.is_bound else outcome
    except NotTheirs as missing:
        raise Http404 from missing
    if outcome.stored:
        return stored(request, about, kind, goes_on(kind, about.found.capacities))
    context = showing.write_page(about, form, outcome)
    return page(request, "execution/write.html", context, status=WRONG if form.is_bound else 200)


def _about_or_404(request: HttpRequest, position: Position, id: UUID, kind: str) -> tuple[About, ReportKind]:
    """The trajectory, for who writes such a report in it. Raises Http404 for everybody else, and when there is no such kind."""
    behind_walls = kind not in FORMS or kind in CITES or PLANS[ReportKind(kind)].part is not Kind.ADMINISTRATIVE
    about = reports_or_404(request, position, id, Verb.WRITE) if behind_walls else notes_or_404(id, position)
    if kind not in FORMS or not about.reports.may_write(ReportKind(kind)):
        raise Http404
    return About(about.found, about.reports, replaced_or_404(request, about)), ReportKind(kind)


@require_safe
@recently_confirmed
@at_a_pace(TAKING_ALONG)
@in_position
@asks_purpose
@reads_files
def paper(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """A report as a document. That somebody took it along stands in the record."""
    about = reports_or_404(request, position, id, Verb.READ, Deed.FILE_EXPORTED)
    return _paper(about, next((one for one in about.reports.standing if one.item_id == item), None))


def _paper(about: About, found: Report | None) -> HttpResponse:
    """A report as a file that tells nothing about whom it is by its name. Raises Http404 when there is none."""
    if found is None:
        raise Http404
    return attachment(pdf(showing.paper(about, found)), PDF, FILE_NAME)
