"""The client's own view beside its floor: her first page, and who looked at her file in a long record.

The floor of each is a bare page with the same rows, asked in hand-written SQL, and as many bytes.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from bench import databases, full, place, stock
from bench.databases import server_pid
from bench.machine import Meter
from bench.measuring import Ratio, Target, growth, interleaved
from bench.pages import WARM_UP, Visit, queries_of, visiting
from bench.record import add_looks
from bench.report import Line, at_most, progress, time_of

TIMES_FLOOR = 2.5
ONE_IN = 50
"""Of so many lines of the longest record one is about the client: 20,000 of a million."""
FIRST = ("/mijn/{case}/", "/floor/{case}/")
LOOKED = ("/wie-keek/", "/floor/looks/")
"""Each page of the client with its floor."""
FEWER = 10
"""The record in which as much is about the client has so many times fewer lines in all."""


@dataclass
class _Wanted:
    """Two pages over a database: one of the client, and its floor."""

    size: int
    pages: tuple[str, str]
    name: str = ""

    @property
    def what(self) -> str:
        """What the page is."""
        return "first page of a client" if self.pages == FIRST else "who looked"

    @property
    def unit(self) -> str:
        """Of what there are so many in the database."""
        return "cases" if self.pages == FIRST else "lines"


@dataclass
class Measured:
    """A page of the client beside its floor."""

    wanted: _Wanted
    path: str
    visit: Visit
    statements: int
    page: Target
    floor: Target


def measure(sizes: Sequence[int], *, lines: int, rounds: int, times: int) -> list[Line]:
    """The lines about her first page among so many cases, and about who looked in a record of so many lines."""
    names = {size: stock.prepare(size) for size in sizes}
    measured: list[Measured] = []
    with ExitStack() as open_until_end:
        # First of all: a database that is copied has no visitors.
        wanted = [_Wanted(lines // FEWER, LOOKED), _Wanted(lines, LOOKED)]
        for one in wanted:
            one.name = open_until_end.enter_context(_long_record(names[min(sizes)], one.size, lines // ONE_IN))
        wanted = [*(_Wanted(size, FIRST, name) for size, name in names.items()), *wanted]
        for number, one in enumerate(wanted):
            measured.append(open_until_end.enter_context(_beside(one, place.FIRST_PORT + number)))
        progress(f"portal: {rounds} rounds of {times} requests to each of {2 * len(measured)} targets")
        interleaved([target for one in measured for target in (one.page, one.floor)], rounds, times)
    return [line for one in measured for line in _lines(one)] + _growth(measured)


@contextmanager
def _long_record(name: str, lines: int, about_client: int) -> Iterator[str]:
    """A copy of a database with a long record, of which a part is about the client."""
    with databases.passing_copy(name, databases.named(f"portal_{lines}")) as copied:
        with databases.using(copied):
            file = full.full_case().file_id
        add_looks(copied, file, about_client, of_all=lines)
        yield copied


@contextmanager
def _beside(wanted: _Wanted, port: int) -> Iterator[Measured]:
    """A page and its floor over one database, warm, asked by the client."""
    with databases.using(wanted.name):
        client, case = full.client(), full.full_case().pk
        path, bare = (one.format(case=case) for one in wanted.pages)
        statements = queries_of(client, path)[path]
    with visiting(wanted.name, port, client) as visit:
        web = Meter(visit.pid, server_pid())
        # Each look adds to who looked, so both are asked once before their size counts.
        beneath = visit.filled(bare, path)
        page = Target(wanted.what, visit.reader(path), web.seconds)
        floor = Target("its floor", visit.reader(beneath), web.seconds)
        for target in (page, floor):
            for _ in range(WARM_UP):
                target.work()
        yield Measured(wanted, path, visit, statements, page, floor)


def _lines(one: Measured) -> Iterator[Line]:
    ratio, what = Ratio.of(one.page, one.floor), f"{one.wanted.what} among {one.wanted.size:,} {one.wanted.unit}"
    yield at_most(f"{what}, to a bare page of {one.visit.kilobytes(one.path)}, wall", ratio.wall, TIMES_FLOOR)
    yield at_most(f"{what}, to the same, CPU", ratio.cpu, TIMES_FLOOR)
    yield time_of(what, one.page.wall)
    yield Line(f"{what}, statements", str(one.statements))


def _growth(measured: Sequence[Measured]) -> list[Line]:
    """Each page in the largest database beside the smallest."""
    found: list[Line] = []
    for pages in (FIRST, LOOKED):
        alike = [one for one in measured if one.wanted.pages == pages]
        found += growth(alike[0].wanted.what, [(one.wanted.size, one.page) for one in alike], alike[0].wanted.unit)
    return found
