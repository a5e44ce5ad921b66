"""The pages of what a care worker writes for herself alone. For everybody else they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.dossier import showing_asides
from vlechtwerk.dossier.actions import NoteRefused
from vlechtwerk.dossier.aside_forms import AsideForm, QuestionForm
from vlechtwerk.dossier.asides import asides_in, ask_without_a_name, part_for_asides, remove_aside, write_aside
from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.views import WRONG, find_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def asides(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What the visitor wrote for herself in this file, and a form to write something."""
    found = find_or_404(request, position, id, Verb.WRITE)
    part = part_for_asides(found)
    if part is None:
        raise Http404
    form = AsideForm(request.POST or None)
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        told = form.cleaned_data
        try:
            write_aside(compartment=part, text=told["text"], by=position, key=told["idempotency_key"])
            messages.success(request, _("Only you can read this."))
            return redirect("dossier_asides", id)
        except NoteRefused as refused:
            against = refused.reasons
    context = {**showing_asides.asides_page(found, form, against), "notices": messages.get_messages(request)}
    return page(request, "dossier/asides.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def aside(request: HttpRequest, position: Position, id: UUID, aside: UUID) -> HttpResponse:
    """Make a question without a name of what the visitor wrote for herself, or remove it."""
    found = find_or_404(request, position, id, Verb.WRITE)
    text = next((text for one, text in asides_in(found) if one.pk == aside), None)
    if text is None:
        raise Http404
    if request.POST.get("do") == "remove":
        remove_aside(aside, by=position)
        messages.success(request, _("It is removed. Nothing is left of it."))
        return redirect("dossier_asides", id)
    form = QuestionForm(request.POST or None, initial={"text": text})
    against: Reason | None = ask_without_a_name(found, form.cleaned_data["text"]) if form.is_valid() else None
    context = showing_asides.question_page(found, aside, form, against)
    return page(
        request, "dossier/aside.html", context, status=200 if context["question"] or not form.is_bound else WRONG
    )
