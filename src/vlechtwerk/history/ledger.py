"""A case under lock, with its history as it stands: what recording and correcting have in common."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone
from uuid_utils.compat import uuid7

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.history import statements
from vlechtwerk.history.judging import History, asked_about, check_day, check_recorder, check_supported
from vlechtwerk.history.models import Case, Event
from vlechtwerk.history.projection import Owed, Projection, owed, project
from vlechtwerk.history.refusals import CHANGED_MEANWHILE, ChangedMeanwhile, NotInvolved
from vlechtwerk.history.stored import happened, in_effect
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.rows import columns_of, objects_of
from vlechtwerk.rules import kernel
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.reading import writing
from vlechtwerk.sharing.statements import PARTS_IN_FILE, Parts, parts_of

OWED_FIELDS = Owed._fields


def capacities_in(file_id: UUID, by: Position) -> frozenset[Role]:
    """The capacities of a position in a file today. Raises NotInvolved when there are none."""
    mine = Involvement.objects.of(by, timezone.localdate()).filter(file_id=file_id)
    return _capacities(mine)


def _capacities(mine: Iterable[Involvement]) -> frozenset[Role]:
    found = frozenset(Role(one.capacity) for one in mine)
    if not found:
        raise NotInvolved
    return found


class Ledger:
    """The history of a case while somebody writes in it.

    The row of the case is locked before the events are read, so nobody adds to them until the transaction ends.
    """

    def __init__(self, case_id: UUID, by: Position) -> None:
        """Lock the case and read its events. Raises NotInvolved when `by` has no part in the file, or there is no case."""
        self.by, self.today = by, timezone.localdate()
        parts = parts_of(by, self.today)
        if parts is None:
            raise NotInvolved
        with connection.cursor() as cursor:
            self.case = _locked(cursor, case_id, parts)
            self.involved = _in_file(cursor, self.case.file_id, parts)
            self.capacities = _capacities(self.involved)
            self.rows = events_of(cursor, self.case)
        self.standing = in_effect(self.rows)

    def recorded_with(self, key: UUID) -> Event | None:
        """The row that was recorded with this key, if any."""
        return next((row for row in self.rows if row.idempotency_key == key), None)

    def check_version(self, seen: int | None) -> None:
        """Raise ChangedMeanwhile when the case is no longer as somebody saw it."""
        if seen is not None and seen != self.case.version:
            raise ChangedMeanwhile(CHANGED_MEANWHILE)

    def history(self, without: Event | None = None) -> History:
        """The history as it stands, without the event of one row."""
        events = (happened(self.case.rules, row) for row in self.standing if row is not without)
        return History(self.case.rules, tuple(events), self.case.chosen)

    def with_change(self, change: kernel.Event | None, corrected: Event | None = None) -> History:
        """The history with an event added, or put in the place of the one that is corrected (None strikes it).

        Raises what keeps the change out: who records it, its day, or the rules of a later decree.
        """
        before = self.history(without=corrected)
        if change is None:
            return before
        check_recorder(before.procedure, change, self.capacities)
        check_day(change, before, self.today)
        place = len(before.events) if corrected is None else self.standing.index(corrected)
        events = (*before.events[:place], change, *before.events[place:])
        changed = History(before.procedure, events, before.settings)
        check_supported(changed)
        return changed

    def store(self, row: Event, history: History, change: kernel.Event | None) -> Event:
        """Store a row with what follows from the history that came of it. Raises Refused when that is not possible."""
        facts = history.facts_after(change)
        row.case, row.recorded_by, row.sequence = self.case, self.by, self.case.version + 1
        self.case.version = row.sequence
        set_projection(self.case, history, facts)
        _write(row, owed(history.procedure, facts))
        asked = asked_about(history.procedure, change) if change else ()
        verb = Verb.EVENT_CORRECTED if row.corrects_id else Verb.EVENT_RECORDED
        note(verb, by=self.by, file_id=self.case.file_id, rules=asked, access=writing(self.by, self.involved))
        return row


def events_of(cursor: CursorWrapper, case: Case) -> list[Event]:
    """The rows of a case in the order in which they were recorded."""
    cursor.execute(statements.EVENTS.format(columns=columns_of(Event)), {"case": case.pk})
    return objects_of(Event, cursor.fetchall())


def set_projection(case: Case, history: History, facts: Any) -> None:
    """Put what the rules say into the fields of a case, without storing it."""
    for name, value in project(history.procedure, facts, history.last_on)._asdict().items():
        setattr(case, name, value)


def _in_file(cursor: CursorWrapper, file_id: UUID, parts: Parts) -> list[Involvement]:
    cursor.execute(PARTS_IN_FILE.format(parts=parts.text), {"file": file_id, **parts.values})
    return objects_of(Involvement, cursor.fetchall())


def _locked(cursor: CursorWrapper, case_id: UUID, parts: Parts) -> Case:
    statement = statements.LOCK.format(columns=columns_of(Case), parts=parts.text)
    cursor.execute(statement, {"case": case_id, **parts.values})
    found = objects_of(Case, cursor.fetchall())
    if not found:
        raise NotInvolved
    return found[0]


def _write(row: Event, wanted: Iterable[Owed]) -> None:
    """Store a row, the fields of its case, and of what is owed the part that changed."""
    due = [{"id": uuid7(), **one._asdict()} for one in wanted]
    told = {
        **{name: getattr(row.case, name) for name in Projection._fields},
        "id": row.pk,
        "case": row.case_id,
        "version": row.sequence,
        "name": row.name,
        "on": row.on,
        "data": None if row.data is None else json.dumps(row.data),
        "recorded_by": row.recorded_by_id,
        "corrects": row.corrects_id,
        "correction_reason": row.correction_reason,
        "idempotency_key": row.idempotency_key,
        "owed": json.dumps(due, default=str),
    }
    with connection.cursor() as cursor:
        cursor.execute(statements.STORE, told)
        (row.recorded_at,) = cursor.fetchone()
    row._state.adding = False  # noqa: SLF001 - documented by Django for rows that were stored in another way
