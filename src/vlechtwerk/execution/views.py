"""The guided pages: an extension, an early stop, and the closing of a trajectory."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.execution import cooperating, guiding, showing
from vlechtwerk.execution.forms import About
from vlechtwerk.execution.forms_notes import ExtensionDecisionForm, ExtensionForm, StopDecisionForm, StopForm
from vlechtwerk.execution.looking import notes_or_404
from vlechtwerk.execution.submitting import Outcome, submitted
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.actions import NotTheirs
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.words import title
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.trajectories.showing.parts import WITH_TALKS
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

WRONG = 422
"""The status of a page with a form that was not accepted."""
SEE_OTHER = 303
"""The status of an answer that shows how it stands, and stored nothing."""
FORMS = {
    ReportKind.EXTENSION_NOTE: ExtensionForm,
    ReportKind.EXTENSION_DECISION: ExtensionDecisionForm,
    ReportKind.STOP_NOTE: StopForm,
    ReportKind.STOP_DECISION: StopDecisionForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.ADMINISTRATIVE)
@in_position
@reads_files
def extension(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Ask an extension, or decide on one that was asked."""
    return _guided(request, notes_or_404(id, position), "extension", guiding.extension_page)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.ADMINISTRATIVE)
@in_position
@reads_files
def early_stop(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Ask an early stop, or decide on one that was asked."""
    return _guided(request, notes_or_404(id, position), "early_stop", guiding.stop_page)


def _guided(
    request: HttpRequest, about: About, name: str, guide: Callable[[About], dict[str, Any]]
) -> HttpResponse:  # fmt: skip
    """A page that tells where something stands, with the form of whoever comes next."""
    context = guide(about)
    kind: ReportKind | None = context["form_kind"]
    if request.method == "POST" and kind is None:
        return _too_late(about, name)
    form = FORMS[kind](about, request.POST or None) if kind else None
    outcome = Outcome()
    if form is not None and form.is_bound:
        try:
            outcome = submitted(form)
        except NotTheirs as missing:
            raise Http404 from missing
    if form is not None and outcome.stored:
        return stored(request, about, form.kind, name)
    drawn = showing.drawn_with(form, outcome) if form else {}
    status = WRONG if form is not None and form.is_bound else 200
    context |= {"form": drawn, "notices": messages.get_messages(request)}
    return page(request, f"execution/{name}.html", context, status=status)


def _too_late(about: About, name: str) -> HttpResponse:
    """Show how it stands now to whoever sent something too late. Raises Http404 for who sends nothing here."""
    mine = (kind for kind in FORMS if about.reports.may_write(kind))
    if not any(mine):
        raise Http404
    shown = redirect(name, about.found.case.pk)
    # Not 302, which says that it is recorded: what was typed in vain stays kept.
    shown.status_code = SEE_OTHER
    return shown


def stored(request: HttpRequest, about: About, kind: ReportKind, goes_on: str) -> HttpResponse:
    """Say what was stored and go on; to the own list when that ended the own part in the file."""
    messages.success(request, _("%(what)s: this is stored.") % {"what": title(kind)})
    open_to_me = Case.objects.visible_to(about.found.position, timezone.localdate())
    if not open_to_me.filter(pk=about.found.case.pk).exists():
        return redirect("worklist")
    return redirect(goes_on, about.found.case.pk)


@require_safe
@in_position
@reads_files
def cooperation(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What is noted about cooperation and the talk at VDAB, for the team, the trusted advisor and the participant."""
    about = notes_or_404(id, position)
    if WITH_TALKS.isdisjoint(about.found.capacities):
        raise Http404
    context = {**cooperating.cooperation_page(about), "notices": messages.get_messages(request)}
    return page(request, "execution/cooperation.html", context)


@require_safe
@in_position
@reads_files
def closing(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The steps of the closing, for both case managers: what is done, what is still missing and why."""
    about = notes_or_404(id, position)
    if not CASE_MANAGERS & about.found.capacities:
        raise Http404
    context = guiding.closing_page(about)
    return page(request, "execution/closing.html", {**context, "notices": messages.get_messages(request)})
