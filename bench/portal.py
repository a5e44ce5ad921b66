"""The client's own view beside its floor: her first page, and who looked at her file in a long record.

The floor of each is a bare page with the same rows, asked in hand-written SQL, and as many bytes.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from bench import databases, full, place, stock
from bench.databases import server_pid
from bench.machine import Meter
from bench.measuring import Ratio, Target, interleaved
from bench.pages import WARM_UP, Visit, queries_of, visiting
from bench.record import add_looks
from bench.report import Line, at_most, progress

TIMES_FLOOR = 2.5
ONE_IN = 50
"""Of so many lines of the record one is about the client: 20,000 of a million."""
LOOKED = "/wie-keek/"


@dataclass
class Measured:
    """A page of the client beside its floor."""

    what: str
    path: str
    visit: Visit
    statements: int
    page: Target
    floor: Target


def measure(sizes: Sequence[int], *, lines: int, rounds: int, times: int) -> list[Line]:
    """The lines about her first page among so many cases, and about who looked in a record of so many lines."""
    names = {size: stock.prepare(size) for size in sizes}
    measured = []
    with ExitStack() as open_until_end:
        # First of all: a database that is copied has no visitors.
        record = open_until_end.enter_context(_long_record(names[min(sizes)], lines))
        for number, (size, name) in enumerate(names.items()):
            with databases.using(name):
                case = full.full_case().pk
            what, pages = f"first page of a client among {size:,} cases", (f"/mijn/{case}/", f"/floor/{case}/")
            measured.append(open_until_end.enter_context(_beside(what, name, place.FIRST_PORT + number, pages)))
        what = f"who looked, {lines // ONE_IN:,} lines about a client of {lines:,}"
        port = place.FIRST_PORT + len(sizes)
        measured.append(open_until_end.enter_context(_beside(what, record, port, (LOOKED, "/floor/looks/"))))
        progress(f"portal: {rounds} rounds of {times} requests to each of {2 * len(measured)} targets")
        interleaved([target for one in measured for target in (one.page, one.floor)], rounds, times)
    return [line for one in measured for line in _lines(one)]


@contextmanager
def _long_record(name: str, lines: int) -> Iterator[str]:
    """A copy of a database with a long record, of which a part is about the client."""
    with databases.passing_copy(name, databases.named("portal")) as copied:
        with databases.using(copied):
            file = full.full_case().file_id
        add_looks(copied, file, lines // ONE_IN, of_all=lines)
        yield copied


@contextmanager
def _beside(what: str, name: str, port: int, pages: tuple[str, str]) -> Iterator[Measured]:
    """A page and its floor over one database, warm, asked by the client."""
    path, bare = pages
    with databases.using(name):
        client = full.client()
        statements = queries_of(client, path)[path]
    with visiting(name, port, client) as visit:
        web = Meter(visit.pid, server_pid())
        # Each look adds to who looked, so both are asked once before their size counts.
        beneath = visit.filled(bare, path)
        page = Target(what, visit.reader(path), web.seconds)
        floor = Target("its floor", visit.reader(beneath), web.seconds)
        for target in (page, floor):
            for _ in range(WARM_UP):
                target.work()
        yield Measured(what, path, visit, statements, page, floor)


def _lines(one: Measured) -> Iterator[Line]:
    ratio = Ratio.of(one.page, one.floor)
    kilobytes = one.visit.kilobytes(one.path)
    yield at_most(f"{one.what}, to a bare page of {kilobytes}, wall", ratio.wall, TIMES_FLOOR)
    yield at_most(f"{one.what}, to the same, CPU", ratio.cpu, TIMES_FLOOR)
    yield Line(f"{one.what}, time", f"{one.page.wall * 1000:.0f} ms")
    yield Line(f"{one.what}, statements", str(one.statements))
