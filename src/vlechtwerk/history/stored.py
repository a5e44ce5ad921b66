"""Rows of events as events of the rules, and the other way round."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any, Protocol, TypeVar
from uuid import UUID

from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.casefile import read_event, write_event
from vlechtwerk.rules.kernel import Event


class Row(Protocol):
    """What is looked at of a stored event: the model has it, and so has a plain row of a list of thousands."""

    @property
    def pk(self) -> UUID:
        """Its identifier."""

    @property
    def case_id(self) -> UUID:
        """The case in which it happened."""

    @property
    def sequence(self) -> int:
        """Its place among what was recorded in the case."""

    @property
    def name(self) -> str:
        """The name of the event."""

    @property
    def on(self) -> date:
        """The day on which it happened."""

    @property
    def data(self) -> dict[str, Any] | None:
        """What else was recorded; None strikes what it corrects."""

    @property
    def corrects_id(self) -> UUID | None:
        """What it comes in the place of."""


R = TypeVar("R", bound=Row)
_SEQUENCE, _ON = attrgetter("sequence"), attrgetter("on")


class UnreadableEvent(ValueError):
    """A stored event does not fit the rules: it was made by another version of the program or changed from outside."""


def happened(procedure: Procedure[Any], row: Row) -> Event:
    """The event of a row that is no strike. Raises UnreadableEvent."""
    read = read_event(procedure, {**(row.data or {}), "event": row.name, "on": row.on})
    if isinstance(read, tuple):
        raise UnreadableEvent(f"event {row.sequence} of case {row.case_id}: {read[0].where} {read[0].message}")
    return read


def written(procedure: Procedure[Any], event: Event) -> dict[str, Any]:
    """The fields of a row that hold an event."""
    data = write_event(procedure, event)
    name = data.pop("event")
    del data["on"]
    return {"name": name, "on": event.on, "data": data}


def in_effect(rows: Iterable[R]) -> list[R]:
    """The rows that make up the history: without what was corrected or struck, in order of date.

    Events of one day stand in the order in which they were recorded; a correction takes the place of what it corrects.
    """
    recorded = sorted(rows, key=_SEQUENCE)
    if all(row.corrects_id is None for row in recorded):
        # So it is in most cases. What was recorded on one day keeps its order.
        return sorted(recorded, key=_ON)
    place: dict[object, int] = {}
    corrected: set[object] = set()
    for row in recorded:
        place[row.pk] = place.get(row.corrects_id, row.sequence) if row.corrects_id else row.sequence
        corrected.add(row.corrects_id)
    standing = [row for row in recorded if row.pk not in corrected and row.data is not None]
    return sorted(standing, key=lambda row: (row.on, place[row.pk]))


def first_day(events: Iterable[Event]) -> date:
    """The day of the first event. Raises ValueError when there is none."""
    return min(event.on for event in events)
