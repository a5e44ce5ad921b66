"""How the trajectories of a region ended: the page, and the same numbers as a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sheets import csv_bytes
from vlechtwerk.ui.attachments import CSV, attachment
from vlechtwerk.ui.pages import page
from vlechtwerk.worklist.outcomes import READERS, headings, page_of, table, years


@require_safe
@in_position
def outcomes(request: HttpRequest, position: Position) -> HttpResponse:
    """The numbers by final advice. They name nobody, and what is about few people is not told."""
    if position.role not in READERS:
        raise Http404
    return page(request, "worklist/outcomes.html", page_of(position, timezone.localdate()))


@require_safe
@in_position
def export(_request: HttpRequest, position: Position) -> HttpResponse:
    """The same numbers for a spreadsheet program: what the page does not tell, the file does not tell either."""
    if position.role not in READERS:
        raise Http404
    found = years(position, timezone.localdate())
    return attachment(csv_bytes(headings(found), table(found)), CSV, "afloop.csv")
