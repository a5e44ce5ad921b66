"""In which position somebody acts: kept in the session, looked up once for each request."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.sessions import renew
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.organisations.rows import columns_of, object_of
from vlechtwerk.ui.environment import drawing

SESSION_KEY = "position"
P = ParamSpec("P")


def act_as(request: HttpRequest, position: Position) -> None:
    """Let the rest of the session act in a position; the session gets a new key."""
    renew(request)
    note(Verb.POSITION_CHOSEN, by=position)
    request.session[SESSION_KEY] = str(position.pk)
    _remember(request, position)


def acting_position(request: HttpRequest) -> Position | None:
    """The position in which the visitor acts; None before signing in and before one is chosen.

    It comes with its account, organisation and region. A position that is no longer held today, or that belongs to somebody
    else, counts as none. Who holds only one position acts in that one.
    """
    if not hasattr(request, "position"):
        _remember(request, _look_up(request))
    position: Position | None = request.position  # type: ignore[attr-defined]  # set just above
    return position


def _look_up(request: HttpRequest) -> Position | None:
    if not isinstance(request.user, Account):
        return None
    chosen = request.session.get(SESSION_KEY)
    held = _held(request.user, UUID(chosen) if chosen else None)
    if len(held) != 1:
        return None
    held[0].account = request.user
    return held[0]


# Every page asks this, so it is written out: made from a queryset it takes four times as long.
HELD = """
SELECT {columns} FROM organisations_position
JOIN organisations_organisation ON organisations_organisation.id = organisations_position.organisation_id
JOIN organisations_region ON organisations_region.id = organisations_position.region_id
WHERE organisations_position.account_id = %(account)s
    AND (%(chosen)s::uuid IS NULL OR organisations_position.id = %(chosen)s)
"""


def _held(account: Account, chosen: UUID | None) -> list[Position]:
    """The positions that an account holds today, or only the one that was chosen when it is among them."""
    columns = ", ".join(columns_of(model) for model in (Position, Organisation, Region))
    with connection.cursor() as cursor:
        cursor.execute(HELD.format(columns=columns), {"account": account.pk, "chosen": chosen})
        found = [_position(iter(row)) for row in cursor.fetchall()]
    today = timezone.localdate()
    return [one for one in found if one.is_active_on(today)]


def _position(values: Iterator[Any]) -> Position:
    """The position of a row with these columns."""
    position = object_of(Position, values)
    position.organisation, position.region = object_of(Organisation, values), object_of(Region, values)
    return position


def _remember(request: HttpRequest, position: Position | None) -> None:
    request.position = position  # type: ignore[attr-defined]  # the request carries it from here to the views


def in_position(
    view: Callable[Concatenate[HttpRequest, Position, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the acting position as its second argument.

    A visitor who is not signed in goes to the sign-in page first, one who has no position yet to the choice of one.
    """

    @wraps(view)
    def asking(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        position = acting_position(request)
        if position is None:
            return redirect_to_login(request.get_full_path(), reverse("positions"))
        # The views put words into what they show, long before the page itself is drawn.
        with drawing():
            return view(request, position, *args, **kwargs)

    return asking
