"""Opening a trajectory with its reports; the look stands in the record, and so does the attempt of who may not."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone

from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.dossier.purposes import check, chosen
from vlechtwerk.execution.forms import About
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import Way, opened
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.queries import NOTES, REPORTS, find_reports
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.trajectories.queries import find


def notes_or_404(id: UUID, position: Position, deed: Deed = Deed.FILE_READ) -> About:
    """The trajectory with its shared notes. Raises Http404 for who does not read that part of the file."""

    def look_up() -> About:
        found = find(id, position, timezone.localdate())
        return About(found, find_reports(found.case, position, found.today, Verb.READ, NOTES))

    return _or_404(id, position, look_up, Way(verb=deed))


def reports_or_404(
    request: HttpRequest, position: Position, id: UUID, verb: Verb, deed: Deed = Deed.FILE_READ
) -> About:  # fmt: skip
    """The trajectory with its reports and shared notes; what the look is for is asked. Raises Http404."""

    def look_up() -> About:
        found = find(id, position, timezone.localdate())
        reports = find_reports(found.case, position, found.today, verb, REPORTS)
        check(request, reports)
        return About(found, replace(reports, kinds=(*REPORTS, *NOTES)))

    return _or_404(id, position, look_up, Way(Part.CONFIDENTIAL, chosen(request, position, id), deed))


def _or_404(id: UUID, position: Position, look_up: Callable[[], About], way: Way) -> About:
    try:
        return opened(id, position, look_up, way)
    except Case.DoesNotExist as missing:
        raise Http404 from missing


def replaced_or_404(request: HttpRequest, about: About) -> Report | None:
    """The report that is replaced. Raises Http404 when it is not one of the visitor that stands."""
    named = request.POST.get("replaces") or request.GET.get("replaces")
    if not named:
        return None
    mine = (one for one in about.reports.standing if one.author_id == about.found.position.pk)
    replaced = next((one for one in mine if str(one.pk) == named), None)
    if replaced is None:
        raise Http404
    return replaced
