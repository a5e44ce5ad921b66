"""Who acts, told to the database for the length of one transaction.

Settings of a session would survive on a pooled connection and open the files of one person to the next, so only settings of
a transaction are used, and they are signed (`sharing.signatures`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.extent import MOST, opens_too_much
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.signatures import tell
from vlechtwerk.sharing.walls import KEEPING
from vlechtwerk.ui.pages import page

P = ParamSpec("P")

KEEP = f"SELECT set_config('{KEEPING}', %s, true)"
NOBODY = UUID(int=0)


@contextmanager
def acting(position: Position, on: date) -> Iterator[None]:
    """Let a position read and write confidential rows in one transaction, judged by what holds on a day.

    Inside another transaction it holds until its own end; then whoever acted before acts again, or nobody.
    """
    connected = cast("Any", connection)
    before, inside = connected.identity, connection.in_atomic_block
    with transaction.atomic():
        try:
            _tell(connected, Identity(position.pk, on))
            yield
            if inside:
                _tell(connected, before)
        finally:
            # After a failure the database forgets by itself, with the rest of what was done here.
            connected.identity = before


@contextmanager
def keeping() -> Iterator[None]:
    """Let the owner of the tables work on the keys of parts in one transaction. For every other role they do not exist.

    The policy of the owner asks for this setting too, so that nothing is open by accident where one role does everything.
    """
    connected = cast("Any", connection)
    before = connected.identity
    with transaction.atomic():
        try:
            connected.identity = Identity(NOBODY, date.min)
            _keep(connected, "on")
            yield
            _keep(connected, "")
        finally:
            connected.identity = before


@contextmanager
def sweeping(on: date) -> Iterator[None]:
    """Let the database remove what is over on a day, in one transaction in which nobody acts: nothing can be read in it."""
    connected = cast("Any", connection)
    before = connected.identity
    with transaction.atomic():
        try:
            _tell(connected, Identity(NOBODY, on))
            yield
            _tell(connected, before)
        finally:
            connected.identity = before


def _nothing(answer: HttpResponse) -> None:
    """What goes with most answers."""


def _keep(connected: Any, told: str) -> None:
    with connected.cursor() as cursor:
        cursor.execute(KEEP, [told])


def _tell(connected: Any, identity: Identity | None) -> None:
    """Tell the database until the end of the transaction who acts, or that nobody does."""
    tell(identity)
    connected.identity = identity


def accompany(request: HttpRequest, deed: Callable[[HttpResponse], None]) -> None:
    """Let something happen with the answer of a view that reads files, in its transaction: both happen, or neither."""
    request.accompanied_by = deed  # type: ignore[attr-defined]  # the request carries it from here to the view


def reads_files(
    view: Callable[Concatenate[HttpRequest, Position, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Position, P], HttpResponse]:
    """Run a view in one transaction in which its position acts. The answer is complete when the view returns it.

    Who has more open than one person can work with is told so, whatever was asked.

    What a view wrote before it found that something does not exist for the visitor stays: the line about the attempt.
    """

    @wraps(view)
    def reading(request: HttpRequest, position: Position, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with acting(position, timezone.localdate()):
            if opens_too_much(position):
                return page(request, "sharing/too_much.html", {"most": MOST}, status=403)
            try:
                answer = view(request, position, *args, **kwargs)
            except Http404 as missing:
                absent = missing
            else:
                getattr(request, "accompanied_by", _nothing)(answer)
                return answer
        raise absent

    return reading
