"""Starting and stopping the program: what it started ends with it, and a killed run blocks nothing."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.conftest import Start, clean_environment
from vlechtwerk.config import postmaster
from vlechtwerk.config.postmaster import State


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_the_program_stops_the_database_it_started(start: Start, folder: Path, how: signal.Signals) -> None:
    running = start()
    assert running.answers_within()
    printed = running.end(how)
    assert running.process.returncode == 0
    assert "Traceback" not in printed
    assert postmaster.state(folder / "postgres") is State.ABSENT


def test_after_a_killed_program_the_next_one_uses_the_database_that_was_left_and_stops_it(
    start: Start, folder: Path
) -> None:
    first = start()
    assert first.answers_within()
    first.end(signal.SIGKILL)
    left = postmaster.pid(folder / "postgres")
    second = start()
    assert second.answers_within()
    assert postmaster.pid(folder / "postgres") == left
    second.end(signal.SIGINT)
    assert postmaster.state(folder / "postgres") is State.ABSENT


def test_after_everything_was_killed_the_next_program_starts(start: Start, folder: Path) -> None:
    first = start()
    assert first.answers_within()
    left = postmaster.pid(folder / "postgres")
    assert left
    os.kill(left, signal.SIGKILL)
    first.end(signal.SIGKILL)
    assert start().answers_within()


def test_a_stop_while_starting_leaves_no_database(start: Start, folder: Path) -> None:
    starting = start()
    while postmaster.pid(folder / "postgres") is None and starting.process.poll() is None:
        pass
    starting.end(signal.SIGTERM)
    assert postmaster.state(folder / "postgres") is State.ABSENT


def test_a_taken_port_is_told_in_one_sentence(folder: Path, free_port: int) -> None:
    with socket.create_server(("127.0.0.1", free_port)):
        done = _vlechtwerk(folder, "serve", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Cannot listen on 127.0.0.1, port {free_port}. Another program uses it; choose another with --port.\n"
    )


def test_serving_on_tables_of_before_an_update_is_refused(folder: Path, free_port: int) -> None:
    done = _vlechtwerk(folder, "serve", "--port", str(free_port))
    assert done.returncode == 1
    assert done.stderr.endswith("are not up to date. Run: vlechtwerk migrate\n")


def test_without_a_secret_key_only_a_trial_starts(folder: Path) -> None:
    done = _vlechtwerk(folder, "migrate", VLECHTWERK_DEMO="0")
    assert done.returncode == 1
    assert done.stderr.startswith("VLECHTWERK_SECRET_KEY is missing")


def test_an_address_that_is_none_is_refused_without_showing_its_password(folder: Path) -> None:
    done = _vlechtwerk(folder, "migrate", DATABASE_URL="mysql://me:hidden@host/name")
    assert done.returncode == 1
    assert done.stderr == "DATABASE_URL is no PostgreSQL address such as postgresql://user@host/name.\n"


def _vlechtwerk(data: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "vlechtwerk.cli", *arguments],
        env={**clean_environment(data), **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
