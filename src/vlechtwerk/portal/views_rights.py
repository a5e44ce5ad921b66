"""The rights of the client about her data: asking something, reading the answer, and writing down what she asked on paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing, showing_invitation
from vlechtwerk.portal.models import SettingKey
from vlechtwerk.portal.queries import of_case_manager, setting_on
from vlechtwerk.portal.views import own_or_404
from vlechtwerk.retention.asked import as_asked
from vlechtwerk.retention.asking import Question, ask
from vlechtwerk.retention.models import Request
from vlechtwerk.retention.request_forms import AskForm, PaperForm
from vlechtwerk.retention.request_rows import Right
from vlechtwerk.retention.request_showing import shown
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.pages import page

WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def own_rights(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What the client can ask about her data, what she asked, and what was answered."""
    found = own_or_404(id, position)
    form = AskForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        question = Question(Right(told["right"]), told["words"], found.today)
        ask(case=found.case, told=question, by=position, key=told["idempotency_key"])
        messages.success(request, _("Your question is stored. You read the answer on this page."))
        return redirect("own_rights", id)
    context = _own_page(found) | drawn(form) | {"notices": messages.get_messages(request)}
    return page(request, "portal/rights.html", context, status=WRONG if form.is_bound else 200)


def _own_page(found: Trajectory) -> dict[str, Any]:
    asked = as_asked(Request.objects.filter(file=found.case.file_id), with_words=True)
    return {
        **showing.common(found),
        "requests": [shown(one, found.today) for one in reversed(asked)],
        "authority": setting_on(found.case.region, SettingKey.AUTHORITY_CONTACT, found.today),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def paper_right(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """A case manager writes down what the client asked on paper."""
    try:
        found = opened(id, position, lambda: of_case_manager(id, position, timezone.localdate()))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    form = PaperForm(request.POST or None, today=found.today)
    if form.is_valid():
        told = form.cleaned_data
        question = Question(Right(told["right"]), told["words"], told["asked_on"])
        ask(case=found.case, told=question, by=position, key=told["idempotency_key"])
        messages.success(request, _("It is stored, and its term runs. The data-protection officer answers."))
        return redirect("trajectory", id)
    context = {**showing_invitation.about(found), **drawn(form)}
    return page(request, "portal/paper_right.html", context, status=WRONG if form.is_bound else 200)
