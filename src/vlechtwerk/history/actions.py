"""Recording what happened: lock the case, ask the rules, and store the event with what follows from it, or refuse.

Everything of one action happens in one transaction, the audit line included. Whoever records second waits for the lock and
is judged by the history that the first one left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.history import models
from vlechtwerk.history.following import follow, own
from vlechtwerk.history.judging import History, asked_about, check_day, check_only_case, check_recorder, check_supported
from vlechtwerk.history.ledger import Ledger, capacities_in, set_projection
from vlechtwerk.history.models import Case, CorrectionReason, Obligation
from vlechtwerk.history.projection import owed
from vlechtwerk.history.refusals import TWICE_CORRECTED, NotPossible
from vlechtwerk.history.stored import happened, written
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.organisations.queries import choices_on, settings_from
from vlechtwerk.people.models import Person
from vlechtwerk.rules.catalogue import PROCEDURES
from vlechtwerk.rules.kernel import Event
from vlechtwerk.sharing.following import lines_for
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.reading import writing_in


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a case begins with: in which file, of which procedure, in which region, and its first events."""

    file: File
    procedure: str
    region: Region
    events: Sequence[Event]


@transaction.atomic
def open_case(*, file: File, procedure: str, region: Region, events: Sequence[Event], by: Position) -> Case:
    """Open a case in a file with its first events, in a region whose choices of that day it keeps.

    Raises Refused, DayNotPossible, Unsupported and NotInvolved as `record` does, and NotPossible without an event.
    """
    return _open(Beginning(file, procedure, region, events), by, again=False)


@transaction.atomic
def open_again(beginning: Beginning, *, by: Position) -> Case:
    """Open a case for somebody who may have had one; whoever calls this asked the rules about that (AT-037).

    Otherwise as `open_case`.
    """
    return _open(beginning, by, again=True)


def _open(beginning: Beginning, by: Position, *, again: bool) -> Case:
    file, region, rules = beginning.file, beginning.region, PROCEDURES[beginning.procedure]
    choices = choices_on(region, min(event.on for event in beginning.events))
    ordered = tuple(sorted(beginning.events, key=lambda event: event.on))
    history = History(rules, ordered, settings_from(rules.settings, choices))
    capacities = capacities_in(file.pk, by)
    for event in history.events:
        check_recorder(rules, event, capacities)
        check_day(event, history, timezone.localdate())
    check_supported(history)
    check_only_case(history, _has_another(file.person_id, beginning.procedure) and not again)
    case = _stored(Case(file=file, procedure=beginning.procedure, region=region, settings=choices), history, by)
    asked = (rule for event in history.events for rule in asked_about(rules, event))
    note(Verb.CASE_OPENED, by=by, file_id=file.pk, rules=asked, access=writing_in(file.pk, by))
    for event in history.events:
        follow(case, event.on, tuple(lines_for(event)), by=by)
    own(case, history.events)
    return case


def _has_another(person_id: UUID, procedure: str) -> bool:
    """Whether a person has a case of this procedure. The person is locked, so that two cannot be opened at once."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    return Case.objects.filter(file__person=person_id, procedure=procedure).exists()


def _stored(case: Case, history: History, by: Position) -> Case:
    """Store a new case with its events and obligations. Raises Refused when the rules refuse one of the events."""
    facts = history.facts()
    case.version = len(history.events)
    set_projection(case, history, facts)
    case.save(force_insert=True)
    models.Event.objects.bulk_create(
        models.Event(case=case, sequence=number, recorded_by=by, **written(history.procedure, event))
        for number, event in enumerate(history.events, start=1)
    )
    Obligation.objects.bulk_create(one.of_case(case) for one in owed(history.procedure, facts))
    return case


@transaction.atomic
def record(*, case: Case, event: Event, by: Position, key: UUID, seen: int | None = None) -> models.Event:
    """Record an event in a case. A second call with the same `key` changes nothing and returns the same row.

    `seen` is the version of the case that the person was looking at, when that matters. What the event does to who takes part
    in the file (`sharing.following`) happens in the same transaction; recording that access is blocked blocks it, also for `by`.
    Raises Refused when the rules refuse the event, or when it would make later events of the history impossible;
    DayNotPossible for a day in the future, out of range or before the case began; Unsupported; ChangedMeanwhile when `seen`
    is not the present version; NotInvolved when `by` has no part in the file.
    """
    return record_in(Ledger(case.pk, by), event, key=key, seen=seen)


def record_in(ledger: Ledger, event: Event, *, key: UUID, seen: int | None = None) -> models.Event:
    """Record an event in a case that is locked already, in the transaction of the caller. Otherwise as `record`.

    What it refuses it refuses before anything is written.
    """
    if earlier := ledger.recorded_with(key):
        return earlier
    ledger.check_version(seen)
    history = ledger.with_change(event)
    row = ledger.store(models.Event(idempotency_key=key, **written(history.procedure, event)), history, event)
    if lines := tuple(lines_for(event)):
        follow(ledger.case, event.on, lines, by=ledger.by)
        own(ledger.case, history.events)
    return row


@transaction.atomic
def correct(
    *, event: models.Event, replacement: Event | None, reason_code: CorrectionReason, by: Position, key: UUID
) -> models.Event:
    """Correct a recorded event: put another in its place, or strike it when there is no replacement.

    The earlier row stays; the row that corrects it is returned. Who may record an event may correct it. The history that
    is left has to be possible as a whole. Raises what `record` raises, and NotPossible when the event was corrected
    already or is the only one.
    """
    ledger = Ledger(event.case_id, by)
    if earlier := ledger.recorded_with(key):
        return earlier
    corrected = next((row for row in ledger.standing if row.pk == event.pk), None)
    if corrected is None:
        raise NotPossible(TWICE_CORRECTED)
    check_recorder(ledger.case.rules, happened(ledger.case.rules, corrected), ledger.capacities)
    history = ledger.with_change(replacement, corrected)
    fields = written(history.procedure, replacement) if replacement else {"name": corrected.name, "on": corrected.on}
    row = models.Event(
        corrects=corrected, correction_reason=CorrectionReason(reason_code), idempotency_key=key, **fields
    )
    stored = ledger.store(row, history, replacement)
    own(ledger.case, history.events)
    return stored
