"""The pages of the confidential file of a trajectory. For who has no access they do not exist."""

from collections.abc import Callable, Iterable
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import is_demo, recently_confirmed
from vlechtwerk.accounts.pace import GIVING_ACCESS, at_a_pace
from vlechtwerk.audit.models import Part, Purpose
from vlechtwerk.audit.models import Verb as Did
from vlechtwerk.dossier import showing, showing_access
from vlechtwerk.dossier.actions import NoteRefused, PartNotOpen, write_note
from vlechtwerk.dossier.deeds import DEEDS
from vlechtwerk.dossier.deeds.base import Deed
from vlechtwerk.dossier.forms import NoteForm, PurposeForm
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.purposes import PAGES, asks_purpose, check, chosen, keep
from vlechtwerk.dossier.queries import Dossier, find
from vlechtwerk.dossier.sealing import opened as opened_notes
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import Way, opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.actions import OwnFile
from vlechtwerk.sharing.granting import GrantRefused, NotInTheFile
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.places import PlaceTaken
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.pages import page
from vlechtwerk.ui.paging import page_asked
from vlechtwerk.unsent.keeping import keeps_unfinished

Row = TypeVar("Row", bound=Model)

WRONG, NOT_YOURS = 422, 403
"""The status of a page with a form that was not accepted, and of one that tells who does this instead."""


@require_safe
@in_position
@asks_purpose
@reads_files
def notes(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The notes that the visitor may read; the look stands in the record."""
    found = find_or_404(request, position, id, Verb.READ)
    context = showing.notes_page(found, page_asked(request))
    return page(request, "dossier/notes.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.CARE_OWN, Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def write(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Write a note, or another one in the place of a note of one's own."""
    found = find_or_404(request, position, id, Verb.WRITE)
    corrected = _corrected(request, found)
    form = NoteForm(found.parts(Verb.WRITE), found.today, request.POST or None, corrected=corrected)
    try:
        if form.is_valid():
            key = form.cleaned_data["idempotency_key"]
            write_note(compartment=form.part, draft=form.draft, own=found.own, key=key, corrects=corrected)
            messages.success(request, _("The note is in the file."))
            return redirect("dossier", id)
        context = showing.write_page(found, form)
    except NoteRefused as refused:
        context = showing.write_page(found, form, refused.reasons)
    except PartNotOpen as shut:
        raise Http404 from shut
    return page(request, "dossier/write.html", context, status=WRONG if form.is_bound else 200)


@require_safe
@in_position
@asks_purpose
@reads_files
def access(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Who takes part in the file and has access to which part, until when, and through whom."""
    found = find_or_404(request, position, id, Verb.READ, Verb.GRANT)
    context = {**showing_access.access_page(found), "notices": messages.get_messages(request)}
    return page(request, "dossier/access.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
@at_a_pace(GIVING_ACCESS, of=("POST",))
@in_position
@asks_purpose
@reads_files
def change_access(request: HttpRequest, position: Position, id: UUID, deed: str) -> HttpResponse:
    """Give or end access, let somebody take part, hand over, or let a colleague stand in."""
    found = find_or_404(request, position, id, Verb.READ, Verb.GRANT)
    if (kind := DEEDS.get(deed)) is None:
        raise Http404
    if not kind.is_for(found):
        return page(request, "dossier/deed.html", showing_access.not_yours(found, kind), status=NOT_YOURS)
    form = kind(found, request.POST or None, initial=request.GET.dict())
    against = _act(form) if form.is_valid() else []
    if form.is_valid() and not against:
        messages.success(request, str(form.done))
        return redirect("dossier_access", id) if still_open(id, position) else redirect("worklist")
    context = {**showing_access.deed_page(found, form, against), "demo": is_demo(request.user)}
    return page(request, "dossier/deed.html", context, status=WRONG if form.is_bound else 200)


def _act(form: Deed) -> list[Reason]:
    """Do what a valid form tells; why the rules refuse it, when they do. What is taken already is told in the form."""
    try:
        form.act()
    except GrantRefused as refused:
        return [refused.reason]
    except PlaceTaken:
        form.add_error(None, _("This place has somebody already, or another line covers one of these days."))
    except (NotInTheFile, OwnFile) as shut:
        raise Http404 from shut
    return []


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def purpose(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Ask what looking at the confidential part is for; the answer holds for this case until the session ends."""

    def look_up() -> Dossier:
        return find(id, position, timezone.localdate(), (Verb.READ, Verb.WRITE, Verb.GRANT))

    try:
        opened(id, position, look_up)
    except Case.DoesNotExist as missing:
        raise Http404 from missing
    to = request.GET.get("to", "")
    form = PurposeForm(request.POST or None)
    if form.is_valid():
        keep(request, position, id, Purpose(form.cleaned_data["purpose"]))
        return redirect(to if to in PAGES else PAGES[0], id)
    return page(request, "dossier/purpose.html", showing.purpose_page(id, form), status=WRONG if form.is_bound else 200)


def still_open(id: UUID, position: Position) -> bool:
    """Whether the page of access is still open to somebody, who may have handed over just now."""
    try:
        find(id, position, timezone.localdate(), (Verb.READ, Verb.GRANT))
    except Case.DoesNotExist:
        return False
    return True


def _corrected(request: HttpRequest, found: Dossier) -> Note | None:
    """The note that is corrected. Raises Http404 when it is not the visitor's own in this file."""

    def own() -> Iterable[Note]:
        written = Note.objects.visible_to(found.position, found.today).filter(author=found.position)
        return written.filter(compartment__file=found.case.file)

    corrected = named_or_404(request, "corrects", own)
    return opened_notes([corrected])[0] if corrected else None


def named_or_404(request: HttpRequest, name: str, rows: Callable[[], Iterable[Row]]) -> Row | None:
    """The row that the page or its form names, None when none is named. Raises Http404 when it is not among the rows."""
    named = request.POST.get(name) or request.GET.get(name)
    if not named:
        return None
    row = next((one for one in rows() if str(one.pk) == named), None)
    if row is None:
        raise Http404
    return row


def find_or_404(
    request: HttpRequest, position: Position, id: UUID, *verbs: Verb, as_deed: Did = Did.FILE_READ
) -> Dossier:  # fmt: skip
    """The confidential file as the visitor sees it today, when one of these may be done in it.

    The look stands in the record as this deed with what it is for, and so does the attempt of who may not: for them Http404 is
    raised.
    Raises PurposeNeeded when it has to be told first what the look is for.
    """

    def look_up() -> Dossier:
        found = find(id, position, timezone.localdate(), verbs)
        check(request, found)
        return found

    try:
        return opened(id, position, look_up, Way(Part.CONFIDENTIAL, chosen(request, position, id), as_deed))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
