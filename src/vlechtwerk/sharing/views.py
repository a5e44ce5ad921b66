"""The page that tells a client who looked at the own file."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.forms import PageForm
from vlechtwerk.sharing.queries import looks_at, own_parts
from vlechtwerk.sharing.showing import who_looked_page
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
        looks = looks_at([one.file_id for one in own], form.number)
        for one in own:
            reading.read(position, [one], verb=Verb.RECORD_READ)
    return page(request, "sharing/who_looked.html", who_looked_page(looks))
