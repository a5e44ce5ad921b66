"""The worklist and the page of a case beside their floors, over databases of several sizes, all in the same rounds."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import databases, place, stock
from bench.databases import Connection, server_pid
from bench.floor_sql import CASE_PAGE, LIST_PAGE, Asked
from bench.machine import CannotMeasure, Meter, family, proportional_memory
from bench.measuring import Ratio, Target, interleaved, timed
from bench.report import Line, at_most, progress
from bench.serving import Browser, program, seconds_until_page
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

MOST_QUERIES, MOST_QUERIES_OF_CASE = 6, 10
TIMES_FLOOR, TIMES_FLOOR_OF_CASE, TIMES_SMALLEST = 2.0, 2.5, 1.3
MOST_MEMORY = 105
REQUESTS_BEFORE_MEMORY = 200
WARM_UP = 40
ALIKE = 0.02
"""By which part the size of an answer may differ from that of the first one: a token may be longer or shorter."""

_CASE = re.compile(r"/trajecten/([0-9a-f-]{36})/")


@dataclass
class Site:
    """The program, serving one database to somebody who is signed in."""

    size: int
    asked: Asked
    browser: Browser
    pid: int
    queries: dict[str, int]
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def case(self) -> str:
        """The address of the page of a case."""
        return f"/trajecten/{self.asked.case}/"

    def reader(self, path: str) -> Callable[[], float]:
        """Work for a target: ask for a page, and check its size each time. Raises CannotMeasure when it changes."""
        size = self.sizes[path] = self.browser.get(path).size

        def ask() -> float:
            answer = self.browser.get(path)
            if abs(answer.size - size) > size * ALIKE:
                raise CannotMeasure(f"{path} had {answer.size} bytes, and {size} the first time")
            return answer.seconds

        return ask

    def filled(self, floor: str, page: str) -> str:
        """The address of a floor page with as many bytes as a page of the program."""
        return f"{floor}?fill={max(self.browser.get(page).size - self.browser.get(floor).size, 0)}"


@dataclass
class Measured:
    """The targets of one size."""

    site: Site
    page: Target
    rich: Target
    sql: Target
    case: Target
    case_floor: Target

    @property
    def all(self) -> list[Target]:
        """Everything that has its turns."""
        return [self.page, self.rich, self.sql, self.case, self.case_floor]


def measure(sizes: Sequence[int], *, rounds: int, times: int) -> tuple[list[Line], list[Line]]:
    """The lines about pages, and those about memory."""
    names = [stock.prepare(size) for size in sizes]
    measured, memory = [], list[Line]()
    with ExitStack() as open_until_end:
        for number, name in enumerate(names):
            site = open_until_end.enter_context(_serving(sizes[number], name, place.FIRST_PORT + number))
            memory = memory or _memory(site)
            measured.append(_targets(site, open_until_end.enter_context(databases.connect(name))))
        progress(f"pages: {rounds} rounds of {times} requests to each of {5 * len(measured)} targets")
        interleaved([target for one in measured for target in one.all], rounds, times)
    return list(_lines(measured)), memory


@contextmanager
def _serving(size: int, name: str, port: int) -> Iterator[Site]:
    """The program on one database, with somebody signed in and everything asked for often enough to be warm."""
    with databases.using(name):
        position = Position.objects.get(account__username=f"{stock.MEASURED}-0")
        asked, queries = _known(position)
    environment = place.environment(DATABASE_URL=databases.address(name))
    with program("-m", "vlechtwerk.cli", "serve", port=port, environment=environment) as running:
        seconds_until_page(running, port, "/-/health", time.perf_counter())
        browser = Browser(port)
        browser.sign_in(str(position.pk))
        yield Site(size, asked, browser, running.pid, queries)


def _known(position: Position) -> tuple[Asked, dict[str, int]]:
    """The first case of the worklist, and how many statements each page takes; asked inside this process."""
    client = Client(headers={"host": "localhost"})
    client.post("/demo/", {"position": str(position.pk)})
    listed = _CASE.search(client.get("/").content.decode())
    if listed is None:
        raise CannotMeasure("the worklist is empty")
    asked = Asked(position.pk, Role(position.role), timezone.localdate(), UUID(listed[1]))
    queries = {}
    for path in ("/", listed[0]):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        queries[path] = len(captured)
    return asked, queries


def _memory(site: Site) -> list[Line]:
    """The memory of the workers of a server that has just started, after some hundreds of requests."""
    for _ in range(REQUESTS_BEFORE_MEMORY // 2):
        site.browser.get("/")
        site.browser.get(site.case)
    arbiter, *workers = family(site.pid)
    most = max(map(proportional_memory, workers))
    what = f"largest of {len(workers)} workers after {REQUESTS_BEFORE_MEMORY} requests (PSS)"
    return [
        at_most(what, most, MOST_MEMORY, "MB"),
        Line("the process that watches over them", f"{proportional_memory(arbiter):.0f} MB"),
    ]


def _targets(site: Site, sql: Connection) -> Measured:
    """What is measured of one size, warm."""
    web = Meter(site.pid, server_pid())
    rich, case_floor = site.filled("/floor/", "/"), site.filled(f"/floor/{site.asked.case}/", site.case)
    found = Measured(
        site,
        page=Target("worklist", site.reader("/"), web.seconds),
        rich=Target("its floor", site.reader(rich), web.seconds),
        sql=Target("its rows in SQL", lambda: _selected(sql, LIST_PAGE, site.asked), Meter(server_pid()).seconds),
        case=Target("case page", site.reader(site.case), web.seconds),
        case_floor=Target("its floor", site.reader(case_floor), web.seconds),
    )
    for target in found.all:
        for _ in range(WARM_UP):
            target.work()
    return found


def _selected(sql: Connection, statements: Sequence[str], asked: Asked) -> float:
    """Fetch the rows of a page with prepared statements; return how long it took."""
    parameters = asked.parameters()
    return timed(lambda: [sql.execute(one, parameters, prepare=True).fetchall() for one in statements])


def _lines(measured: Sequence[Measured]) -> Iterator[Line]:
    for one in measured:
        yield from _list_lines(one)
    smallest, largest = measured[0], measured[-1]
    if largest is not smallest:
        growth = Ratio.of(largest.page, smallest.page)
        what = f"worklist of {largest.site.size:,} cases to that of {smallest.site.size:,}"
        yield at_most(f"{what}, wall", growth.wall, TIMES_SMALLEST)
        yield at_most(f"{what}, CPU", growth.cpu, TIMES_SMALLEST)
    for one in measured:
        yield from _case_lines(one)


def _list_lines(one: Measured) -> Iterator[Line]:
    site, times = one.site, Ratio.of(one.page, one.rich)
    what = f"worklist over {site.size:,} cases"
    yield at_most(f"{what} to a bare page of {_kilobytes(site, '/')}, wall", times.wall, TIMES_FLOOR)
    yield at_most(f"{what} to the same, CPU", times.cpu, TIMES_FLOOR)
    yield Line(f"{what} to its rows in SQL, wall", f"{Ratio.of(one.page, one.sql).wall:.1f} x")
    yield Line(f"{what}, statements", *_counted(site.queries["/"], MOST_QUERIES))


def _case_lines(one: Measured) -> Iterator[Line]:
    site, times = one.site, Ratio.of(one.case, one.case_floor)
    what = f"case page over {site.size:,} cases"
    yield at_most(f"{what} to a bare page of {_kilobytes(site, site.case)}, wall", times.wall, TIMES_FLOOR_OF_CASE)
    yield at_most(f"{what} to the same, CPU", times.cpu, TIMES_FLOOR_OF_CASE)
    yield Line(f"{what}, statements", *_counted(site.queries[site.case], MOST_QUERIES_OF_CASE))


def _counted(found: int, most: int) -> tuple[str, str, bool]:
    return str(found), f"at most {most}", found <= most


def _kilobytes(site: Site, path: str) -> str:
    return f"{site.sizes[path] / 1000:.0f} kB"
