"""Rows of events as events of the rules, and the other way round."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from vlechtwerk.history import models
from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.casefile import read_event, write_event
from vlechtwerk.rules.kernel import Event


class UnreadableEvent(ValueError):
    """A stored event does not fit the rules: it was made by another version of the program or changed from outside."""


def happened(procedure: Procedure[Any], row: models.Event) -> Event:
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


def in_effect(rows: Iterable[models.Event]) -> list[models.Event]:
    """The rows that make up the history: without what was corrected or struck, in order of date.

    Events of one day stand in the order in which they were recorded; a correction takes the place of what it corrects.
    """
    place: dict[object, int] = {}
    corrected: set[object] = set()
    recorded = sorted(rows, key=lambda row: row.sequence)
    for row in recorded:
        place[row.pk] = place.get(row.corrects_id, row.sequence) if row.corrects_id else row.sequence
        corrected.add(row.corrects_id)
    standing = [row for row in recorded if row.pk not in corrected and row.data is not None]
    return sorted(standing, key=lambda row: (row.on, place[row.pk]))


def first_day(events: Iterable[Event]) -> date:
    """The day of the first event. Raises ValueError when there is none."""
    return min(event.on for event in events)
