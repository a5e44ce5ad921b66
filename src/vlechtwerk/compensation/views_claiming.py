"""The pages on which the network coordinator takes along the services and the own fee of a period, apart."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.claiming import FEE, HOURS, SERVICES, Claim, claim_of, name_of, table_of
from vlechtwerk.compensation.doors import only
from vlechtwerk.compensation.forms_claiming import PeriodForm
from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.showing_claiming import claim_page
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading
from vlechtwerk.ui.attachments import CSV, attachment
from vlechtwerk.ui.pages import page


@require_safe
@in_position
@only(sees_instalments)
def period(request: HttpRequest, position: Position) -> HttpResponse:
    """The services and the own fee of a period; without one, of this month."""
    form = PeriodForm(timezone.localdate(), request.GET or None)
    found = None
    if days := form.days:
        with transaction.atomic():
            found = claim_of(position.region, *days)
            reading.listed(position, sorted(_files(found)))
    return page(request, "compensation/claim.html", claim_page(form, found))


def _files(found: Claim) -> set[UUID]:
    return {one.case.file_id for one in found.services}


@require_safe
@in_position
@only(sees_instalments)
def taken(request: HttpRequest, position: Position, kind: str) -> HttpResponse:
    """The services or the fee of a period as a table; it asks the second factor again, and stands in the record."""
    days = PeriodForm(timezone.localdate(), request.GET or None).days
    if kind not in (SERVICES, FEE, HOURS) or days is None:
        raise Http404

    @recently_confirmed
    @at_a_pace(TAKING_ALONG)
    def exported(request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            found = claim_of(position.region, *days)
            shown = tuple(sorted(_files(found))) if kind == SERVICES else ()
            rules = ["AT-176" if kind == HOURS else "AT-175"]
            note(Verb.NUMBERS_EXPORTED, by=position, rules=rules, access=Access(shown=shown))
        return attachment(table_of(found, kind), CSV, name_of(found, kind))

    return exported(request)
