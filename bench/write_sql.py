"""The least that the database has to do for an event that is recorded: the same rows in one transaction, written by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString, Protocol

LOCK = "SELECT version, file_id FROM history_case WHERE id = %s FOR NO KEY UPDATE"
EVENT = """
INSERT INTO history_event (id, case_id, sequence, name, "on", data, recorded_by_id, correction_reason, idempotency_key)
VALUES (%s, %s, %s, %s, %s, %s, %s, '', %s)
"""
CASE = """
UPDATE history_case SET status = %s, status_since = %s, status_reason = %s, started_on = %s, minimum_on = %s,
       maximum_on = %s, closing_on = %s, ends_on = %s, version = %s WHERE id = %s
"""
GONE = "DELETE FROM history_obligation WHERE id = ANY(%s::uuid[])"
OWED = """
INSERT INTO history_obligation (id, case_id, rule, what, number, owner, due_on, done_on, opens_on, lapses_on, signal)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (case_id, rule, what, number) DO UPDATE SET owner = excluded.owner, due_on = excluded.due_on,
    done_on = excluded.done_on, opens_on = excluded.opens_on, lapses_on = excluded.lapses_on, signal = excluded.signal
"""
AUDIT = "SELECT public.audit_append(%s::jsonb)"
"""The only way to add a line to the record: the chain belongs to the floor too."""
ITEM = """
INSERT INTO consent_item (id, file_id, compartment_id, author_id, capacity, kind, entry_class, audience)
VALUES (%(item)s, %(file)s, %(part)s, %(author)s, %(capacity)s, 'note', %(entry_class)s, %(audience)s)
"""
NOTE = """
INSERT INTO dossier_note (id, item_id, compartment_id, author_id, why, happened_on, kind, entry_class, text, attendees,
                          client_absence, idempotency_key)
VALUES (%(note)s, %(item)s, %(part)s, %(author)s, '', %(on)s, 'contact', %(entry_class)s, %(text)s, %(attendees)s, '', %(key)s)
"""


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that recording one event writes, known beforehand, as plain data that can be sent in a form."""

    case_id: str
    event: tuple[Any, ...]
    data: dict[str, Any]
    case: tuple[Any, ...]
    gone: tuple[str, ...]
    owed: tuple[tuple[Any, ...], ...]
    audit: dict[str, Any]

    @property
    def count(self) -> int:
        """How many rows are written or removed."""
        return 3 + len(self.gone) + len(self.owed)


class Cursor(Protocol):
    """A cursor of psycopg, or that of Django around it."""

    def execute(self, sql: LiteralString, params: Sequence[Any] | Mapping[str, Any], /) -> object:
        """Run one statement."""


def write(cursor: Cursor, rows: Rows) -> None:
    """Write them; the caller keeps the transaction."""
    cursor.execute(LOCK, [rows.case_id])
    row_id, sequence, name, on, by, key = rows.event
    cursor.execute(EVENT, [row_id, rows.case_id, sequence, name, on, json.dumps(rows.data), by, key])
    cursor.execute(CASE, [*rows.case, sequence, rows.case_id])
    if rows.gone:
        cursor.execute(GONE, [list(rows.gone)])
    for one in rows.owed:
        cursor.execute(OWED, one)
    cursor.execute(AUDIT, [json.dumps(rows.audit)])


def write_note(cursor: Cursor, told: Mapping[str, Any]) -> None:
    """Write a note with the item that it is; the caller keeps the transaction, in which somebody acts."""
    cursor.execute(ITEM, told)
    cursor.execute(NOTE, told)
