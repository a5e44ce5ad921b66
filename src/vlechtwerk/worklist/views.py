"""The home screen, and the numbers over many cases."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vlechtwerk.accounts.pace import SEARCHING, at_a_pace
from vlechtwerk.arrangements.showing import ShownRoom, short_of_room
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.models import Signal
from vlechtwerk.sharing.signals import handle_signal
from vlechtwerk.trajectories.showing.tasks import shown as told
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.pages import page
from vlechtwerk.worklist import overview as numbers
from vlechtwerk.worklist import queries, showing
from vlechtwerk.worklist.forms import FilterForm, SearchForm
from vlechtwerk.worklist.waiting import Shown, shown


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@at_a_pace(SEARCHING, of=("POST",))
def worklist(request: HttpRequest, position: Position) -> HttpResponse:
    """My cases, what is most pressing on top. A client with one trajectory goes straight to her own view."""
    search = SearchForm(request.POST if request.method == "POST" else None)
    filters = FilterForm(request.GET)
    wanted = filters.wanted(search.cleaned_data["name"] if search.is_valid() else "")
    desk = queries.Desk(position, timezone.localdate())
    with transaction.atomic():
        lines, counted = queries.home(desk, wanted)
        if position.role == Role.CLIENT and len(lines) == 1:
            return redirect("portal", lines[0].case_id)
        beside = _Beside() if wanted.name else _beside(desk, counted)
        reading.listed(position, [*(line.file_id for line in lines[: queries.PAGE]), *beside.files])
    context = {
        **showing.list_page(desk, wanted, lines, counted),
        "filters": visible_fields(filters),
        "waiting": beside.waiting,
        "short_of_room": beside.short_of_room,
        "view": wanted.view.value,
        "search": visible_fields(search),
        "errors": form_errors(search),
        "tasks": [told(signal, case) for signal, case in beside.signals],
        "notices": messages.get_messages(request),
    }
    return page(request, "worklist/worklist.html", context, fragment="list", status=422 if search.errors else 200)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands above the list on the home screen. Who looks for a name gets the list only."""

    signals: Sequence[tuple[Signal, Case]] = ()
    waiting: Shown = field(default_factory=Shown)
    short_of_room: ShownRoom | None = None

    @property
    def files(self) -> list[UUID]:
        """The files of which it shows a name."""
        return [*(signal.file_id for signal, _case in self.signals), *self.waiting.files]


def _beside(desk: queries.Desk, counted: queries.Counts) -> _Beside:
    """What asks for attention besides the list."""
    signals = queries.signals(desk) if counted.has_signals else []
    return _Beside(signals, shown(counted.waiting), short_of_room(desk.position, counted.room, desk.today))


@require_POST
@in_position
def talked_about(request: HttpRequest, position: Position, signal: UUID) -> HttpResponse:
    """Tell that a signal was talked about, and go back to where it stood. For whom it is not, it does not exist."""
    file_id = handle_signal(signal, by=position)
    if file_id is None:
        raise Http404
    case = Case.objects.filter(file=file_id).first() if request.POST.get("from") == "case" else None
    return redirect("trajectory", case.pk) if case else redirect("worklist")


@require_safe
@in_position
def overview(request: HttpRequest, position: Position) -> HttpResponse:
    """Numbers over the own cases by case manager, and over the region for who coordinates it. It names no participant."""
    if position.role == Role.CLIENT:
        raise Http404
    return page(request, "worklist/overview.html", numbers.page_of(queries.Desk(position, timezone.localdate())))
