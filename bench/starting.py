"""How long it takes from the command to the first page: the first time, and every time after that."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from uuid import uuid4

from bench import place
from bench.report import Line, at_most, progress
from bench.serving import program, seconds_until_page

TIMES_FLOOR = 2.5
MOST_SECONDS = 10.0
PORT = place.FIRST_PORT + 8
FIRST_PAGE = "/demo/"
DEMO = ("-m", "vlechtwerk.cli", "demo")
BARE = ("-m", "bench.bare")


def measure(times: int) -> list[Line]:
    """The lines about starting; a restart is measured so many times in turns with its floor."""
    progress(f"start: a first run, and {times} restarts")
    # Beside the other data of the benchmark, where the user of the database server may come.
    data = place.DATA / f"start-{uuid4().hex[:8]}"
    data.mkdir(parents=True)
    try:
        return list(_lines(data, times))
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _lines(data: Path, times: int) -> Iterator[Line]:
    first = _seconds(DEMO, FIRST_PAGE, data)
    yield at_most("first run of the demonstration, from nothing to its first page", first, MOST_SECONDS, "s")
    pairs = [(_seconds(DEMO, FIRST_PAGE, data), _seconds(BARE, "/", data)) for _ in range(times)]
    ratio = median(ours / floor for ours, floor in pairs)
    yield at_most("restart of the demonstration to that of the database and a bare Django", ratio, TIMES_FLOOR)


def _seconds(command: tuple[str, ...], page: str, data: Path) -> float:
    """Start a program on a data folder, wait for its first page, and stop it; return how long the page took."""
    environment = place.environment(data, DJANGO_SETTINGS_MODULE="vlechtwerk.config.settings")
    begun = time.perf_counter()
    with program(*command, port=PORT, environment=environment) as running:
        return seconds_until_page(running, PORT, page, begun)
