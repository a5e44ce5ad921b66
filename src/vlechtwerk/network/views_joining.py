"""The pages about partners to add to the network: who asks, and who decides. For others they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.arrangements.actions import ArrangementRefused
from vlechtwerk.arrangements.applications import applications_of, decides, sees_applications
from vlechtwerk.dossier.views import WRONG
from vlechtwerk.network import showing, showing_joining
from vlechtwerk.network.actions import AlreadyThere
from vlechtwerk.network.forms_joining import ApplicationForm, DecisionForm
from vlechtwerk.network.joining import apply, decide
from vlechtwerk.network.queries import candidates, keeps_network, outside_on
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def applications(request: HttpRequest, position: Position) -> HttpResponse:
    """The applications of the region, and the form of the network coordinator to make one."""
    if not sees_applications(position):
        raise Http404
    form = _form(request, position)
    against: tuple[Reason, ...] = ()
    if form and form.is_valid():
        try:
            apply(new=form.application, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The application is submitted."))
            return redirect("network_partners")
        except AlreadyThere:
            form.add_error(None, _("An application about this partner waits for a decision already."))
        except ArrangementRefused as refused:
            against = refused.reasons
    context = {**showing_joining.applications_page(position, form), "reasons": reasons(against)}
    context["notices"] = messages.get_messages(request)
    return page(request, "network/partners.html", context, status=WRONG if form and form.is_bound else 200)


def _form(request: HttpRequest, position: Position) -> ApplicationForm | None:
    """The form for who makes applications: about organisations that work here, and providers outside the network."""
    if not keeps_network(position):
        return None
    outside = outside_on(position.region_id, timezone.localdate())
    return ApplicationForm([*outside, *candidates(position.region_id)], request.POST or None)


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
def decision(request: HttpRequest, position: Position, application: UUID) -> HttpResponse:
    """Approve or refuse an application that waits."""
    found = next((one for one in applications_of(position.region) if one.row.pk == application), None)
    if found is None or found.decision or not decides(position):
        raise Http404
    form = DecisionForm(found, timezone.localdate(), request.POST or None)
    if form.is_valid():
        try:
            decide(application=found, decision=form.decision, by=position, key=form.cleaned_data["idempotency_key"])
            messages.success(request, _("The decision is stored."))
            return redirect("network_partners")
        except AlreadyThere:
            form.add_error(None, _("Somebody decided about this meanwhile."))
    title = _("Decide about %(partner)s") % {"partner": found.row.organisation_name}
    context = showing.form_page(form, title, reverse("network_partners"))
    return page(request, "network/form.html", context, status=WRONG if form.is_bound else 200)
