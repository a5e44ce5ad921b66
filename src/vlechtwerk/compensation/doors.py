"""Who comes in: these pages do not exist for anybody else."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.models import Line
from vlechtwerk.compensation.queries import FIRST_YEAR, LAST_YEAR, files_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.payment import HalfYear, payment_run

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Position, P], HttpResponse]


def only(sees: Callable[[Position], bool]) -> Callable[[View[P]], View[P]]:
    """Let a view answer only a position that sees its page; for everybody else there is no such page."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def asking(request: HttpRequest, position: Position, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not sees(position):
                raise Http404
            return view(request, position, *args, **kwargs)

        return asking

    return guard


def run_or_404(year: int, half: int) -> HalfYear:
    """The half-year of an address, not later than the present one. Raises Http404."""
    run = HalfYear(year, half)
    if half not in (1, 2) or not FIRST_YEAR <= year <= LAST_YEAR or run > payment_run(timezone.localdate()):
        raise Http404
    return run


def numbers_shown(by: Position, lines: Sequence[Line], verb: Verb = Verb.NUMBERS_LISTED) -> None:
    """Note which trajectories stood in what somebody got, by number: one line in the record for all of them."""
    if lines:
        note(verb, by=by, rules=["AT-015"], access=Access(shown=tuple(files_of(lines))))
