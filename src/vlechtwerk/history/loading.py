"""Storing many cases at once: for a demonstration, a take-over from another system, a measurement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.history import models
from vlechtwerk.history.blocking import blocked_on
from vlechtwerk.history.copying import copy_rows
from vlechtwerk.history.judging import History, check_supported
from vlechtwerk.history.ledger import set_projection
from vlechtwerk.history.models import NUMBERS, Case, Obligation
from vlechtwerk.history.projection import owed
from vlechtwerk.history.stored import written
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.organisations.queries import settings_from
from vlechtwerk.people.models import Person
from vlechtwerk.rules.catalogue import PROCEDURES
from vlechtwerk.rules.kernel import Event
from vlechtwerk.sharing.actions import Part, compartments_with
from vlechtwerk.sharing.following import owned_from
from vlechtwerk.sharing.models import Compartment, File, Involvement

BATCH = 500
"""Cases that are stored together; more of them take more memory and are no faster."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with who recorded it, and when (at the moment of loading when left out)."""

    event: Event
    by: Position
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is not stored yet, about a person who is not stored yet either, with everybody's part in the file.

    `choices` are those of the region when the case began, as they stand in a case file.
    """

    person: Person
    procedure: str
    region: Region
    recorded: Sequence[Recorded]
    parts: Sequence[Part]
    choices: Mapping[str, Any] = field(default_factory=dict)

    def history(self) -> History:
        """Its events in the order in which they are taken."""
        rules = PROCEDURES[self.procedure]
        events = tuple(one.event for one in sorted(self.recorded, key=lambda one: one.event.on))
        return History(rules, events, settings_from(rules.settings, self.choices))


@dataclass(slots=True)
class _Batch:
    """The rows of a number of cases, in the order in which they can be stored."""

    people: list[Person] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    compartments: list[Compartment] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    events: list[models.Event] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)

    def add(self, new: NewCase) -> None:
        """Add the rows of one case."""
        history = new.history()
        check_supported(history)
        facts, events = history.facts(), history.events
        file = File(person=new.person, owned_from=owned_from(events), blocked_on=blocked_on(events))
        case = Case(file=file, procedure=new.procedure, region=new.region, settings=dict(new.choices))
        case.version = len(history.events)
        set_projection(case, history, facts)
        self.people.append(new.person)
        self.files.append(file)
        self.compartments.extend(compartments_with(file, new.parts))
        self.cases.append(case)
        self.involvements.extend(part.in_file(file, None) for part in new.parts)
        self.events.extend(_event_rows(case, new, history))
        self.obligations.extend(one.of_case(case) for one in owed(history.procedure, facts))

    def store(self) -> None:
        """Store all rows, one table after the other."""
        for case, number in zip(self.cases, next_numbers(len(self.cases)), strict=True):
            case.number = number
        tables: tuple[Sequence[Model], ...] = (self.people, self.files, self.compartments, self.involvements)
        for rows in (*tables, self.cases, self.events, self.obligations):
            copy_rows(rows)


def next_numbers(count: int) -> list[int]:
    """So many numbers that no case has yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [NUMBERS, count])
        return [number for (number,) in cursor.fetchall()]


def _event_rows(case: Case, new: NewCase, history: History) -> Iterator[models.Event]:
    now = timezone.now()
    for number, one in enumerate(sorted(new.recorded, key=lambda one: one.event.on), start=1):
        yield models.Event(
            case=case,
            sequence=number,
            recorded_by=one.by,
            recorded_at=one.at or now,
            **written(history.procedure, one.event),
        )


def bulk_open(*, cases: Iterable[NewCase], by: Position) -> int:
    """Store cases with people, files, involvement, events and projections; return how many. `by` is who loads them.

    Days are not compared with today and recorders are not asked: the histories come from elsewhere. The rules are asked.
    Each batch is a transaction of its own. Raises Refused for the first history that holds an event the rules refuse, and
    Unsupported for one under an older decree; the batches before it stay.
    """
    remaining, count = iter(cases), 0
    while new := list(islice(remaining, BATCH)):
        batch = _Batch()
        for one in new:
            batch.add(one)
        with transaction.atomic():
            batch.store()
            note(Verb.CASES_LOADED, by=by)
        count += len(new)
    return count
