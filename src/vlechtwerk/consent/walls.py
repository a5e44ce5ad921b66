"""The second wall around items: the policies of a protected table judge the item of a row besides its part.

The parts stay the first condition and keep the one shape that is fast: they narrow the rows by an index. The operations here
look up the item of each row that is left; they are the earlier editions that migrations pass through. What holds now is
`consent.judging`, which answers the same.
"""

import re
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.sharing.walls import FUNCTIONS, PROTECTION, Protect

SEES_EVERY_ITEM = (str(Role.CLIENT), str(Role.DATA_PROTECTION_OFFICER))
"""Capacities that see every item in the parts that are open to them."""
MEANING = {
    # Asked once for a statement, of the function that checks the proof; see docs/decisions/0010.
    "ACTING": "(SELECT position_id FROM acting_identity())",
    "TODAY": "(SELECT day FROM acting_identity())",
    "SEES_EVERY_ITEM": ", ".join(f"'{one}'" for one in SEES_EVERY_ITEM),
    "CLIENT": f"'{Role.CLIENT}'",
    "EARLIER": f"'{Role.EARLIER_CASE_MANAGER}'",
    "READABLE": FUNCTIONS[Verb.READ],
}
"""What the words in capitals in the conditions stand for."""
PART_IS_OPEN = "compartment_id = ANY (ARRAY(SELECT READABLE()))"
ITEM_IS_OPEN = """EXISTS (
    SELECT 1 FROM consent_item i
    JOIN sharing_involvement m ON m.file_id = i.file_id AND m.position_id = ACTING
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
    WHERE i.id = {table}.item_id AND (
        i.author_id = m.position_id OR m.capacity IN (SEES_EVERY_ITEM)
        OR (i.closed_at IS NULL AND (
            m.capacity = ANY (i.audience)
            OR EXISTS (
                SELECT 1 FROM consent_consent c
                WHERE c.item_id = i.id AND c.state = 'given' AND c.until_on > TODAY AND m.capacity = ANY (c.audience)
            )
        ))
    )
)"""
HEARD_AS = """CASE WHEN m.capacity = EARLIER
        THEN (SELECT old.capacity FROM sharing_involvement old WHERE old.id = m.follows_id) ELSE m.capacity END"""
"""Whoever handed over reads on what was meant for the capacity of before."""
ITEM_IS_HEARD = ITEM_IS_OPEN.replace("m.capacity = ANY", f"({HEARD_AS}) = ANY")
LASTS = "(m.until_on IS NULL OR m.until_on > TODAY)"
ITEM_IS_OPEN_NOW = ITEM_IS_HEARD.replace(
    LASTS, f"{LASTS}\n        AND (m.until_at IS NULL OR m.until_at > statement_timestamp())"
)
"""Emergency access ends at a moment, also where somebody keeps a part of another kind in the same file."""
CLIENT_WRITES = """EXISTS (
    SELECT 1 FROM consent_item i
    JOIN sharing_involvement m ON m.file_id = i.file_id AND m.position_id = ACTING AND m.capacity = CLIENT
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
    WHERE i.id = {table}.item_id AND {table}.author_id = m.position_id
)"""


def meant(condition: str) -> str:
    """A condition with what its words in capitals stand for."""
    return re.sub(rf"\b({'|'.join(MEANING)})\b", lambda word: MEANING[word[0]], condition)


READING = f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({meant(PART_IS_OPEN)}"
JUDGING = (
    "DROP POLICY {table}_read ON {table}",
    f"{READING} AND {meant(ITEM_IS_OPEN)})",
    (
        "ALTER TABLE {table} ADD CONSTRAINT {table}_item FOREIGN KEY (item_id, compartment_id)"
        " REFERENCES consent_item (id, compartment_id)"
    ),
)
HEARING = ("DROP POLICY {table}_read ON {table}", f"{READING} AND {meant(ITEM_IS_HEARD)})")
JUDGING_MOMENTS = ("DROP POLICY {table}_read ON {table}", f"{READING} AND {meant(ITEM_IS_OPEN_NOW)})")
NOT_JUDGING = (
    "ALTER TABLE {table} DROP CONSTRAINT {table}_item",
    "DROP POLICY {table}_read ON {table}",
    f"{READING})",
)
CLIENT_ALONE = (
    "DROP POLICY {table}_write ON {table}",
    (
        "CREATE POLICY {table}_write ON {table} FOR INSERT"
        f" WITH CHECK ({meant(PART_IS_OPEN)} AND {meant(CLIENT_WRITES)})"
    ),
)
WHO_MAY_WRITE = ("DROP POLICY {table}_write ON {table}", PROTECTION[-1])


class JudgeItems(Protect):
    """Let the second wall around a protected table judge the item of a row too, and compare each item with its part."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Put the wider condition in the place of that of the part alone."""
        self._run(JUDGING, app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Judge the part alone again."""
        self._run(NOT_JUDGING, app_label, schema_editor, from_state)


class HearAsBefore(Protect):
    """Let the items of a table that are judged already be open too to whoever handed over, as in the capacity of before."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Put the condition with the earlier case manager in the place of the one without."""
        self._run(HEARING, app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Judge by the capacity of today again."""
        self._run(JUDGING[:2], app_label, schema_editor, from_state)


class JudgeMoments(Protect):
    """Let involvement that ends at a moment open items until that moment; the items of whoever handed over stay open."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Put the present condition in the place of the one that knew days alone."""
        self._run(JUDGING_MOMENTS, app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Judge by days alone again."""
        self._run(HEARING, app_label, schema_editor, from_state)


class ClientWrites(Protect):
    """Let the client alone add rows to a protected table, beside the items of her own file."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Put the condition about the client in the place of that of the part."""
        self._run(CLIENT_ALONE, app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Judge the part again."""
        self._run(WHO_MAY_WRITE, app_label, schema_editor, from_state)
