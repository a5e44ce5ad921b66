"""A statement, a wait and an idle transaction end by themselves, on the connection that the program really has."""

import time
from contextlib import AbstractContextManager

import psycopg
import pytest
from django.db import DatabaseError, OperationalError, connection, transaction

from vlechtwerk.config import database
from vlechtwerk.config.migrations import acting_as

pytestmark = pytest.mark.django_db(transaction=True)
QUICK = database.APP_LIMITS.replace("=10000", "=100").replace("=5000", "=50").replace("=30000", "=150")
"""The same limits a hundred times as short, so that nobody has to wait for them."""


def hurried() -> AbstractContextManager[None]:
    """The program has the short limits."""
    return acting_as({**connection.settings_dict, "OPTIONS": {"options": QUICK}})


def ask(statement: str) -> object:
    """The first value of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("limit", "value"),
    [("statement_timeout", "10s"), ("lock_timeout", "5s"), ("idle_in_transaction_session_timeout", "30s")],
)
def test_the_connection_of_the_program_has_the_limits(limit: str, value: str) -> None:
    assert ask(f"SHOW {limit}") == value


def test_a_statement_that_takes_too_long_is_ended() -> None:
    with hurried(), pytest.raises(OperationalError, match="statement timeout"):
        ask("SELECT pg_sleep(5)")


def test_a_lock_is_not_waited_for_longer_than_the_limit() -> None:
    owner = database.owner_access()
    holding = psycopg.connect(
        host=owner.host, port=owner.port, user=owner.user, dbname=connection.settings_dict["NAME"]
    )
    with holding, hurried():
        holding.execute("LOCK TABLE organisations_region")
        with pytest.raises(OperationalError, match="lock timeout"):
            ask("SELECT count(*) FROM organisations_region")


def test_a_transaction_in_which_nothing_happens_is_ended() -> None:
    with hurried(), pytest.raises(DatabaseError), transaction.atomic():
        _wait_and_ask()


def _wait_and_ask() -> None:
    """Do nothing in a transaction for longer than the limit."""
    ask("SELECT 1")
    time.sleep(0.4)
    ask("SELECT 1")
