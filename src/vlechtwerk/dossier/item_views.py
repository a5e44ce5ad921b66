"""The pages of one item of the confidential file: who sees it, the consent for it, and the client's remarks; and of goals."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.accounts.factors import confirmation_url, lead, may_send
from vlechtwerk.consent.actions import ItemNotOpen, SharingRefused, answer, share_further, withdraw
from vlechtwerk.consent.models import How, Item
from vlechtwerk.consent.remarks import write_remark
from vlechtwerk.consent.sharing import Sharing
from vlechtwerk.dossier import showing_items
from vlechtwerk.dossier.actions import NoteRefused, PartNotOpen
from vlechtwerk.dossier.goal_forms import GoalForm
from vlechtwerk.dossier.goals import set_goal
from vlechtwerk.dossier.items import OpenItem, find_item, goals_of, items_with_consent, reached_through, shared_part
from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.sharing_forms import AnswerForm, RemarkForm, SharingForm
from vlechtwerk.dossier.showing_consents import consents_page
from vlechtwerk.dossier.views import WRONG, find_or_404, named_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.granting import capacity_of
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.pages import page
from vlechtwerk.ui.paging import page_asked
from vlechtwerk.unsent.keeping import keeps_unfinished

T = TypeVar("T")


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def item(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """One item with who sees it now, what was agreed about it, and the client's remarks; and what the client says of it."""
    shown = item_or_404(find_or_404(request, position, id, Verb.READ), item)
    form = AnswerForm(request.POST if request.POST.get("do") == "told" else None)
    if request.method == "POST" and not shown.found.is_client and not may_send(request):
        # What somebody else says of her consent is said by who proved a moment ago who that is.
        return lead(request, confirmation_url(request))
    if request.method == "POST" and (said := _or_404(lambda: _answered(request, shown, form))):
        messages.success(request, said)
        return redirect("dossier_item", id, item)
    context = showing_items.item_page(shown, form, reached=reached_through(shown))
    status = WRONG if request.method == "POST" else 200
    return page(request, "dossier/item.html", {**context, "notices": messages.get_messages(request)}, status=status)


def _answered(request: HttpRequest, shown: OpenItem, form: AnswerForm) -> str:
    """Do what was asked about a consent; what to tell about it, and nothing when something is missing.

    Raises ItemNotOpen when the consent is not one of this item, or what was asked is not for the visitor.
    """
    by, asked = shown.found.position, request.POST.get("do")
    consent = next((one.pk for one in shown.consents if str(one.pk) == request.POST.get("consent")), None)
    if consent is None or (shown.found.is_client and asked == "told"):
        raise ItemNotOpen
    if asked == "withdraw":
        withdraw(consent, by=by)
        return _("The consent has ended. It holds from now on, everywhere.")
    if asked in {"give", "refuse"}:
        answer(consent, agrees=asked == "give", by=by)
        return _("Your answer is stored.")
    if not form.is_valid():
        return ""
    told = form.cleaned_data
    answer(consent, agrees=told["agrees"] == "yes", by=by, how=How(told["how"]))
    return _("The answer of the participant is stored.")


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def share(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """Let others see an item too, after talking about it with the client."""
    shown = item_or_404(find_or_404(request, position, id, Verb.WRITE), item)
    if not shown.may_share_further:
        raise Http404
    known = showing_items.further(shown)
    form = SharingForm(shown.found.today, request.POST or None, initial=known, readers=shown.possible_readers)
    against: tuple[Reason, ...] = ()
    if form.is_valid() and form.audience_fits(Kind(shown.item.compartment.kind)):
        try:
            share_further(shown.item, _sharing(shown, form), by=position)
            messages.success(request, _("What you agreed is stored."))
            return redirect("dossier_item", id, item)
        except SharingRefused as refused:
            against = refused.reasons
        except ItemNotOpen as shut:
            raise Http404 from shut
    context = showing_items.share_page(shown, form, against)
    return page(request, "dossier/share.html", context, status=WRONG if form.is_bound else 200)


def _sharing(shown: OpenItem, form: SharingForm) -> Sharing:
    """How an item is shared further, in the words that it has."""
    capacity = capacity_of(shown.found.position, shown.item.file_id, shown.found.today)
    return Sharing(capacity, EntryClass(shown.item.entry_class), showing_items.wording(shown), form.agreed)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@asks_purpose
@reads_files
def remark(request: HttpRequest, position: Position, id: UUID, item: UUID) -> HttpResponse:
    """The client puts the own view beside an item."""
    shown = item_or_404(find_or_404(request, position, id, Verb.READ), item)
    if not shown.may_remark:
        raise Http404
    form = RemarkForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        words, key = told["text"], told["idempotency_key"]
        _or_404(lambda: write_remark(shown.item, text=words, disputed=told["disputed"], by=position, key=key))
        messages.success(request, _("Your words stand beside it now. Everybody who reads it sees them."))
        return redirect("dossier_item", id, item)
    context = showing_items.remark_page(shown, form)
    return page(request, "dossier/remark.html", context, status=WRONG if form.is_bound else 200)


@require_safe
@in_position
@asks_purpose
@reads_files
def consents(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What the client is asked, agreed to and took back; a professional sees what he or she asked."""
    found = find_or_404(request, position, id, Verb.READ)
    context = consents_page(found, items_with_consent(found), page_asked(request))
    return page(request, "dossier/consents.html", {**context, "notices": messages.get_messages(request)})


@require_safe
@in_position
@asks_purpose
@reads_files
def goals(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """The goals that stand, as far as the visitor may read them."""
    found = find_or_404(request, position, id, Verb.READ)
    context = showing_items.goals_page(found, goals_of(found))
    return page(request, "dossier/goals.html", {**context, "notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_unfinished(Kind.SHARED)
@in_position
@asks_purpose
@reads_files
def write_goal(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Set down a goal, or another one in the place of an earlier one."""
    found = find_or_404(request, position, id, Verb.WRITE)
    part, replaced = shared_part(found), named_or_404(request, "replaces", lambda: goals_of(found))
    if part is None or capacity_of(position, found.case.file_id, found.today) not in CASE_MANAGERS:
        raise Http404
    form = GoalForm(found.today, request.POST or None, replaced=replaced)
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            key = form.cleaned_data["idempotency_key"]
            set_goal(compartment=part, draft=form.draft, by=position, key=key, replaces=replaced)
            messages.success(request, _("The goal is in the file."))
            return redirect("dossier_goals", id)
        except NoteRefused as refused:
            against = refused.reasons
        except PartNotOpen as shut:
            raise Http404 from shut
    context = showing_items.goal_form_page(found, form, against)
    return page(request, "dossier/write_goal.html", context, status=WRONG if form.is_bound else 200)


def item_or_404(found: Dossier, id: UUID) -> OpenItem:
    """An item that the visitor may see. Raises Http404 otherwise."""
    try:
        return find_item(found, id)
    except Item.DoesNotExist as missing:
        raise Http404 from missing


def _or_404(do: Callable[[], T]) -> T:
    """Do something; Http404 when it is not open to the visitor."""
    try:
        return do()
    except ItemNotOpen as shut:
        raise Http404 from shut
