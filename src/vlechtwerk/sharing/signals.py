"""Signals: something in a file asks people to talk. They tell that, and never the content."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Signal, SignalKind, holds
from vlechtwerk.sharing.reading import writing_in


def open_signals(position: Position, on: date) -> QuerySet[Signal]:
    """The signals that wait for a position on a day, in the files in which it takes part; the oldest first."""
    if not position.is_active_on(on):
        return Signal.objects.none()
    waiting = Signal.objects.filter(
        holds(on, "file__involvements__"),
        handled_at__isnull=True,
        file__involvements__position=position,
        capacities__contains=[F("file__involvements__capacity")],
    )
    return waiting.order_by("made_at", "pk").distinct()


def raise_signal(file_id: UUID, kind: SignalKind, to: Iterable[Role] = CASE_MANAGERS) -> Signal:
    """Ask people of a file to talk; one signal of a kind at a time. Call it in the transaction of what it is about."""
    capacities = sorted(str(role) for role in to)
    waiting = Signal.objects.filter(file_id=file_id, kind=kind, capacities=capacities, handled_at__isnull=True)
    return waiting.first() or Signal.objects.create(file_id=file_id, kind=kind, capacities=capacities)


@transaction.atomic
def handle_signal(signal: UUID, *, by: Position) -> bool:
    """Tell that a signal was talked about; it leaves the lists of all whom it was for. Twice is once.

    Returns whether it was open for this position. Otherwise nothing happens, so nobody learns that it exists.
    """
    found = open_signals(by, timezone.localdate()).filter(pk=signal).first()
    if found is None:
        return False
    Signal.objects.filter(pk=found.pk).update(handled_at=timezone.now(), handled_by=by)
    note(Verb.SIGNAL_HANDLED, by=by, file_id=found.file_id, access=writing_in(found.file_id, by))
    return True
