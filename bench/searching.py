"""Looking for a name among the own cases, beside a floor that finds the beginning of a word only."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from statistics import quantiles

from bench import databases, place, stock
from bench.databases import server_pid
from bench.machine import CannotMeasure, Meter
from bench.measuring import Ratio, Target, growth, interleaved
from bench.pages import ALIKE, WARM_UP, Site, serving
from bench.report import Line, at_most, progress, time_of
from bench.serving import Browser
from vlechtwerk.organisations.models import Position

TIMES_FLOOR = 2.0
SLOWEST = 100
"""Milliseconds within which 95 of 100 answers come, to the worst that is accepted from somebody with thousands of cases."""
NAME = "Voorbeeld"
BUSIEST = "nadia-0"
"""Sign-in name of the network coordinator, who sees about 5,000 cases."""
WORST = ("e", "denkbeeldig verzonnen proefpersoon ingebeeld schijnbaar verdichtsel", "van der sprokjes fatima")
"""One letter, six long words with every slip of the hand, and a name that can be written in several ways."""
ASKED = 60


@dataclass
class Measured:
    """The targets of one size, and the slowest of the worst answers in milliseconds."""

    size: int
    search: Target
    floor: Target
    worst: float


def measure(sizes: Sequence[int], *, rounds: int, times: int) -> list[Line]:
    """The lines about looking for a name."""
    names = [stock.prepare(size) for size in sizes]
    measured = []
    with ExitStack() as open_until_end:
        for number, name in enumerate(names):
            port = place.FIRST_PORT + number
            site = open_until_end.enter_context(serving(sizes[number], name, port))
            measured.append(_targets(site, name, port))
        progress(f"search: {rounds} rounds of {times} requests to each of {2 * len(measured)} targets")
        interleaved([target for one in measured for target in (one.search, one.floor)], rounds, times)
    return list(_lines(measured))


def _targets(site: Site, database: str, port: int) -> Measured:
    """What is measured of one size, warm; the floor sends as many bytes."""
    web = Meter(site.pid, server_pid())
    sizes = [site.browser.ask(path, [("name", NAME)]).size for path in ("/", "/floor/search/")]
    floor = f"/floor/search/?fill={max(sizes[0] - sizes[1], 0)}"
    found = Measured(
        site.size,
        search=Target("search", _reader(site.browser, "/"), web.seconds),
        floor=Target("its floor", _reader(site.browser, floor), web.seconds),
        worst=_worst(database, port),
    )
    for target in (found.search, found.floor):
        for _ in range(WARM_UP):
            target.work()
    return found


def _reader(browser: Browser, path: str) -> Callable[[], float]:
    """Work for a target: look for the name. Raises CannotMeasure when the answer changes."""
    first = browser.ask(path, [("name", NAME)]).size

    def ask() -> float:
        answer = browser.ask(path, [("name", NAME)])
        if abs(answer.size - first) > first * ALIKE:
            raise CannotMeasure(f"{path} had {answer.size} bytes, and {first} the first time")
        return answer.seconds

    return ask


def _worst(database: str, port: int) -> float:
    """Within how many milliseconds 95 of 100 answers come to the person with most cases, of the slowest kind of question."""
    with databases.using(database):
        busiest = Position.objects.get(account__username=BUSIEST)
    with closing(Browser(port)) as browser:
        browser.sign_in(str(busiest.pk))
        browser.get("/")
        slowest = 0.0
        for name in WORST:
            seconds = [browser.ask("/", [("name", name)]).seconds for _ in range(ASKED)]
            slowest = max(slowest, quantiles(seconds, n=20)[-1])
    return slowest * 1000


def _lines(measured: Sequence[Measured]) -> Iterator[Line]:
    for one in measured:
        times = Ratio.of(one.search, one.floor)
        what = f"name among the own of {one.size:,} cases"
        yield at_most(f"{what} to a bare page, wall", times.wall, TIMES_FLOOR)
        yield at_most(f"{what} to the same, CPU", times.cpu, TIMES_FLOOR)
        yield time_of(what, one.search.wall)
        yield at_most(f"{what}, slowest question of a coordinator (p95)", one.worst, SLOWEST, "ms")
    yield from growth("name among the own", [(one.size, one.search) for one in measured])
