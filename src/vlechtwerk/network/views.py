"""The pages about the providers of a region, and the own assignments of a provider. For others they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vlechtwerk.dossier.views import WRONG
from vlechtwerk.network import showing, words
from vlechtwerk.network.actions import AlreadyThere, enter_fact, enter_offer, enter_provider
from vlechtwerk.network.forms import FactForm, OfferForm, ProviderForm
from vlechtwerk.network.models import Fact, Provider
from vlechtwerk.network.queries import (
    Known,
    candidates,
    find_provider,
    keeps_network,
    known,
    of_region,
    sees_network,
    visible,
)
from vlechtwerk.network.showing_meetings import next_meeting
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.actions import PlanRefused
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import PROVIDERS, Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@reads_files
def providers(request: HttpRequest, position: Position) -> HttpResponse:
    """The providers of the region with what they offer, and the form to enter another one."""
    if not sees_network(position):
        raise Http404
    keeps, today = keeps_network(position), timezone.localdate()
    form = ProviderForm(candidates(position.region_id), request.POST or None) if keeps else None
    if form and form.is_valid():
        try:
            made = enter_provider(new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            return redirect("network_provider", made.pk)
        except AlreadyThere:
            form.add_error("name", _("This one is among the providers of the region already."))
    with transaction.atomic():
        running = [one for one in visible(position, today) if one.case.region_id == position.region_id]
        reading.listed(position, sorted({one.case.file_id for one in running}))
    context = showing.network_page(position, of_region(position.region_id), running, today, form)
    return page(request, "network/providers.html", context, status=WRONG if form and form.is_bound else 200)


@require_safe
@in_position
def provider(request: HttpRequest, position: Position, provider: UUID) -> HttpResponse:
    """Everything that is known of one provider."""
    context = showing.provider_page(position, known_or_404(position, provider))
    return page(request, "network/provider.html", context | {"notices": messages.get_messages(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def fact(request: HttpRequest, position: Position, provider: UUID, fact: str) -> HttpResponse:
    """Enter something about a provider, or something in the place of what stands."""
    kept = kept_or_404(position, provider)
    if fact not in words.ADDRESSES:
        raise Http404
    kind = words.ADDRESSES[fact]
    replaced = replaced_or_404(kept, request.GET.get("in", ""))
    form = FactForm(kind, request.POST or None, replaces=replaced)
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            enter_fact(provider=kept.provider, new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            return stored(request, kept)
        except AlreadyThere:
            form.add_error(None, _("Somebody changed this meanwhile. Look at the page of the provider first."))
        except PlanRefused as refused:
            against = refused.reasons
    return _form(request, kept, form, str(words.FACTS[kind]), against)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def offer(request: HttpRequest, position: Position, provider: UUID) -> HttpResponse:
    """Enter what a provider offers, for how many, and how long one waits."""
    kept, form = kept_or_404(position, provider), OfferForm(request.POST or None)
    against: tuple[Reason, ...] = ()
    if form.is_valid():
        try:
            enter_offer(provider=kept.provider, new=form.new, by=position, key=form.cleaned_data["idempotency_key"])
            return stored(request, kept)
        except PlanRefused as refused:
            against = refused.reasons
    return _form(request, kept, form, _("offer"), against)


def _form(
    request: HttpRequest, kept: Known, form: ActionForm, title: str, against: tuple[Reason, ...] = ()
) -> HttpResponse:
    back = reverse("network_provider", args=[kept.provider.pk])
    context = showing.form_page(form, f"{kept.provider.organisation.name}: {title}", back, against)
    return page(request, "network/form.html", context, status=WRONG if form.is_bound else 200)


def stored(request: HttpRequest, kept: Known) -> HttpResponse:
    """Back to the provider, with the word that it is stored."""
    messages.success(request, _("It is stored."))
    return redirect("network_provider", kept.provider.pk)


@require_safe
@in_position
@reads_files
def own(request: HttpRequest, position: Position) -> HttpResponse:
    """The assignments of the own organisation in the trajectories in which a provider takes part."""
    if position.role not in PROVIDERS:
        raise Http404
    today = timezone.localdate()
    with transaction.atomic():
        running = [one for one in visible(position, today) if one.case.file.stage_on(today) is Stage.OPEN]
        reading.listed(position, sorted({one.case.file_id for one in running}))
    found = known({one.provider for one in running if one.provider})
    context = {**showing.own_page(running, found, today), "meeting": next_meeting(position.region_id, today)}
    context["notes_hours"] = position.role == Role.CARE_PROVIDER
    return page(request, "network/own.html", context)


def known_or_404(position: Position, id: UUID) -> Known:
    """A provider of the region of somebody who sees the network. Raises Http404."""
    try:
        if sees_network(position):
            return find_provider(position.region_id, id)
    except Provider.DoesNotExist as missing:
        raise Http404 from missing
    raise Http404


def kept_or_404(position: Position, id: UUID) -> Known:
    """A provider for who keeps what is known of it. Raises Http404."""
    if not keeps_network(position):
        raise Http404
    return known_or_404(position, id)


def replaced_or_404(kept: Known, id: str) -> Fact | None:
    """The fact that is to be replaced; none when none is named. Raises Http404 when it does not stand."""
    if not id:
        return None
    found = next((one for one in kept.facts if str(one.pk) == id), None)
    if found is None:
        raise Http404
    return found
