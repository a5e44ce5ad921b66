"""The page on which care looks for words in the notes of its own caseload."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from vlechtwerk.accounts.pace import SEARCHING, at_a_pace
from vlechtwerk.audit.models import Part
from vlechtwerk.dossier import search
from vlechtwerk.dossier.forms_search import NoteSearchForm
from vlechtwerk.dossier.showing_search import results
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import CARE
from vlechtwerk.sharing.reading import listed
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@at_a_pace(SEARCHING, of=("POST",))
@reads_files
def note_search(request: HttpRequest, position: Position) -> HttpResponse:
    """The notes with these words; which files stood on the page is recorded, and nothing of the words."""
    if position.role not in CARE:
        raise Http404
    form, context = NoteSearchForm(request.POST if request.method == "POST" else None), {}
    if form.is_valid():
        words = form.cleaned_data["words"]
        found = search.find(position, timezone.localdate(), words)
        listed(position, (note.compartment.file_id for note in found.notes), Part.CONFIDENTIAL)
        context = results(found, words)
    fields = {"fields": visible_fields(form), "errors": form_errors(form)}
    return page(request, "dossier/search.html", {**fields, **context}, status=422 if form.errors else 200)
