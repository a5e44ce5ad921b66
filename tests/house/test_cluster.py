"""The embedded server: made whole or not at all, shared by programs, with two roles that are kept apart."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import psycopg
import pytest

from vlechtwerk.config import cluster, postmaster, programs
from vlechtwerk.config.cluster import APP_ROLE, OWNER_ROLE, Cluster
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.postmaster import State


@pytest.fixture
def server(folder: Path) -> Iterator[Cluster]:
    """A server on an empty folder, not started yet."""
    made = _cluster(folder)
    yield made
    made.release()


def test_the_last_program_that_leaves_stops_the_server(server: Cluster, folder: Path) -> None:
    server.attach()
    server.wait()
    other = _cluster(folder)
    other.attach()
    other.wait()
    server.release()
    assert postmaster.state(server.data) is State.READY
    other.release()
    assert postmaster.state(server.data) is State.ABSENT


def test_a_program_waits_for_a_server_that_is_still_stopping(server: Cluster) -> None:
    server.attach()
    server.wait()
    running = postmaster.pid(server.data)
    assert running
    os.kill(running, 2)
    server.wait()
    assert _ask(server, APP_ROLE, "SELECT 1") == 1


def test_half_a_data_folder_of_an_interrupted_first_run_is_made_again(server: Cluster, folder: Path) -> None:
    (folder / "postgres.unfinished").mkdir()
    (folder / "postgres.unfinished" / "PG_VERSION").write_text("18")
    server.attach()
    server.wait()
    assert _ask(server, APP_ROLE, "SELECT 1") == 1


def test_the_mark_of_a_dead_server_whose_number_another_program_has_blocks_nothing(
    server: Cluster, folder: Path
) -> None:
    server.attach()
    server.wait()
    mark = (server.data / "postmaster.pid").read_text()
    server.release()
    with subprocess.Popen(["/bin/sleep", "60"], **server._user.identity()) as unrelated:
        (server.data / "postmaster.pid").write_text(f"{unrelated.pid}\n" + mark.split("\n", 1)[1])
        server.attach()
        server.wait()
        unrelated.kill()
    assert _ask(server, APP_ROLE, "SELECT 1") == 1


def test_the_program_can_change_rows_but_not_tables(server: Cluster) -> None:
    server.attach()
    server.wait()
    with _connect(server, OWNER_ROLE) as owner:
        owner.execute("CREATE TABLE note (id int)")
    with _connect(server, APP_ROLE) as app:
        app.execute("INSERT INTO note VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("ALTER TABLE note ADD text text")


@pytest.mark.parametrize("role", [OWNER_ROLE, APP_ROLE])
def test_neither_role_passes_row_level_security(server: Cluster, role: str) -> None:
    server.attach()
    server.wait()
    asked = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert _ask(server, role, asked) is False


def test_a_server_that_cannot_start_says_what_its_log_says(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "REFUSED_SECONDS", 0.1)
    server.attach()
    server.wait()
    server.release()
    (server.data / "postgresql.conf").write_text("no_such_setting = on\n")
    server.attach()
    with pytest.raises(ConfigurationError, match="no_such_setting"):
        server.wait()


def test_the_socket_of_a_long_folder_stands_elsewhere(folder: Path) -> None:
    assert postmaster.socket_folder(folder / ("long" * 30) / "postgres").parent == Path(gettempdir())


def test_other_programs_than_postgresql_15_or_later_are_not_used(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.delenv("VLECHTWERK_POSTGRES", raising=False)
    monkeypatch.setattr(programs, "DISTRIBUTION", folder)
    monkeypatch.setattr(programs, "_embedded", list)
    monkeypatch.setenv("PATH", str(folder))
    for name in ("postgres", "initdb"):
        (folder / "14" / "bin").mkdir(parents=True, exist_ok=True)
        (folder / "14" / "bin" / name).touch()
    with pytest.raises(ConfigurationError, match="Set DATABASE_URL"):
        programs.server_programs()


def _cluster(folder: Path) -> Cluster:
    """The server of a folder, without care for a power cut."""
    return Cluster(programs.server_programs(), folder / "postgres", for_tests=True)


def _connect(server: Cluster, role: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection as one role."""
    place = postmaster.socket_folder(server.data)
    return psycopg.connect(host=str(place), port=cluster.PORT, dbname=cluster.DATABASE, user=role)


def _ask(server: Cluster, role: str, question: str) -> object:
    """The one value that a role gets back."""
    with _connect(server, role) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None
