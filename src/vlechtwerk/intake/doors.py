"""Who comes in before there is a file: these pages do not exist for anybody else."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from vlechtwerk.intake.proposals import PROPOSERS
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Position, P], HttpResponse]


def refers(position: Position) -> bool:
    """A mediator of VDAB, who alone refers (AT-031)."""
    return position.role == Role.VDAB_MEDIATOR


def books(position: Position) -> bool:
    """Who books a first appointment, or whose agenda it is in (AT-075)."""
    return position.role in (Role.VDAB_MEDIATOR, Role.WORK_CASE_MANAGER)


def proposes(position: Position) -> bool:
    """Somebody of care, or the work case manager who passes on a proposal (AT-045)."""
    return position.role in PROPOSERS


def tells_region(position: Position) -> bool:
    """The contact of the care partnership, who hears of intakes (AT-052)."""
    return position.role == Role.CARE_PARTNERSHIP_CONTACT


def takes_part(position: Position) -> bool:
    """Anybody who has something on the road before there is a file."""
    return refers(position) or proposes(position) or tells_region(position)


def only(*sees: Callable[[Position], bool]) -> Callable[[View[P]], View[P]]:
    """Let a view answer only a position that sees its page; for everybody else there is no such page."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def asking(request: HttpRequest, position: Position, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not any(one(position) for one in sees):
                raise Http404
            return view(request, position, *args, **kwargs)

        return asking

    return guard
