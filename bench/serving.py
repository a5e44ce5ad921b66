"""Starting a program of ours that serves pages, asking it for them, and stopping it."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from bench import databases, place
from bench.machine import CannotMeasure, family

Fields = Sequence[tuple[str, str]]
LONGEST_START = 60.0
LONGEST_STOP = 20.0
IDLE = 1.0
"""Seconds after which a connection is made anew: the server closes one that it does not hear of for two seconds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    size: int
    seconds: float
    body: bytes


class Browser:
    """A visitor with cookies and one connection. Every answer that is not the expected one ends the measurement."""

    def __init__(self, port: int) -> None:
        """Nothing is asked yet."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}
        self._used = 0.0

    def get(self, path: str) -> Answer:
        """Ask for a page. Raises CannotMeasure when it does not come."""
        return self._ask("GET", path, None, 200)

    def missing(self, path: str) -> Answer:
        """Ask for a page that does not exist for this visitor. Raises CannotMeasure when it does."""
        return self._ask("GET", path, None, 404)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form that leads to another page. Raises CannotMeasure when it is not accepted.

        What the next page would say once travels in a cookie; it counts as said, as for a visitor who is taken to that page.
        """
        answer = self._ask("POST", path, [*fields, ("csrfmiddlewaretoken", self._cookies["csrf"])], 302)
        self._cookies.pop("said", None)
        return answer

    def ask(self, path: str, fields: Fields) -> Answer:
        """Send a form that is answered with a page. Raises CannotMeasure when it does not come."""
        return self._ask("POST", path, [*fields, ("csrfmiddlewaretoken", self._cookies["csrf"])], 200)

    def sign_in(self, position: str) -> None:
        """Be the fictional person who holds a position."""
        self.get("/demo/")
        self.post("/demo/", [("position", position)])

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(self, method: str, path: str, fields: Fields | None, expected: int) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.perf_counter() - self._used > IDLE:
            self._connection.close()
            self._connection.connect()
        begun = time.perf_counter()
        self._connection.request(method, path, urlencode(fields) if fields else None, headers)
        response = self._connection.getresponse()
        body = response.read()
        self._used = time.perf_counter()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        if response.status != expected:
            raise CannotMeasure(f"{method} {path} was answered with status {response.status}, not {expected}")
        return Answer(response.status, len(body), self._used - begun, body)


@contextmanager
def program(*command: str, port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run one of our programs, which listens on a port, for as long as the block runs."""
    with (place.DATA / f"{port}.log").open("wb") as log:
        started = subprocess.Popen(
            [sys.executable, *command, "--port", str(port)],
            env=environment, cwd=place.CHECKOUT, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield started
    finally:
        _stop(started)


@contextmanager
def the_program(database: str, port: int) -> Iterator[int]:
    """Vlechtwerk on one database, ready to answer on a port; gives its process."""
    environment = place.environment(DATABASE_URL=databases.address(database))
    with program("-m", "vlechtwerk.cli", "serve", port=port, environment=environment) as running:
        seconds_until_page(running, port, "/-/health", time.perf_counter())
        yield running.pid


def _stop(running: subprocess.Popen[bytes]) -> None:
    """Ask it to stop, and insist after a while."""
    if running.poll() is None:
        running.send_signal(signal.SIGTERM)
    try:
        running.wait(LONGEST_STOP)
    except subprocess.TimeoutExpired:
        for pid in family(running.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        running.wait()


def seconds_until_page(running: subprocess.Popen[bytes], port: int, path: str, since: float) -> float:
    """Wait for the first page; return how long it took. Raises CannotMeasure when the program ends or takes too long."""
    while time.perf_counter() - since < LONGEST_START:
        try:
            with closing(Browser(port)) as browser:
                browser.get(path)
            return time.perf_counter() - since
        except OSError:
            time.sleep(0.002)
        if running.poll() is not None:
            raise CannotMeasure(f"the program on port {port} ended with status {running.returncode}")
    raise CannotMeasure(f"the program on port {port} gave no page within {LONGEST_START:.0f} seconds")
