"""Folders and running programs for the tests of the house."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.house.source import CHECKOUT

KEYS: Path = settings.KEYS_FILE
"""A file with a fit deployment key, for settings outside a trial."""
Start = Callable[[], "Running"]


class Running:
    """The program, serving in a process group of its own."""

    def __init__(self, data: Path, port: int, command: str = "serve") -> None:
        """Start it with its data in a folder."""
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vlechtwerk.cli", command, "--port", str(port)],
            env=clean_environment(data),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def answers_within(self, seconds: float = 60) -> bool:
        """Whether a page comes back before the time is over; a program that ended instead shows what it printed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/-/health", timeout=1) as answer:
                    return bool(answer.read() == b"ok")
            except OSError:
                time.sleep(0.05)
        print(self.end(signal.SIGKILL))
        return False

    def end(self, how: signal.Signals) -> str:
        """Send a signal to the whole group, as a terminal does, and return what was printed."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        return self.process.communicate(timeout=30)[0]


def clean_environment(data: Path) -> dict[str, str]:
    """The environment of a demo with its data in a folder, without what the tests themselves set."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("VLECHTWERK_", "DJANGO_"))}
    kept.pop("DATABASE_URL", None)
    programs = {key: value for key, value in os.environ.items() if key == "VLECHTWERK_POSTGRES"}
    return {**kept, **programs, "VLECHTWERK_DATA": str(data), "VLECHTWERK_DEMO": "1", "PYTHONWARNINGS": "default"}


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """An empty folder inside the checkout, where the user of the database server can come; it is gone after the block."""
    made = CHECKOUT / ".data" / f"house {uuid.uuid4().hex[:8]}"
    made.mkdir(parents=True)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    """The folder of one test."""
    with fresh_folder() as made:
        yield made


@pytest.fixture(scope="session")
def prepared() -> Iterator[Path]:
    """A data folder in which the tables were made, once for all tests."""
    with fresh_folder() as made:
        migrate = [sys.executable, "-m", "vlechtwerk.cli", "migrate"]
        subprocess.run(migrate, env=clean_environment(made), check=True, capture_output=True)
        yield made


@pytest.fixture
def migrated(folder: Path, prepared: Path) -> Path:
    """The folder of this test with tables in it; the files keep their owner, who may be the user of the server."""
    subprocess.run(["/bin/cp", "-a", f"{prepared}/.", folder], check=True)
    return folder


@pytest.fixture
def start(migrated: Path, free_port: int) -> Iterator[Start]:
    """Start the program on the data of this test, with its tables made; whatever still runs at the end is ended."""
    started: list[Running] = []

    def run() -> Running:
        started.append(Running(migrated, free_port))
        return started[-1]

    yield run
    for one in started:
        one.end(signal.SIGTERM)


@pytest.fixture
def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
