"""The plan on paper: a tagged PDF under its fixed name, to sign or to take along."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.documents.printing import pdf
from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.dossier.views import find_or_404
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans import paper as showing
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.views import latest_or_404, version_or_404
from vlechtwerk.rules.activation.duties.plan_content import PLAN_NAME
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.ui.attachments import PDF, attachment

FILE_NAME = f"{PLAN_NAME}.pdf"
"""The fixed name, by which everybody sees to which assignment it belongs (AT-086); it tells nothing about whom it is."""


@require_safe
@in_position
@recently_confirmed
@asks_purpose
@reads_files
def paper(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """A version of the plan as a document. That somebody took it along stands in the record."""
    found = find_or_404(request, position, id, Verb.READ, as_deed=Deed.FILE_EXPORTED)
    plans, named = PlanFile(found), request.GET.get("versie", "")
    plan = version_or_404(plans, named) if named else latest_or_404(plans)
    return attachment(pdf(showing.document_of(plans, plan)), PDF, FILE_NAME)
