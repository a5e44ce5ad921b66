"""What the client says herself: her side of what happened, and that something is not right."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.consent.actions import ItemNotOpen
from vlechtwerk.dossier import showing_items
from vlechtwerk.dossier.item_views import item_or_404
from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.showing import common
from vlechtwerk.dossier.views import find_or_404
from vlechtwerk.history.replies import NothingToAnswer, may_be_answered, write_reply
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing
from vlechtwerk.portal.actions import ask_correction, ask_file_talk
from vlechtwerk.portal.forms import OwnSideForm
from vlechtwerk.portal.views import own_or_404
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def reply(request: HttpRequest, position: Position, id: UUID, event_id: UUID) -> HttpResponse:
    """The client puts her own side beside something that was recorded about her."""
    found = own_or_404(id, position)
    row = next((one for one in found.standing if one.pk == event_id and may_be_answered(one)), None)
    if row is None:
        raise Http404
    form = OwnSideForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            write_reply(row, text=told["text"], by=position, key=told["idempotency_key"])
        except NothingToAnswer as shut:
            raise Http404 from shut
        messages.success(request, _("Your words stand beside it now. Everybody who reads it sees them."))
        return redirect("portal", id)
    context = _drawn(found, form) | {"what": showing.happened(row)}
    return page(request, "portal/reply.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def file_talk(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The client asks the work case manager to go through the confidential file together, and sees what came of it."""
    found = own_or_404(id, position)
    form = ActionForm(request.POST or None)
    if form.is_valid():
        ask_file_talk(found.case.file, by=position)
        messages.success(request, _("Your case manager knows that you ask this."))
        return redirect("file_talk", id)
    context = {**showing.file_talk_page(found), **drawn(form), "notices": messages.get_messages(request)}
    return page(request, "portal/file_talk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def correction(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """The client asks to put something right; her words stand beside it, and both case managers get a signal."""
    shown = item_or_404(find_or_404(request, position, id, Verb.READ), item)
    if not shown.may_remark:
        raise Http404
    form = OwnSideForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            ask_correction(shown.item, text=told["text"], by=position, key=told["idempotency_key"])
        except ItemNotOpen as shut:
            raise Http404 from shut
        messages.success(request, _("Your question is with both case managers. Your words stand beside the text."))
        return redirect("dossier_item", id, item)
    context = common(shown.found) | drawn(form) | {"what": showing_items.wording(shown), "item": item}
    return page(request, "portal/correction.html", context, status=WRONG if form.is_bound else 200)


def _drawn(found: Trajectory, form: OwnSideForm) -> dict[str, object]:
    return {**showing.common(found), **drawn(form)}
