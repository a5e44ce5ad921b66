"""The client's own documents: bringing one, letting somebody see it, seeing with whom it is shared, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.accounts.pace import TAKING_ALONG, at_a_pace
from vlechtwerk.consent.actions import ItemNotOpen, withdraw
from vlechtwerk.consent.models import Consent
from vlechtwerk.consent.own import share_own
from vlechtwerk.consent.remarks import write_remark
from vlechtwerk.documents.actions import check_again
from vlechtwerk.documents.models import Document
from vlechtwerk.documents.own import TooMany, bring, is_brought
from vlechtwerk.documents.scanning import Scan
from vlechtwerk.dossier.documents import documents_of, waiting_documents
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.views import WRONG, find_or_404, named_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal.forms_documents import OwnDocumentForm, ShareOwnForm
from vlechtwerk.portal.showing_documents import form_page, own_documents_page, readers
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Stage, Verb
from vlechtwerk.ui.pages import page
from vlechtwerk.ui.paging import page_asked


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def own_documents(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What she brought and what others put in her file; taking back what she shared."""
    found = own_dossier_or_404(request, position, id)
    if request.method == "POST":
        _take_back(request, found)
        messages.success(request, _("Taken back. From now on they cannot read it any more."))
        return redirect("own_documents", id)
    check_again(waiting_documents(found), by=position)
    context = own_documents_page(found, page_asked(request))
    return page(request, "portal/own_documents.html", {**context, "notices": messages.get_messages(request)})


def _take_back(request: HttpRequest, found: Dossier) -> None:
    """End one consent about something that she brought. Raises Http404 for every other one, and when none is named."""
    mine = Consent.objects.filter(item__capacity=Role.CLIENT, item__file=found.case.file_id)
    consent = named_or_404(request, "consent", lambda: mine)
    if consent is None:
        raise Http404
    try:
        withdraw(consent.pk, by=found.position)
    except ItemNotOpen as shut:
        raise Http404 from shut


@require_http_methods(["GET", "HEAD", "POST"])
@at_a_pace(TAKING_ALONG, of=("POST",))
@in_position
@reads_files
def add_own_document(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Bring a document. It is hers alone until she shares it."""
    found = own_dossier_or_404(request, position, id)
    if not _may_change(found):
        raise Http404
    form = OwnDocumentForm(request.POST or None, request.FILES)
    if form.is_valid():
        key = form.cleaned_data["idempotency_key"]
        try:
            made = bring(file=found.case.file, draft=form.draft, taken=form.taken, by=position, key=key)
        except TooMany:
            form.add_error(
                None, _("You keep as many documents here as there can be. Ask your case manager what to do.")
            )
        else:
            messages.success(request, _said(made))
            return redirect("own_documents", id)
    context = form_page(found, form)
    return page(request, "portal/add_own_document.html", context, status=WRONG if form.is_bound else 200)


def _said(made: Document) -> str:
    """What is told once a document is there."""
    if made.scan == Scan.WAITING:
        return _("Your document is kept. It is still being checked for viruses. Only you can see it.")
    return _("Your document is kept. Only you can see it.")


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def share_own_document(request: HttpRequest, position: Position, id: UUID, document: UUID) -> HttpResponse:
    """Let some of her people read a document that she brought, until a day."""
    found = own_dossier_or_404(request, position, id)
    one = documents_of(found).filter(pk=document).first()
    if one is None or not is_brought(one) or not _may_change(found):
        raise Http404
    form = ShareOwnForm(found.today, readers(found), request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            share_own(one.item, to=form.chosen, last_day=told["last_day"], by=position)
            if told["words"].strip():
                key = told["idempotency_key"]
                write_remark(one.item, text=told["words"], disputed=False, by=position, key=key)
        except ItemNotOpen as shut:
            raise Http404 from shut
        messages.success(request, _("You share it now. You can always take it back here."))
        return redirect("own_documents", id)
    context = form_page(found, form) | {"title": one.text, "somebody": bool(readers(found))}
    return page(request, "portal/share_own_document.html", context, status=WRONG if form.is_bound else 200)


def _may_change(found: Dossier) -> bool:
    """Whether the file is not shut."""
    return found.case.file.stage_on(found.today) is Stage.OPEN


def own_dossier_or_404(request: HttpRequest, position: Position, id: UUID) -> Dossier:
    """The confidential file of the visitor herself; the look stands in the record. Raises Http404 for everybody else."""
    found = find_or_404(request, position, id, Verb.READ)
    if not found.is_client:
        raise Http404
    return found
