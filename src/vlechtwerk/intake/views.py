"""The pages of the road of one trajectory: what comes now, its forms, and the appointment sheet."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.history.refusals import NotPossible, Refused
from vlechtwerk.intake import showing
from vlechtwerk.intake.deed_form import Deed
from vlechtwerk.intake.deeds import DEEDS
from vlechtwerk.intake.judging import NotAllowed
from vlechtwerk.intake.queries import SEEN_BY, SHEETS_OF, Intake, find, sheets_of
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

WRONG = 422
"""The status of a page with a form that was not accepted."""


@require_safe
@in_position
@reads_files
def road(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What comes now, the appointment, and what VDAB handed over as far as the visitor reads it."""
    found = find_or_404(id, position)
    context = {**showing.road_page(found, sheets_of(found)), "notices": messages.get_messages(request)}
    return page(request, "intake/road.html", context)


@require_safe
@in_position
@reads_files
def sheet(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The appointment sheet with day, hour, place and name, to print for the participant."""
    return page(request, "intake/sheet.html", showing.sheet_page(find_or_404(id, position, SHEETS_OF)))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.ADMINISTRATIVE)
@in_position
@reads_files
def deed(request: HttpRequest, position: Position, id: UUID, step: str) -> HttpResponse:
    """One step of the road. For who does not do it there is no such page."""
    found, kind = find_or_404(id, position), DEEDS.get(step)
    if kind is None or not kind.is_for(found):
        raise Http404
    form = kind(found, request.POST or None)
    against = _act(form) if form.is_valid() else ()
    if form.is_valid() and not against and not form.errors:
        messages.success(request, str(form.done))
        return redirect("intake_road", id)
    return page(
        request,
        "intake/deed.html",
        showing.deed_page(found, form, against),
        status=WRONG if form.is_bound else 200,
    )


def _act(form: Deed) -> tuple[Reason, ...]:
    """Do what a valid form tells; the reasons when rules refuse it. What else is wrong is told in the form."""
    try:
        form.act()
    except NotAllowed as refused:
        return refused.reasons
    except Refused as refused:
        if not refused.reasons:
            form.add_error(None, _("It contradicts what is already recorded. Correct that first."))
        return refused.reasons
    except NotPossible as wrong:
        form.add_error(None, _(wrong.message))
    return ()


def find_or_404(id: UUID, position: Position, roles: frozenset[Role] = SEEN_BY) -> Intake:
    """The road as the visitor sees it; the look stands in the record. Raises Http404 when there is none for them."""
    try:
        return opened(id, position, lambda: find(id, position, timezone.localdate(), roles))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
