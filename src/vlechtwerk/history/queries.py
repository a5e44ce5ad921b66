"""Reading cases: their history, what the rules say about it, and whether what is stored is still true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from vlechtwerk.history.judging import History
from vlechtwerk.history.ledger import OWED_FIELDS
from vlechtwerk.history.models import Case, Event
from vlechtwerk.history.projection import Owed, Projection, owed, project
from vlechtwerk.history.refusals import NotPossible, Refused
from vlechtwerk.history.stored import UnreadableEvent, happened, in_effect
from vlechtwerk.rules import kernel
from vlechtwerk.rules.assessment import Assessment, assess

BATCH = 500
PROJECTED = Projection._fields


def effective_rows(case: Case, known_at: datetime | None = None) -> list[Event]:
    """The rows that make up the history of a case, in order, with who recorded them; corrected and struck ones are left out.

    With `known_at` only what had been recorded at that moment.
    """
    rows = case.events.select_related("recorded_by__account", "recorded_by__organisation")
    return in_effect(rows if known_at is None else rows.filter(recorded_at__lte=known_at))


def effective_events(case: Case, known_at: datetime | None = None) -> tuple[kernel.Event, ...]:
    """The history of a case as the rules take it. Raises UnreadableEvent."""
    rows = case.events.all() if known_at is None else case.events.filter(recorded_at__lte=known_at)
    return tuple(happened(case.rules, row) for row in in_effect(rows))


def assessment_of(case: Case, on: date, known_at: datetime | None = None) -> Assessment:
    """What the rules say about a case on a day, also one in the past or the future.

    With `known_at` as somebody could have known it at that moment, before later recordings and corrections.
    """
    return assess(case.rules, effective_events(case, known_at), on, case.chosen)


def what_if(case: Case, event: kernel.Event, on: date) -> Assessment:
    """What the rules would say on a day if an event had happened as well. Nothing is stored.

    When the rules refuse the event it stands under `refused`, with the reasons.
    """
    return assess(case.rules, (*effective_events(case), event), on, case.chosen)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something stored about a case that is not what its events and the rules say. It holds no personal data."""

    case_id: UUID
    what: str
    stored: str
    computed: str

    def __str__(self) -> str:
        return f"case {self.case_id}: {self.what} is {self.stored}, but the rules say {self.computed}"


def differing_cases() -> Iterator[Difference]:
    """Recompute what is stored about every case and yield each difference. Memory does not grow with the number of cases.

    Of a case that was erased nothing is left to recompute.
    """
    cases = Case.objects.filter(erased_on=None).order_by("pk").iterator(BATCH)
    while batch := list(islice(cases, BATCH)):
        prefetch_related_objects(batch, "events", "obligations")
        for case in batch:
            yield from differences(case)


def differences(case: Case) -> Iterator[Difference]:
    """What is stored about one case and is not what its events and the rules say."""
    rows = list(case.events.all())
    if [row.sequence for row in rows] != list(range(1, case.version + 1)):
        yield Difference(case.pk, "the number of events", str(case.version), str(len(rows)))
    try:
        events = tuple(happened(case.rules, row) for row in in_effect(rows))
        history = History(case.rules, events, case.chosen)
        facts = history.facts()
    except (UnreadableEvent, Refused, NotPossible) as fault:
        yield Difference(case.pk, "the history", "kept", f"it is not possible ({fault})")
        return
    yield from _projected(case, project(case.rules, facts, history.last_on))
    yield from _obligations(case, owed(case.rules, facts))


def _projected(case: Case, computed: Projection) -> Iterator[Difference]:
    for name in PROJECTED:
        stored, right = getattr(case, name), getattr(computed, name)
        if stored != right:
            yield Difference(case.pk, name, _shown(stored), _shown(right))


def _obligations(case: Case, computed: Iterable[Owed]) -> Iterator[Difference]:
    stored = {one.key: one for row in case.obligations.all() for one in [_owed(row)]}
    right = {one.key: one for one in computed}
    for key in sorted(stored.keys() | right.keys()):
        if stored.get(key) != right.get(key):
            name = f"the obligation {key[1]} {key[2]} ({key[0]})"
            yield Difference(case.pk, name, _shown(stored.get(key)), _shown(right.get(key)))


def _owed(row: Any) -> Owed:
    return Owed(**{name: getattr(row, name) for name in OWED_FIELDS})


def _shown(value: object) -> str:
    """A stored value on one line."""
    if isinstance(value, Owed):
        return f"due {value.due_on}, done {value.done_on}, owed {value.opens_on} to {value.lapses_on} by {value.owner}"
    return "absent" if value in (None, "") else str(value)
