"""The worklist and the page of a case beside their floors, over databases of several sizes, all in the same rounds."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import databases, full, place, stock
from bench.databases import Connection, server_pid
from bench.floor_sql import LIST_PAGE, Asked
from bench.machine import CannotMeasure, Meter, family, proportional_memory
from bench.measuring import Ratio, Target, counted, growth, interleaved, timed
from bench.report import Line, at_most, progress, time_of
from bench.serving import Browser, the_program
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

MOST_QUERIES, MOST_QUERIES_OF_CASE = 6, 10
TIMES_FLOOR, TIMES_FLOOR_OF_CASE = 2.0, 2.5
MOST_MEMORY = 105
REQUESTS_BEFORE_MEMORY = 200
CASES = 20
"""Pages of cases that are asked for in turn."""
WARM_UP = 2 * CASES
ALIKE = 0.02
"""By which part the size of an answer may differ from that of the first one: a token may be longer or shorter."""

_CASE = re.compile(r"/trajecten/[0-9a-f-]{36}/")


@dataclass
class Visit:
    """Somebody who is signed in to the program."""

    browser: Browser
    pid: int
    sizes: dict[str, int] = field(default_factory=dict, kw_only=True)

    def reader(self, *paths: str) -> Callable[[], float]:
        """Work for a target: ask for these pages in turn, and check the size each time. Raises CannotMeasure when it changes."""
        first = {path: self.browser.get(path).size for path in paths}
        self.sizes[paths[0]] = first[paths[0]]
        turns = cycle(paths)

        def ask() -> float:
            path = next(turns)
            answer = self.browser.get(path)
            if abs(answer.size - first[path]) > first[path] * ALIKE:
                raise CannotMeasure(f"{path} had {answer.size} bytes, and {first[path]} the first time")
            return answer.seconds

        return ask

    def filled(self, floor: str, page: str) -> str:
        """The address of a floor page with as many bytes as a page of the program."""
        return f"{floor}?fill={max(self.browser.get(page).size - self.browser.get(floor).size, 0)}"

    def kilobytes(self, path: str) -> str:
        """The size of a page that was read."""
        return f"{self.sizes[path] / 1000:.0f} kB"


@dataclass
class Site(Visit):
    """The program over one database, visited by a case manager.

    `cases` are the addresses of some of the own cases, `full` that of the one with a full file.
    """

    size: int
    asked: Asked
    cases: list[str]
    full: str
    queries: dict[str, int]


@dataclass
class Measured:
    """The targets of one size."""

    site: Site
    page: Target
    rich: Target
    sql: Target
    case: Target
    case_floor: Target
    full: Target
    full_floor: Target

    @property
    def all(self) -> list[Target]:
        """Everything that has its turns."""
        return [self.page, self.rich, self.sql, self.case, self.case_floor, self.full, self.full_floor]


def measure(sizes: Sequence[int], *, rounds: int, times: int) -> tuple[list[Line], list[Line]]:
    """The lines about pages, and those about memory."""
    names = [stock.prepare(size) for size in sizes]
    measured, memory = [], list[Line]()
    with ExitStack() as open_until_end:
        for number, name in enumerate(names):
            site = open_until_end.enter_context(serving(sizes[number], name, place.FIRST_PORT + number))
            memory = memory or _memory(site)
            measured.append(_targets(site, open_until_end.enter_context(databases.connect(name))))
        progress(
            f"pages: {rounds} rounds of {times} requests to each of {sum(len(one.all) for one in measured)} targets"
        )
        interleaved([target for one in measured for target in one.all], rounds, times)
    return list(_lines(measured)), memory


@contextmanager
def serving(size: int, name: str, port: int) -> Iterator[Site]:
    """The program on one database, with a case manager signed in."""
    with databases.using(name):
        position = Position.objects.get(account__username=f"{stock.MEASURED}-0")
        of_full = f"/trajecten/{full.full_case().pk}/"
        cases = _cases(position)
        queries = queries_of(position, "/", cases[0], of_full)
    asked = Asked(position.pk, Role(position.role), timezone.localdate())
    with visiting(name, port, position) as visit:
        yield Site(visit.browser, visit.pid, size, asked, cases, of_full, queries)


@contextmanager
def visiting(name: str, port: int, position: Position) -> Iterator[Visit]:
    """The program on one database, with the fictional person signed in who holds a position."""
    with the_program(name, port) as pid, closing(Browser(port)) as browser:
        browser.sign_in(str(position.pk))
        yield Visit(browser, pid)


def signed_in(position: Position) -> Client:
    """A browser inside this process in which somebody acts."""
    client = Client(headers={"host": "localhost"})
    client.post("/demo/", {"position": str(position.pk)})
    return client


def _cases(position: Position) -> list[str]:
    """The addresses of some of the cases in the worklist. Raises CannotMeasure when there are too few."""
    cases = list(dict.fromkeys(_CASE.findall(signed_in(position).get("/").content.decode())))[:CASES]
    if len(cases) < CASES:
        raise CannotMeasure(f"the worklist has {len(cases)} cases only")
    return cases


def queries_of(position: Position, *paths: str) -> dict[str, int]:
    """How many statements each page takes; asked inside this process."""
    client, queries = signed_in(position), {}
    for path in paths:
        # What is made once for all pages does not count.
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        queries[path] = counted(captured)
    return queries


def _memory(site: Site) -> list[Line]:
    """The memory of the workers of a server that has just started, after some hundreds of requests."""
    for path in islice(cycle(["/", *site.cases]), REQUESTS_BEFORE_MEMORY):
        site.browser.get(path)
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
    rich = site.filled("/floor/", "/")
    case_floors = [site.filled(case.replace("trajecten", "floor"), case) for case in site.cases]
    full_floor = site.filled(site.full.replace("trajecten", "floor"), site.full)
    found = Measured(
        site,
        page=Target("worklist", site.reader("/"), web.seconds),
        rich=Target("its floor", site.reader(rich), web.seconds),
        sql=Target("its rows in SQL", lambda: _selected(sql, LIST_PAGE, site.asked), Meter(server_pid()).seconds),
        case=Target("case page", site.reader(*site.cases), web.seconds),
        case_floor=Target("its floor", site.reader(*case_floors), web.seconds),
        full=Target("page of a full case", site.reader(site.full), web.seconds),
        full_floor=Target("its floor", site.reader(full_floor), web.seconds),
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
    yield from growth("worklist", [(one.site.size, one.page) for one in measured])
    for one in measured:
        site, what = one.site, f"case page over {one.site.size:,} cases"
        yield from _case_lines(site, what, site.cases[0], (one.case, one.case_floor))
        what = f"the same with {full.EVENTS} events, {full.NOTES} notes, {full.VERSIONS} plan versions"
        yield from _case_lines(site, what, site.full, (one.full, one.full_floor))
    yield from growth("case page", [(one.site.size, one.case) for one in measured])
    yield from growth("page of the full case", [(one.site.size, one.full) for one in measured])


def _list_lines(one: Measured) -> Iterator[Line]:
    site, times = one.site, Ratio.of(one.page, one.rich)
    what = f"worklist over {site.size:,} cases"
    yield at_most(f"{what} to a bare page of {site.kilobytes('/')}, wall", times.wall, TIMES_FLOOR)
    yield at_most(f"{what} to the same, CPU", times.cpu, TIMES_FLOOR)
    yield Line(f"{what} to its rows in SQL, wall", f"{Ratio.of(one.page, one.sql).wall:.1f} x")
    yield time_of(what, one.page.wall)
    yield Line(f"{what}, statements", *_counted(site.queries["/"], MOST_QUERIES))


def _case_lines(site: Site, what: str, path: str, targets: tuple[Target, Target]) -> Iterator[Line]:
    times = Ratio.of(*targets)
    yield at_most(f"{what} to a bare page of {site.kilobytes(path)}, wall", times.wall, TIMES_FLOOR_OF_CASE)
    yield at_most(f"{what} to the same, CPU", times.cpu, TIMES_FLOOR_OF_CASE)
    yield time_of(what, targets[0].wall)
    yield Line(f"{what}, statements", *_counted(site.queries[path], MOST_QUERIES_OF_CASE))


def _counted(found: int, most: int) -> tuple[str, str, bool]:
    return str(found), f"at most {most}", found <= most
