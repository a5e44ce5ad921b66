"""The demonstration, started on a folder of its own that is thrown away afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
START_SECONDS, STOP_SECONDS = 180.0, 30.0
OURS = ("VLECHTWERK_", "DATABASE_URL")


class NotStarted(RuntimeError):
    """The demonstration does not answer; the message holds what it said last."""


@contextmanager
def running(port: int = 0) -> Iterator[str]:
    """Start the demonstration, yield its address, stop it and remove its data; raises NotStarted."""
    port = port or _free_port()
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        log = Path(folder) / "log.txt"
        # What this machine sets for a database of its own must not be touched by a demonstration.
        environment = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
        environment["VLECHTWERK_DATA"] = str(Path(folder) / "data")
        command = [sys.executable, "-m", "vlechtwerk.cli", "demo", "--host", HOST, "--port", str(port)]
        with log.open("wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=environment)
        try:
            yield _wait(process, f"http://{HOST}:{port}", log)
        finally:
            _stop(process)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> str:
    """Return the address once it answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{address}/-/health", timeout=5):  # noqa: S310  our own server on this machine
                return address
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.3)
    raise NotStarted(f"The demonstration did not start.\n{log.read_text(errors='replace')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the demonstration in good order, so that it stops its database too."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind((HOST, 0))
        return int(attempt.getsockname()[1])
