"""Signals: something in a file asks people to talk. They tell that, and never the content."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.rows import columns_of, objects_of
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Signal, SignalKind, holds
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.signal_kinds import AFTER_THE_DAY, DONE_ELSEWHERE

# Every talk with the client asks it, so it is written out.
MOVE = """
UPDATE sharing_signal SET due_on = %(due_on)s
WHERE file_id = %(file)s AND kind = %(kind)s AND handled_at IS NULL AND due_on < %(due_on)s
"""
# Every page of a case asks it, so it is written out too: `open_signals` of one file, for who knows the own capacities in it.
WAITING = """
SELECT {columns} FROM sharing_signal
WHERE file_id = %(file)s AND handled_at IS NULL AND capacities && %(mine)s::varchar[]
    AND (due_on < %(on)s OR kind <> ALL (%(after)s))
ORDER BY made_at, id
"""


def open_signals(position: Position, on: date) -> QuerySet[Signal]:
    """The signals that wait for a position on a day, in the files in which it takes part; the oldest first."""
    if not position.is_active_on(on):
        return Signal.objects.none()
    waiting = Signal.objects.filter(
        ~Q(kind__in=AFTER_THE_DAY) | Q(due_on__lt=on),
        holds(on, "file__involvements__"),
        handled_at__isnull=True,
        file__involvements__position=position,
        capacities__contains=[F("file__involvements__capacity")],
    )
    return waiting.order_by("made_at", "pk").distinct()


def waiting_in(file_id: UUID, capacities: Iterable[Role], on: date) -> list[Signal]:
    """The signals that wait on a day for who takes part in a file in these capacities, the oldest first."""
    mine, after = [str(one) for one in capacities], [str(one) for one in AFTER_THE_DAY]
    with connection.cursor() as cursor:
        told: dict[str, Any] = {"file": file_id, "mine": mine, "on": on, "after": after}
        cursor.execute(WAITING.format(columns=columns_of(Signal)), told)
        return objects_of(Signal, cursor.fetchall())


def raise_signal(
    file_id: UUID, kind: SignalKind, to: Iterable[Role] = CASE_MANAGERS, *, due_on: date | None = None
) -> Signal:
    """Ask people of a file to talk or to do something, by a day if there is one; one signal of a kind for a day at a time.

    Call it in the transaction of what it is about.
    """
    capacities = sorted(str(role) for role in to)
    waiting = Signal.objects.filter(file_id=file_id, kind=kind, capacities=capacities, handled_at__isnull=True)
    same = waiting.filter(due_on=due_on) if due_on else waiting.filter(due_on__isnull=True)
    return same.first() or Signal.objects.create(file_id=file_id, kind=kind, capacities=capacities, due_on=due_on)


def move_signals(file_id: UUID, kind: SignalKind, *, due_on: date) -> None:
    """Let what waits wait until a later day, because something was done meanwhile. Nothing is brought forward."""
    with connection.cursor() as cursor:
        cursor.execute(MOVE, {"file": file_id, "kind": kind, "due_on": due_on})


def is_asked(file_id: UUID, kind: SignalKind) -> bool:
    """Whether a task waits in a file, for whomever it is. Ask it only for who reads the part that it is about."""
    return Signal.objects.filter(file_id=file_id, kind=kind, handled_at__isnull=True).exists()


def waiting_since(file_id: UUID, kind: SignalKind) -> date | None:
    """Since which day something is asked; None when nothing of this kind waits."""
    found = Signal.objects.filter(file_id=file_id, kind=kind, handled_at__isnull=True).order_by("made_at").first()
    return timezone.localtime(found.made_at).date() if found else None


def end_signals(file_id: UUID, kind: SignalKind, *, by: Position, due_on: date | None = None) -> None:
    """What a signal asks was recorded: it leaves the lists. Call it in the transaction of what was recorded.

    With a day only what was asked by that day ends.
    """
    done = Signal.objects.filter(file_id=file_id, kind=kind, handled_at__isnull=True)
    done = done.filter(due_on=due_on) if due_on else done
    done.update(handled_at=timezone.now(), handled_by=by)


@transaction.atomic
def handle_signal(signal: UUID, *, by: Position) -> UUID | None:
    """Tell that a signal was talked about; it leaves the lists of all whom it was for. Twice is once.

    Returns the file in which it was, when it was open for this position. Otherwise nothing happens, so nobody learns that it
    exists; nor for a task, which ends when what it asks is recorded.
    """
    found = open_signals(by, timezone.localdate()).filter(pk=signal).exclude(kind__in=DONE_ELSEWHERE).first()
    if found is None:
        return None
    Signal.objects.filter(pk=found.pk).update(handled_at=timezone.now(), handled_by=by)
    note(Verb.SIGNAL_HANDLED, by=by, file_id=found.file_id, access=writing_in(found.file_id, by))
    return found.file_id
