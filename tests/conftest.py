"""What every test can rely on: a database server of its own, the rights of the real program, and strictness."""

import gc
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.contrib.staticfiles import handlers
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker
from zeal import teardown, zeal_context, zeal_ignore

from tests.browser import browser, browser_page
from tests.stage import STAGE, is_staged, names_of
from vlechtwerk.config import database, preflight
from vlechtwerk.config.migrations import as_owner

# Named here, once for all folders: a second Chromium driver in one process is refused.
__all__ = ["browser", "browser_page"]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
NEEDS_A_BROWSER = {"browser", "browser_page"}
SAME_ON_EVERY_SERVER = tuple(
    Path(__file__).parent / folder
    for folder in (
        "bench",
        "documents",
        "house",
        "journeys",
        "reconstruction",
        "ui",
        "access/abuse",
        "access/test_access.py",
    )
)
"""What is about pages, files and the machine. What the server itself decides stays in: the walls with their matrix and the
walk along the whole program, the record, migrations, histories, races and the statements of the lists."""

LONGEST = tuple(
    Path(__file__).parent / place
    for place in ("access/canary", "journeys/test_every_page_of_a_client.py", "journeys/test_calendar_completed.py")
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of which the outcome depends on the database server, so that they can be run once more on another."""
    for item in items:
        if uses_database(item) and not is_same_everywhere(item):
            item.add_marker("database")
    # What pytest-django does for the tests that name its own fixtures: those with real transactions come after them. Before
    # all others come the few that take a minute or more, so that nobody waits for one of them at the end.
    items.sort(key=lambda item: (not takes_long(item), not is_staged(item)))


def pytest_collection_finish() -> None:
    """Keep what was imported and collected out of the garbage collector, as `vlechtwerk serve` does: all of it stays.

    Looking through it again and again takes a tenth of the time of the whole suite.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def takes_long(item: pytest.Item) -> bool:
    """Whether a test takes a minute or more."""
    return any(item.path.is_relative_to(place) for place in LONGEST)


def uses_database(item: pytest.Item) -> bool:
    """Whether a test asks anything of the database."""
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & names_of(item))


def is_same_everywhere(item: pytest.Item) -> bool:
    """Whether a test says nothing about the server that it does not say on every other one."""
    apart = any(item.path.is_relative_to(place) for place in SAME_ON_EVERY_SERVER)
    return apart or bool(NEEDS_A_BROWSER & names_of(item))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Take back what another module shared, before anything is made for a test."""
    if not STAGE.fits(item):
        STAGE.close()


@pytest.fixture
def stage(django_db_setup: None) -> None:
    """Named by what is made once for the tests of a module; see `tests.stage`."""


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
                # No copy of the first rows is kept: what was confidential could not be read for it, and no test asks for it.
                made = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
            preflight.check()
            yield
            STAGE.close()
            _end_other_sessions()
            with as_owner():
                teardown_databases(made, verbosity=0)
    finally:
        server.release()


def _end_other_sessions() -> None:
    """End what still holds the database at the end: the thread of a page that a browser left, or of a race that is over."""
    name = str(connection.settings_dict["NAME"])
    connection.close()
    with _as_superuser("postgres") as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


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
def _program_serves_its_files() -> Iterator[None]:
    """Let a browser get style sheets and scripts from the program itself, as it does outside the tests."""
    patch = pytest.MonkeyPatch()
    patch.setattr(handlers, "StaticFilesHandler", lambda program: program)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _empty_tables_as_superuser() -> Iterator[None]:
    """After a test with real transactions, empty the tables as superuser: nobody else can empty append-only ones."""
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: _empty_tables())
    yield
    patch.undo()


def _empty_tables() -> None:
    """Remove every row that was stored, also of attempts that count, from the tables that have any: as a rule they are few.

    What came with the tables, such as the kinds of content of Django, is made again by whoever asks for it.
    """
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables += [str(one["LOCATION"]) for one in settings.CACHES.values()]
    connection.close()
    has_rows = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    asked = sql.SQL(" UNION ALL ").join(has_rows.format(sql.Literal(one), sql.Identifier(one)) for one in tables)
    with _as_superuser(str(connection.settings_dict["NAME"])) as server:
        for (name,) in server.execute(asked).fetchall():
            server.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))


def _as_superuser(name: str) -> "psycopg.Connection[tuple[str, ...]]":
    """A connection to a database, in which nothing keeps rows from being removed; for a block, in one transaction."""
    by = database.superuser_access()
    return psycopg.connect(
        host=by.host, port=by.port, user=by.user, dbname=name, options="-c session_replication_role=replica"
    )


@pytest.fixture(autouse=True)
def _no_query_per_row(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the same relation is fetched row by row."""
    if not DATABASE_FIXTURES.intersection(request.fixturenames):
        yield
        return
    with zeal_context():
        yield


@pytest.fixture
def several_requests(_no_query_per_row: None) -> None:
    """A test may ask what no page asks, and several pages; each of these is still counted, apart from the others."""
    teardown()


@pytest.fixture
def asks_anew(several_requests: None) -> Iterator[None]:
    """The same, where a page that is sent asks the history again once the file is locked, and again when it is refused."""
    with zeal_ignore([{"model": "history.Case", "field": field} for field in ("get()", "events")]):
        yield


@pytest.fixture
def server_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command finds the server of the tests, which runs already."""
    monkeypatch.setattr(database, "attached", nullcontext)
