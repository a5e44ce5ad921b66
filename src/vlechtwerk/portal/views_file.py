"""The whole file to take along, how long what is kept, and leaving."""

from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part, Verb
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing
from vlechtwerk.portal.actions import leave
from vlechtwerk.portal.forms import LeaveForm
from vlechtwerk.portal.own_file import for_a_machine, gather
from vlechtwerk.portal.printing import pdf
from vlechtwerk.portal.views import own_or_404
from vlechtwerk.retention.words import KEPT
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

NAME = "bestand"
"""The name of what is taken along: it tells nothing to who finds it on a shared device."""
WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@at_a_pace(TAKING_ALONG, of=("POST",))
@in_position
@recently_confirmed
@reads_files
def own_file(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Ask the whole file and get it at once: to read, or for a machine. That it was taken stands in the record."""
    asked = request.POST.get("as")
    wanted = request.method == "POST" and asked in {"pdf", "json"}
    found = own_or_404(id, position, Part.CONFIDENTIAL if wanted else Part.ADMINISTRATIVE)
    if not wanted:
        return page(request, "portal/own_file.html", showing.common(found))
    told = gather(found)
    note(Verb.OWN_FILE_TAKEN, by=position, file_id=found.case.file_id)
    headers = {"Content-Disposition": f'attachment; filename="{NAME}.{asked}"'}
    if asked == "json":
        return JsonResponse(
            for_a_machine(told), headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 1}
        )
    return HttpResponse(pdf(told), content_type="application/pdf", headers=headers)


@require_safe
@in_position
def kept(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What is kept, how long and why."""
    return page(request, "portal/kept.html", {**showing.kept_page(own_or_404(id, position)), "terms": KEPT})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def leaving(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Close the own view. It can be opened again with a new invitation."""
    found = own_or_404(id, position)
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        leave(by=position)
        logout(request)
        return redirect("left")
    context = {**showing.common(found), **drawn(form)}
    return page(request, "portal/leave.html", context, status=WRONG if form.is_bound else 200)
