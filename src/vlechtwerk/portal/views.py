"""The pages of the client's own view. For everybody else they do not exist."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vlechtwerk.audit.models import Part
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import Way, opened
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import explaining, showing
from vlechtwerk.portal.queries import own
from vlechtwerk.sharing.identity import reads_files
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.pages import page


@require_safe
@in_position
def home(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Where I am, what is asked of me, what happened, what comes, who helps me, and the way to everything else."""
    context = showing.home_page(own_or_404(id, position))
    return page(request, "portal/home.html", {**context, "notices": messages.get_messages(request)})


@require_safe
@in_position
def complaint(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What to do when something goes wrong."""
    return page(request, "portal/complaint.html", showing.complaint_page(own_or_404(id, position)))


@require_safe
@in_position
def promises(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What the client may, and what is asked of her, each with the rule that it rests on."""
    return page(request, "portal/promises.html", showing.promises_page(own_or_404(id, position)))


@require_safe
@in_position
@reads_files
def explained(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """What was explained to the client, when and by whom."""
    return page(request, "portal/explained.html", explaining.explained_page(own_or_404(id, position)))


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Difficult words with their meaning; they tell nothing about anybody, so everybody may read them."""
    return page(request, "portal/words.html", showing.words_page())


def own_or_404(id: UUID, position: Position, part: Part = Part.ADMINISTRATIVE) -> Trajectory:
    """The own trajectory of the visitor; the look stands in the record. Raises Http404 for everybody else."""
    try:
        return opened(id, position, lambda: own(id, position, timezone.localdate()), Way(part))
    except Case.DoesNotExist as missing:
        raise Http404 from missing
