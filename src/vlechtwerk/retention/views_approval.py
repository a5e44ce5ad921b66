"""VDAB's approval of this installation: stored by the data-protection officer, seen by the project follower too."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.documents.kinds import KIND_OF_TYPE
from vlechtwerk.documents.names import download_name
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.approval import APPROVAL, missing_on
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.approval_forms import ApprovalForm
from vlechtwerk.retention.approving import READERS, Approved, approvals, approve
from vlechtwerk.retention.models import ApprovalPaper
from vlechtwerk.review.views import for_officers
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_safe
@in_position
def approval(request: HttpRequest, position: Position) -> HttpResponse:
    """Whether VDAB approved this installation, and what follows when it did not."""
    if position.role not in READERS:
        raise Http404
    context = {
        "approvals": approvals(),
        "missing": missing_on(timezone.localdate()) is not None,
        "is_demo": settings.DEMO,
        "why_approval": why(APPROVAL),
        "may_store": position.role == Role.DATA_PROTECTION_OFFICER,
        "notices": messages.get_messages(request),
    }
    return page(request, "retention/approval.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def new_approval(request: HttpRequest, position: Position) -> HttpResponse:
    """Store an approval with its document."""
    for_officers(position)
    form = ApprovalForm(request.POST or None, request.FILES or None, today=timezone.localdate())
    if form.is_valid():
        told = form.cleaned_data
        approved = Approved(told["reference"], told["scope"], told["given_on"])
        approve(told=approved, taken=form.taken, by=position, key=told["idempotency_key"])
        messages.success(request, _("The approval is stored."))
        return redirect("approval")
    return page(request, "retention/new_approval.html", drawn(form), status=WRONG if form.is_bound else 200)


@require_safe
@in_position
def approval_paper(request: HttpRequest, position: Position, approval_id: UUID) -> HttpResponse:
    """The document of an approval, as a file to keep and never as a page of ours."""
    if position.role not in READERS:
        raise Http404
    found = get_object_or_404(ApprovalPaper.objects.select_related("approval"), approval=approval_id)
    name = download_name(_("approval"), found.approval.given_on, KIND_OF_TYPE[found.media_type])
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(found.content), content_type=found.media_type, headers=headers)
