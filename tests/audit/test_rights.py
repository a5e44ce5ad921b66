"""The program can add a line through the database function, and do nothing else to the record."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tests.audit.tampering import FIRST, look
from tests.cast import Cast
from vlechtwerk.audit.models import Entry, Head

CHANGES = (
    "INSERT INTO audit_entry SELECT * FROM audit_entry",
    "UPDATE audit_entry SET verb = verb",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "INSERT INTO audit_head VALUES (63, 0, '')",
    "UPDATE audit_head SET pos = 0",
    "DELETE FROM audit_head",
    "TRUNCATE audit_head",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_role_of_the_program_may_not(cast: Cast, change: str) -> None:
    look(cast, FIRST, 1)
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_the_function_that_adds_a_line_runs_as_the_owner_with_a_fixed_search_path(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosecdef, proowner::regrole::text, proconfig, has_function_privilege('public', oid, 'EXECUTE') "
            "FROM pg_proc WHERE proname = 'audit_append'"
        )
        assert cursor.fetchall() == [(True, "vlechtwerk_owner", ["search_path=pg_catalog, pg_temp"], False)]


def test_place_time_and_digest_are_not_for_the_program_to_say(cast: Cast) -> None:
    look(cast, FIRST, 1)
    forged = '{"id": "00000000-0000-0000-0000-0000000000ff", "verb": "signed_in", "allowed": true, "rules": [], '
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_append(%s)", [forged + '"shard": 1, "pos": 77, "at": "2020-01-01T00:00Z"}'])
    line = Entry.objects.get(verb="signed_in")
    assert (line.shard, line.pos, line.at.year > 2020) == (63, 1, True)
    assert Head.objects.get(shard=1).pos == 1
