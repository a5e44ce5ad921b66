"""The pages of the ICF profile of a trajectory. For who has no access to that part they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.audit.models import Part
from vlechtwerk.consent.actions import SharingRefused
from vlechtwerk.dossier.actions import PartNotOpen
from vlechtwerk.dossier.purposes import asks_purpose, check, chosen
from vlechtwerk.dossier.views import named_or_404
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import Way, opened
from vlechtwerk.history.refusals import NotInvolved, NotPossible, Refused
from vlechtwerk.icf import showing, showing_report
from vlechtwerk.icf.actions import explain, note_talk
from vlechtwerk.icf.completing import NotComplete, complete
from vlechtwerk.icf.forms import ExplanationForm, TalkForm, agreed_before
from vlechtwerk.icf.queries import Profile, find_profile
from vlechtwerk.icf.saving import Filled, saved
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.pages import page
from vlechtwerk.unsent.keeping import keeps_unfinished

WRONG = 422
"""The status of a page with a form that was not accepted."""


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def profile(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """All categories on one page, to fill in; for the client the same in plain words."""
    found = profile_or_404(request, id, position, Verb.WRITE if request.method == "POST" else Verb.READ)
    if not found.may_write:
        context = showing_report.summary_page(found)
        return page(request, "icf/summary.html", {**context, "notices": messages.get_messages(request)})
    if request.htmx and request.method == "POST":  # type: ignore[attr-defined]  # the middleware of htmx puts it there
        return _row(request, Filled(found, request.POST, request.POST.get("row", "")))
    filled = Filled(found, request.POST or None)
    if request.method == "POST" and saved(filled):
        messages.success(request, _("What you filled in is saved."))
        return redirect("icf", id)
    context = {**showing.profile_page(filled), "notices": messages.get_messages(request)}
    return page(request, "icf/profile.html", context, status=WRONG if request.method == "POST" else 200)


def _row(request: HttpRequest, filled: Filled) -> HttpResponse:
    """Save one category as soon as it changes, and answer with how it stands now."""
    if not filled.rows:
        raise Http404
    is_saved = saved(filled)
    context = showing.row_page(filled, filled.rows[0], is_saved=is_saved)
    return page(request, "icf/saved.html", context, status=200 if is_saved else WRONG)


@require_safe
@in_position
@asks_purpose
@reads_files
def comparison(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The profile on two days, side by side."""
    found = profile_or_404(request, id, position, Verb.READ)
    return page(request, "icf/comparison.html", showing_report.comparison_page(found, request.GET))


@require_safe
@in_position
@asks_purpose
@reads_files
def report(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The report: every category with its source and day, and what was not carried out."""
    found = profile_or_404(request, id, position, Verb.READ)
    return page(request, "icf/report.html", showing_report.report_page(found))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.ICF)
@in_position
@asks_purpose
@reads_files
def explanation(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Tell why an action was not carried out, or write the conclusion."""
    found = profile_or_404(request, id, position, Verb.WRITE)
    replaced = named_or_404(request, "replaces", lambda: found.explanations)
    form = ExplanationForm(found.found.today, request.POST or None, before=agreed_before(found), replaced=replaced)
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        told = form.cleaned_data
        sitting = showing.sitting_of(found, form, told["idempotency_key"])
        try:
            explain(sitting=sitting, action=told["action"], text=told["text"], by=position, replaces=replaced)
            messages.success(request, _("What you filled in is saved."))
            return redirect("icf_completion", id)
        except SharingRefused as refused:
            against = refused.reasons
        except PartNotOpen as shut:
            raise Http404 from shut
    context = showing.explanation_page(found, form, against)
    return page(request, "icf/explanation.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def completion(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What is still missing, the talk with the client, and recording that the profile is complete."""
    found = profile_or_404(request, id, position, Verb.WRITE)
    form = TalkForm(found.found.today, request.POST if request.POST.get("do") == "talked" else None)
    refused: tuple[Reason, ...] = ()
    try:
        if request.method == "POST" and (said := _closed(request, found, form)):
            messages.success(request, said)
            return redirect("icf_completion", id)
    except (NotComplete, Refused) as against:
        refused = against.reasons
    except (NotInvolved, NotPossible, PartNotOpen) as shut:
        raise Http404 from shut
    context = showing.completion_page(found, form, refused)
    status = WRONG if request.method == "POST" else 200
    return page(request, "icf/completion.html", {**context, "notices": messages.get_messages(request)}, status=status)


def _closed(request: HttpRequest, found: Profile, form: TalkForm) -> str:
    """Do what was asked; what to tell about it, and nothing when something is missing."""
    if form.is_bound:
        if not form.is_valid():
            return ""
        told = form.cleaned_data
        key, by = told["idempotency_key"], found.found.position
        note_talk(compartment=found.part, talked_on=told["talked_on"], by=by, key=key)
        return _("The day of the talk is noted.")
    key = _key(request)
    if request.POST.get("do") != "complete" or key is None:
        return ""
    complete(found, key)
    return _("It is recorded that the profile is complete.")


def _key(request: HttpRequest) -> UUID | None:
    """The key that makes sending a form twice harmless; None when it is none."""
    try:
        return UUID(request.POST.get("idempotency_key", ""))
    except ValueError:
        return None


def profile_or_404(request: HttpRequest, id: UUID, position: Position, verb: Verb) -> Profile:
    """The profile as the visitor sees it today. The look stands in the record, and so does the attempt of who may not."""

    def look_up() -> Profile:
        found = find_profile(id, position, timezone.localdate(), verb)
        check(request, found.found)
        return found

    try:
        return opened(id, position, look_up, Way(Part.CONFIDENTIAL, chosen(request, position, id)))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
