"""The page that tells a client who looked at the own file."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.models import Verb
from vlechtwerk.audit.retention import retention_on
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.emergency import told_about
from vlechtwerk.sharing.forms import PageForm
from vlechtwerk.sharing.queries import EVERYTHING, looks_at, own_parts
from vlechtwerk.sharing.showing import as_file, emergencies, who_looked_page
from vlechtwerk.ui.attachments import CSV, attachment
from vlechtwerk.ui.pages import page


@require_safe
@in_position
def who_looked(request: HttpRequest, position: Position) -> HttpResponse:
    """Who looked at the own file, when and for what. For who is no client this page does not exist."""
    form = PageForm(request.GET)
    if not form.is_valid():
        raise Http404
    with transaction.atomic():
        own = own_parts(position, timezone.localdate())
        if not own:
            raise Http404
        files = [one.file_id for one in own]
        context = who_looked_page(looks_at(files, form.number)) | {"emergencies": emergencies(told_about(files))}
        for one in own:
            reading.read(position, [one], verb=Verb.RECORD_READ)
    kept = retention_on(timezone.localdate())
    return page(request, "sharing/who_looked.html", context | {"kept": kept})


@require_safe
@in_position
def who_looked_file(request: HttpRequest, position: Position) -> HttpResponse:
    """The same as a file to keep, for who confirmed a moment ago who one is."""
    if not own_parts(position, timezone.localdate()):
        raise Http404
    return _as_file(request, position)


@recently_confirmed
@at_a_pace(TAKING_ALONG)
def _as_file(request: HttpRequest, position: Position) -> HttpResponse:
    with transaction.atomic():
        own = own_parts(position, timezone.localdate())
        told = as_file(looks_at([one.file_id for one in own], 1, EVERYTHING))
        for one in own:
            reading.read(position, [one], verb=Verb.RECORD_EXPORTED)
    # The mark in front lets spreadsheet programs read the accents.
    return attachment("\ufeff" + told, CSV, "wie-keek.csv")
