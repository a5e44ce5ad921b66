"""Who acts is proven: a statement that somebody smuggled in cannot act as another person, or on another day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast
from uuid import uuid4

import psycopg
import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast
from tests.rules.histories import REFERRED
from vlechtwerk.config.migrations import as_owner, migrate, waiting
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.signatures import DAY, LIFE, POSITION, PROOF, TELL, is_believed, signed, store_keys

TODAY = date(2026, 5, 1)
SOMEBODY = Identity(uuid4(), TODAY)
ANOTHER_KEY = "another key of at least fifty characters, with which nobody signs"


@pytest.fixture
def manager(cast: Cast) -> Position:
    """A work case manager with a trajectory."""
    cast.open([REFERRED])
    return cast[Role.WORK_CASE_MANAGER]


@pytest.fixture
def keys_of_before(transactional_db: None, settings: LazySettings) -> Iterator[str]:
    """The present key; after the test the database believes it again."""
    yield settings.SECRET_KEY
    settings.SECRET_KEY_FALLBACKS = []
    with as_owner(), connection.cursor() as cursor:
        store_keys(cursor)


def readable() -> int:
    """How many parts of files are open to whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM readable_compartments()")
        return int(cursor.fetchone()[0])


def smuggled(manager: Position, setting: str, value: str) -> int:
    """What is open after a smuggled statement changed a setting of the transaction in which the manager acts."""
    with acting(manager, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
        return readable()


def believed(identity: Identity, seconds_ago: float = 0) -> bool:
    """Whether the database believes what was signed so long ago, in a transaction that begins now."""
    moment = cast("Any", connection).now() - seconds_ago
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TELL, signed(identity, moment))
            cursor.execute("SELECT FROM acting_identity()")
    except DatabaseError:
        return False
    return True


def test_whoever_acts_finds_what_is_open(manager: Position) -> None:
    with acting(manager, TODAY):
        assert readable() > 0


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (POSITION, "52612b5e-90cc-44c7-a5eb-d209b4670a23"),
        (DAY, "2026-05-02"),
        (PROOF, "9999999999.00"),
        (PROOF, ""),
        (PROOF, "no proof at all"),
    ],
)
def test_a_changed_setting_is_refused_and_does_not_look_like_an_empty_file(
    manager: Position, setting: str, value: str
) -> None:
    with pytest.raises(DatabaseError):
        smuggled(manager, setting, value)


def test_nobody_becomes_somebody_with_the_proof_of_another(manager: Position, cast: Cast) -> None:
    other = cast[Role.CARE_CASE_MANAGER]
    with pytest.raises(DatabaseError, match="not proven"):
        smuggled(manager, POSITION, str(other.pk))


def test_the_end_of_a_proof_cannot_be_put_off(manager: Position) -> None:
    _, _, proof = signed(Identity(manager.pk, TODAY), 0)
    with pytest.raises(DatabaseError, match="not proven"):
        smuggled(manager, PROOF, f"9999999999.{proof.split('.')[1]}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("seconds", "holds"), [(0, True), (LIFE - 5, True), (LIFE + 2, False)])
def test_a_proof_serves_a_transaction_that_begins_within_a_minute(seconds: float, holds: bool) -> None:
    assert believed(SOMEBODY, seconds) is holds


def test_another_key_proves_nothing(manager: Position, settings: LazySettings) -> None:
    assert is_believed(SOMEBODY)
    settings.SECRET_KEY = ANOTHER_KEY
    assert not is_believed(SOMEBODY)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM sharing_identitykey",
        "SELECT count(*) FROM sharing_identitykey",
        "INSERT INTO sharing_identitykey VALUES ('mine', 'a', 'b')",
        "DELETE FROM sharing_identitykey",
        "CREATE OR REPLACE FUNCTION acting_identity() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_the_program_cannot_reach_the_keys(db: None, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_key_that_was_given_away_by_mistake_still_shows_nothing(keys_of_before: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON sharing_identitykey TO vlechtwerk_app")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sharing_identitykey")
            assert cursor.fetchone()[0] == 0
    finally:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("REVOKE SELECT ON sharing_identitykey FROM vlechtwerk_app")


def test_while_a_key_is_changed_both_count_and_afterwards_the_new_one_only(
    keys_of_before: str, settings: LazySettings
) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = ANOTHER_KEY, [keys_of_before]
    assert waiting()
    migrate(verbosity=0)
    assert not waiting()
    settings.SECRET_KEY = keys_of_before
    assert is_believed(SOMEBODY)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = ANOTHER_KEY, []
    migrate(verbosity=0)
    settings.SECRET_KEY = keys_of_before
    assert not is_believed(SOMEBODY)


@pytest.mark.django_db(transaction=True)
def test_no_other_session_sees_the_proof_of_a_running_transaction() -> None:
    position = Position(id=uuid4(), from_on=TODAY - timedelta(days=1))
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        seen = cursor.fetchone()[0]
        cast("Any", connection).tell("SELECT %s::text", [str(position.pk)])
        with psycopg.connect(_address()) as other:
            row = other.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [seen]).fetchone()
    assert row == ("SELECT $1::text",)


def _address() -> str:
    """How another session of the program comes in."""
    known = connection.settings_dict
    return f"host={known['HOST']} port={known['PORT']} user={known['USER']} dbname={known['NAME']}"
