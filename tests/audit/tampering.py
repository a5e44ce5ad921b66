"""What somebody with all rights on the database could do to the record, and the lines to do it to."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tests.cast import Cast
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.chain import Wrong
from vlechtwerk.audit.models import Verb
from vlechtwerk.config import database
from vlechtwerk.config.migrations import acting_as
from vlechtwerk.rules.roles import Role

FIRST, SECOND = UUID(int=1), UUID(int=2)
"""Two files, of the chains 1 and 2."""

SUPERUSER = "-c session_replication_role=replica"
"""With this setting the triggers that refuse a change stay silent."""

REWRITE = """
DO $$
DECLARE line audit_entry; before bytea := decode(repeat('00', 32), 'hex');
BEGIN
    FOR line IN SELECT * FROM audit_entry WHERE shard = 1 ORDER BY pos LOOP
        line.prev := before;
        before := audit_digest(line);
        UPDATE audit_entry SET prev = line.prev, hash = before WHERE id = line.id;
        UPDATE audit_head SET pos = line.pos, hash = before WHERE shard = 1;
    END LOOP;
END $$
"""
LIE = "UPDATE audit_entry SET capacity = 'client', purpose = 'own_file' WHERE shard = 1 AND pos = 3"
BACK = (
    "UPDATE audit_head SET pos = 4, hash = (SELECT hash FROM audit_entry WHERE shard = 1 AND pos = 4) WHERE shard = 1"
)
MOVE = "UPDATE audit_entry SET file_id = '00000000-0000-0000-0000-000000000002' WHERE shard = 1 AND pos = 8"
IN_BETWEEN = """
INSERT INTO audit_entry (id, at, account_id, verb, file_id, allowed, rules, shard, pos, prev, hash)
SELECT gen_random_uuid(), at, account_id, verb, file_id, allowed, rules, shard, 3, prev, hash
FROM audit_entry WHERE shard = 1 AND pos = 4
"""
CHANGES: dict[str, tuple[tuple[str, ...], set[Wrong]]] = {
    "a line is changed": ((LIE,), {Wrong.CHANGED}),
    "a line is removed": (("DELETE FROM audit_entry WHERE shard = 1 AND pos = 3",), {Wrong.GAP}),
    "the table is emptied": (("TRUNCATE audit_entry",), {Wrong.HEAD, Wrong.ANCHOR_GONE}),
    "the triggers are switched off and a line is written anew": (
        (
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
            LIE,
            "UPDATE audit_entry e SET hash = audit_digest(e) WHERE shard = 1 AND pos = 3",
        ),
        {Wrong.UNGUARDED, Wrong.BROKEN},
    ),
    "an older copy is put back": (("DELETE FROM audit_entry WHERE shard = 1 AND pos > 4", BACK), {Wrong.ANCHOR_GONE}),
    "two lines change places": (
        (
            "UPDATE audit_entry SET pos = 99 WHERE shard = 1 AND pos = 3",
            "UPDATE audit_entry SET pos = 3 WHERE shard = 1 AND pos = 4",
            "UPDATE audit_entry SET pos = 4 WHERE shard = 1 AND pos = 99",
        ),
        {Wrong.CHANGED, Wrong.BROKEN},
    ),
    "a line is put in between": (
        (
            "UPDATE audit_entry SET pos = pos + 100 WHERE shard = 1 AND pos > 2",
            "UPDATE audit_entry SET pos = pos - 99 WHERE shard = 1 AND pos > 2",
            IN_BETWEEN,
        ),
        {Wrong.CHANGED, Wrong.BROKEN, Wrong.HEAD, Wrong.ANCHOR_OTHER},
    ),
    "a head is moved": ((BACK,), {Wrong.HEAD}),
    "the chain is written anew": ((LIE, REWRITE), {Wrong.ANCHOR_OTHER}),
    "a chain is removed": (
        ("DELETE FROM audit_entry WHERE shard = 1", "DELETE FROM audit_head WHERE shard = 1"),
        {Wrong.ANCHOR_GONE},
    ),
    "a head is removed": (("DELETE FROM audit_head WHERE shard = 1",), {Wrong.HEADLESS}),
}
"""What is done to the database, and what the check says about it."""


def as_superuser(statements: Iterable[str]) -> None:
    """Do this with all rights, past the triggers."""
    with acting_as(database.superuser_access().django(SUPERUSER)), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def look(cast: Cast, file_id: UUID, times: int) -> None:
    """A work case manager looks at a file some times."""
    for _ in range(times):
        note(Verb.FILE_READ, by=cast[Role.WORK_CASE_MANAGER], file_id=file_id)
