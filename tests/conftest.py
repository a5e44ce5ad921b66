"""What every test can rely on: a database server of its own, the rights of the real program, and strictness."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker
from zeal import zeal_context

from tests.browser import browser, browser_page
from vlechtwerk.config import database, preflight
from vlechtwerk.config.migrations import acting_as, as_owner

# Named here, once for all folders: a second Chromium driver in one process is refused.
__all__ = ["browser", "browser_page"]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses the database, so that they can be run once more on another server."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Start the server of the tests and make their database as the owner; the tests run as the role of the program."""
    server = database.own_cluster(for_tests=True)
    server.attach()
    try:
        server.wait()
        _drop_databases_of_dead_runs()
        with django_db_blocker.unblock():
            with as_owner():
                made = setup_databases(verbosity=0, interactive=False)
            preflight.check()
            yield
            with as_owner():
                teardown_databases(made, verbosity=0)
    finally:
        server.release()


def _drop_databases_of_dead_runs() -> None:
    """Drop what test runs that were killed left behind; the name of a database says which process made it."""
    owner = database.owner_access()
    with psycopg.connect(
        host=owner.host, port=owner.port, user=owner.user, dbname="postgres", autocommit=True
    ) as server:
        for (name,) in server.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'").fetchall():
            if not Path(f"/proc/{name.split('_')[1]}").exists():
                # Another test run may drop it at the same moment.
                with suppress(psycopg.Error):
                    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


@pytest.fixture(autouse=True, scope="session")
def _empty_tables_as_superuser() -> Iterator[None]:
    """After a test with real transactions, empty the tables as superuser: nobody else can empty append-only ones."""
    original = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # a private name of Django

    def empty(self: TransactionTestCase) -> None:
        with acting_as(database.superuser_access().django("-c session_replication_role=replica")):
            original(self)

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", empty)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _no_query_per_row(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the same relation is fetched row by row."""
    if not DATABASE_FIXTURES.intersection(request.fixturenames):
        yield
        return
    with zeal_context():
        yield
