"""Carrying out what an event does to who takes part in the file (`sharing.following`), in the transaction that records it."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part, end_involvement, involve
from vlechtwerk.sharing.following import TO_NAME, Effect, Line, owned_from
from vlechtwerk.sharing.granting import block_access
from vlechtwerk.sharing.models import File, Involvement, holds
from vlechtwerk.sharing.places import people_with
from vlechtwerk.sharing.ringing import ring_at
from vlechtwerk.sharing.signals import end_signals, raise_signal


def follow(case: Case, on: date, lines: Iterable[Line], *, by: Position) -> None:
    """Begin and end what something that was just recorded begins and ends, and ask what it asks.

    What begins does so on the day on which it happened. What ends does so today: nobody is said to have lost access earlier.
    Whoever was let in by mistake is not thrown out when an event is corrected: the team sees who takes part and ends it.
    """
    for line in lines:
        if line.effect is Effect.SHUTS:
            block_access(case.file_id, by=by)
        elif line.effect is Effect.SETTLES and line.signal:
            end_signals(case.file_id, line.signal, by=by)
        elif line.signal:
            raise_signal(case.file_id, line.signal, [line.capacity])
            ring_at(case.file_id, line.capacity)
        elif line.effect is not Effect.OWNS:
            _move(case, line, on, by)


def own(case: Case, events: Iterable[Event]) -> None:
    """Store from which day the work case manager owns the file, as it follows from a history; also after a correction."""
    day = owned_from(events)
    File.objects.filter(pk=case.file_id).exclude(owned_from=day).update(owned_from=day)


def _move(case: Case, line: Line, on: date, by: Position) -> None:
    today = timezone.localdate()
    involved = Involvement.objects.filter(holds(today), file_id=case.file_id).select_related("position", "file")
    having = [one for one in involved if one.capacity == line.capacity]
    if line.effect is Effect.CALLS and not having:
        _call(case, line, on, by)
    if line.effect is Effect.ENDS:
        for one in having:
            if one.reason == line.reason:
                end_involvement(involvement=one, until_on=today, by=by, rules=[line.rule])
    if line.then and having:
        next_ones = [one for one in involved if one.capacity == line.then]
        ending = having if line.effect is Effect.BECOMES else next_ones
        part = Part(having[0].position, line.then, on, line.reason)
        # Whoever becomes something else begins first, so that every line in the record tells a part under which it was done.
        if line.effect is Effect.BECOMES and not next_ones:
            involve(file=having[0].file, part=part, by=by, rules=[line.rule])
        for one in ending:
            end_involvement(involvement=one, until_on=today, by=by, rules=[line.rule])
        if line.effect is Effect.TAKES:
            involve(file=having[0].file, part=part, by=by, rules=[line.rule])


def _call(case: Case, line: Line, on: date, by: Position) -> None:
    """Let the only one in the region with this role take part. Otherwise the work case manager is asked to name somebody."""
    possible = list(people_with(line.capacity, case.region_id, on)[:2])
    if len(possible) != 1 and line.capacity in TO_NAME:
        raise_signal(case.file_id, TO_NAME[line.capacity], [Role.WORK_CASE_MANAGER])
    if len(possible) == 1:
        part = Part(possible[0], line.capacity, on, line.reason)
        involve(file=case.file, part=part, by=by, rules=[line.rule])
