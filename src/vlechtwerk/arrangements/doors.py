"""Who comes in: everybody who works in the region. For clients these pages do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Position, P], HttpResponse]


def sees_region(position: Position) -> bool:
    """Whether a position works in the region."""
    return position.role != Role.CLIENT


def for_professionals(view: View[P]) -> View[P]:
    """Let a view answer who works in the region; for a client there is no such page."""

    @wraps(view)
    def asking(request: HttpRequest, position: Position, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not sees_region(position):
            raise Http404
        return view(request, position, *args, **kwargs)

    return asking
