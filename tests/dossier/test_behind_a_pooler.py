"""Behind PgBouncer in transaction mode everybody shares one connection to the server, and nobody sees the files of another."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.conf import LazySettings
from django.db import connection
from psycopg import sql

from tests.dossier.world import CARE, WORK, World, fill, read_in_database, told
from tests.pooler import behind_pooler
from tests.scene import TODAY, Scene, signed_in
from vlechtwerk.config import cluster, database
from vlechtwerk.config.migrations import migrate, waiting
from vlechtwerk.history.models import Event
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.signatures import NOBODY, TELL, signed

pytestmark = pytest.mark.django_db(transaction=True)
TURNS = 2000


@pytest.fixture
def pooled(transactional_db: None) -> Iterator[dict[str, Any]]:
    """The program uses the database through a pooler."""
    with behind_pooler() as access:
        yield access


@pytest.fixture
def world(pooled: dict[str, Any], scene: Scene) -> World:
    """The file with its notes; its events were recorded through the pooler too."""
    made = World(scene)
    fill(made)
    return made


def connect(access: dict[str, Any]) -> psycopg.Connection[tuple[Any, ...]]:
    """A client of the pooler."""
    return psycopg.connect(
        host=access["HOST"], port=access["PORT"], user=access["USER"],
        dbname=connection.settings_dict["NAME"], autocommit=True, prepare_threshold=None,
    )  # fmt: skip


def read_by(client: psycopg.Connection[tuple[Any, ...]], values: tuple[str, str, str]) -> set[UUID]:
    """The parts with notes that a client reads in one transaction after telling who acts."""
    with client.transaction():
        client.execute(TELL, values)
        return {part for (part,) in client.execute("SELECT compartment_id FROM dossier_note").fetchall()}


def fail(client: psycopg.Connection[tuple[Any, ...]], values: tuple[str, str, str]) -> None:
    """Tell who acts in a transaction that fails."""
    with client.transaction():
        client.execute(TELL, values)
        client.execute("SELECT 1 / 0")


def proof_of(position: Position) -> tuple[str, str, str]:
    """What the program tells about a position."""
    return signed(Identity(position.pk, TODAY), connection.now())  # type: ignore[attr-defined]  # of our own backend


def expected(world: World) -> dict[Role, set[UUID]]:
    """What two people who have no access in common read, each on a connection that nobody else uses."""
    return {role: read_in_database(world.position(role)) for role in (WORK, CARE)}


def test_everybody_has_the_same_connection_so_that_these_tests_mean_something(pooled: dict[str, Any]) -> None:
    with connect(pooled) as one, connect(pooled) as other:
        seen = {client.execute("SELECT pg_backend_pid()").fetchone() for client in (one, other)}
        one.execute("SELECT set_config('vlechtwerk.left', 'behind', false)")
        left = other.execute("SELECT current_setting('vlechtwerk.left', true)").fetchone()
    assert len(seen) == 1
    assert left == ("behind",)


def test_two_people_in_turns_never_read_a_row_of_each_other(world: World, pooled: dict[str, Any]) -> None:
    right = expected(world)
    assert right[CARE] - right[WORK]
    proofs = {role: proof_of(world.position(role)) for role in right}
    wrong = 0
    with connect(pooled) as one, connect(pooled) as other:
        for turn in range(TURNS):
            first, second = (WORK, CARE) if turn % 2 else (CARE, WORK)
            wrong += read_by(one, proofs[first]) != right[first]
            wrong += read_by(other, proofs[second]) != right[second]
            wrong += read_by(one, NOBODY) != set()
    assert wrong == 0


def test_two_threads_of_the_program_never_read_a_row_of_each_other(world: World) -> None:
    right = expected(world)

    def work(role: Role) -> int:
        position = world.position(role)
        try:
            return sum(read_in_database(position) != right[role] for _ in range(TURNS))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(work, [WORK, CARE, WORK, CARE])) == [0, 0, 0, 0]


def test_a_transaction_that_fails_leaves_nothing_to_the_next_client(world: World, pooled: dict[str, Any]) -> None:
    with connect(pooled) as one, connect(pooled) as other:
        for _ in range(20):
            with pytest.raises(psycopg.errors.DivisionByZero):
                fail(one, proof_of(world.position(CARE)))
            assert read_by(other, NOBODY) == set()
            assert other.execute("SELECT current_setting('vlechtwerk.position', true)").fetchone() in {("",), (None,)}


def test_a_note_is_written_and_read_on_the_pages(world: World) -> None:
    world.give(WORK)
    browser = signed_in(world.position(WORK))
    answer = browser.post(f"{world.url}schrijven/", told(world.part(Kind.SHARED), text="Fien wil halftijds beginnen."))
    assert answer.status_code == 302
    assert "Fien wil halftijds beginnen." in browser.get(world.url).content.decode()
    assert Event.objects.exists()


@pytest.fixture
def empty_database(pooled: dict[str, Any], settings: LazySettings) -> Iterator[None]:
    """A database without any table, which the program uses through the pooler as either role."""
    direct, present = database.superuser_access(), connection.settings_dict["NAME"]
    settings.OWNER_DATABASE = {**settings.OWNER_DATABASE, "HOST": pooled["HOST"], "PORT": pooled["PORT"], "OPTIONS": {}}
    names = sql.Identifier(f"{present}_pooled"), sql.Identifier(cluster.OWNER_ROLE)
    with psycopg.connect(
        host=direct.host, port=direct.port, user=direct.user, dbname="postgres", autocommit=True
    ) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
        connection.close()
        connection.settings_dict["NAME"] = f"{present}_pooled"
        yield
        connection.close()
        connection.settings_dict["NAME"] = present
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(names[0]))


@pytest.mark.usefixtures("empty_database")
def test_the_tables_are_made_through_it() -> None:
    migrate(verbosity=0)
    assert not waiting()
