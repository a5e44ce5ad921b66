"""What every test can rely on: a database server of its own, the rights of the real program, and strictness."""

from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases
from pytest_django.plugin import DjangoDbBlocker
from zeal import zeal_context

from vlechtwerk.config import database, preflight
from vlechtwerk.config.migrations import acting_as, as_owner

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Start the server of the tests and make their database as the owner; the tests run as the role of the program."""
    server = database.own_cluster(for_tests=True)
    server.attach()
    try:
        server.wait()
        with django_db_blocker.unblock():
            with as_owner():
                made = setup_databases(verbosity=0, interactive=False)
            preflight.check()
            yield
            with as_owner():
                teardown_databases(made, verbosity=0)
    finally:
        server.release()


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
