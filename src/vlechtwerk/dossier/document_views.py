"""The pages of the documents of a confidential file: the list, adding one, and downloading one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.documents.actions import DocumentRefused, NoPlaceForIt, add_document, check_again, hand_out
from vlechtwerk.documents.models import Content, Document
from vlechtwerk.documents.scanning import Scan
from vlechtwerk.documents.serving import as_attachment
from vlechtwerk.dossier.document_forms import DocumentForm
from vlechtwerk.dossier.document_words import DOCUMENTS
from vlechtwerk.dossier.documents import document_to_hand_out, parts_for_documents, waiting_documents
from vlechtwerk.dossier.purposes import asks_purpose, chosen
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.showing_documents import add_page, documents_page
from vlechtwerk.dossier.views import WRONG, find_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.granting import capacity_of
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.sharing.sealing import CannotOpen
from vlechtwerk.ui.pages import page
from vlechtwerk.ui.paging import page_asked


@require_safe
@in_position
@asks_purpose
@reads_files
def documents(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The documents that the visitor may see; those that wait are sent to the scanner again first."""
    found = find_or_404(request, position, id, Verb.READ)
    check_again(waiting_documents(found), by=position)
    context = documents_page(found, page_asked(request))
    return page(request, "dossier/documents.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def add(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Add a document, after talking about it with the client."""
    found = find_or_404(request, position, id, Verb.WRITE)
    form = _form(request, found)
    against: tuple[Reason, ...] = ()
    try:
        if form.is_valid():
            key = form.cleaned_data["idempotency_key"]
            made = add_document(compartment=form.part, draft=form.draft, taken=form.taken, by=position, key=key)
            messages.success(request, _said(made))
            return redirect("dossier_documents", id)
    except DocumentRefused as refused:
        against = refused.reasons
    except NoPlaceForIt as shut:
        raise Http404 from shut
    return page(request, "dossier/add_document.html", add_page(found, form, against), status=_status(form))


def _form(request: HttpRequest, found: Dossier) -> DocumentForm:
    """The form for whoever may add documents. Raises Http404 for everybody else."""
    parts = parts_for_documents(found)
    if not parts:
        raise Http404
    capacity = capacity_of(found.position, found.case.file_id, found.today)
    return DocumentForm(parts, found.today, capacity, request.POST or None, request.FILES)


def _status(form: DocumentForm) -> int:
    return WRONG if form.is_bound else 200


def _said(made: Document) -> str:
    """What is said once a document is in the file."""
    if made.scan == Scan.WAITING:
        return _(
            "The document is in the file. It is still being checked for viruses; until then nobody can download it."
        )
    return _("The document is in the file.")


@require_safe
@in_position
@at_a_pace(TAKING_ALONG)
@asks_purpose
@reads_files
def download(request: HttpRequest, position: Position, id: UUID, document: UUID) -> HttpResponse:
    """One document as a file; the download stands in the record."""
    found = find_or_404(request, position, id, Verb.READ)
    try:
        one = document_to_hand_out(found, document)
        content = hand_out(one, found.own_parts, by=position, purpose=chosen(request, position, id))
    except (Document.DoesNotExist, Content.DoesNotExist, CannotOpen) as missing:
        raise Http404 from missing
    return as_attachment(request, one, str(DOCUMENTS[one.kind]), content)
