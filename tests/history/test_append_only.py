"""Rows of events and of the audit line are added and never changed, whoever asks."""

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from tests.cast import Cast
from vlechtwerk.audit.models import Entry
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.history.models import Event

TABLES = ("history_event", "audit_entry")
CHANGES = ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE", "DELETE FROM {} WHERE false")


def refused(statement: str) -> bool:
    """Whether the database refuses a statement because rows are kept, or because it is not for the role of the program."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except (IntegrityError, ProgrammingError) as error:
        return "never changed or removed" in str(error) or "permission denied" in str(error)
    return False


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", [one for one in CHANGES if not one.startswith("TRUNCATE")])
def test_the_program_cannot_change_rows(cast: Cast, table: str, change: str) -> None:
    cast.open()
    assert refused(change.format(table))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
def test_the_owner_of_the_tables_cannot_either(cast: Cast, table: str, change: str) -> None:
    cast.open()
    with as_owner():
        assert refused(change.format(table))


def test_the_switch_that_turns_other_triggers_off_does_not_work_here(cast: Cast) -> None:
    case = cast.open()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_append_only%'")
        names = ",".join(name for (name,) in cursor.fetchall())
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{names}}}"])
    assert refused("DELETE FROM history_event")
    assert case.events.count() == 1


def test_new_rows_are_added(cast: Cast) -> None:
    cast.open()
    assert (Event.objects.count(), Entry.objects.count()) == (1, 1)
