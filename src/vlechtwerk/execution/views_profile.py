"""The page with the profile of the participant."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vlechtwerk.dossier.purposes import asks_purpose
from vlechtwerk.execution.looking import reports_or_404
from vlechtwerk.execution.showing_profile import profile_page
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.ui.pages import page


@require_safe
@in_position
@asks_purpose
@reads_files
def profile(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What was explored with the participant, as far as it is open to the visitor; the look stands in the record."""
    about = reports_or_404(request, position, id, Verb.READ)
    context = {**profile_page(about), "notices": messages.get_messages(request)}
    return page(request, "execution/profile.html", context)
