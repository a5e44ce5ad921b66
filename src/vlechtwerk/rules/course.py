"""The course of a case: every status that it had, one after the other, until a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from vlechtwerk.rules.assessment import Facts, Procedure, Status, milestone, reasons_against
from vlechtwerk.rules.kernel import Event


def statuses(
    procedure: Procedure[Facts], events: Sequence[Event], on: date, settings: Any = None
) -> tuple[Status, ...]:
    """Every status of the case with these events until the day `on`, the first one in front.

    What changed by itself between two events is found too. An event that the rules refuse changes nothing. `settings` are the
    choices of the region (the defaults of the procedure when left out).
    """
    found: list[Status] = []
    for status in _passed(procedure, events, on, settings):
        if status.code is not None and (not found or status != found[-1]):
            found.append(status)
    return tuple(found)


def _passed(procedure: Procedure[Facts], events: Sequence[Event], on: date, settings: Any) -> Iterator[Status]:
    """The status after each event, and on each day between two events on which it may change by itself."""
    facts = procedure.begin(procedure.settings() if settings is None else settings)
    happened = sorted((event for event in events if event.on <= on), key=lambda event: event.on)
    before = date.min
    for day, of_day in groupby(happened, key=lambda event: event.on):
        yield from _by_itself(procedure, facts, before, day)
        for event in of_day:
            if not reasons_against(procedure, facts, event):
                facts = procedure.fold(facts, event)
                yield procedure.status_on(facts, day)
        before = day
    yield from _by_itself(procedure, facts, before, on)


def _by_itself(procedure: Procedure[Facts], facts: Facts, after: date, until: date) -> Iterator[Status]:
    """The status on each day after one day until another on which something changes by itself."""
    reckoned = (milestone(procedure, facts, name) for name in procedure.automatics)
    days = sorted({one[1].on for one in reckoned if one and after < one[1].on <= until})
    for day in days:
        yield procedure.status_on(facts, day)
