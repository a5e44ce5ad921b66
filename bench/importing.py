"""Taking in case files: from parsed documents to stored cases with everything that follows, beside copying the rows in."""

import time
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from psycopg import sql

from bench import databases, stock
from bench.databases import TABLES, Connection
from bench.machine import CannotMeasure
from bench.report import Line, progress
from bench.stock import COPIED
from bench.templates import history, trajectory
from vlechtwerk.demo.cast import Cast, make_cast
from vlechtwerk.history.loading import NewCase, bulk_open
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.casefile import FORMAT, CaseFile, read_case, write_event
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

Document = dict[str, Any]


def measure(count: int) -> list[Line]:
    """The lines about taking in so many case files."""
    progress(f"import: {count:,} case files")
    stock.make_tables()
    told = documents(count)
    with databases.passing_copy(databases.named(TABLES), databases.named("import")) as name:
        with databases.using(name):
            cast = make_cast()
        with databases.passing_copy(name, databases.named("copy")) as empty:
            with databases.using(name):
                wall, cpu = _taken_in(cast, told)
            rows, floor = _copied(name, empty)
    what = f"{count:,} case files with their projections ({rows:,} rows)"
    return [
        Line(what, f"{count / wall:,.0f} cases a second"),
        Line("the same to copying the rows in, wall", f"{wall / floor:.1f} x"),
        Line("the part of it that this process computes", f"{100 * cpu / wall:.0f} %"),
    ]


def documents(count: int) -> list[Document]:
    """Case files as a reader of files leaves them: plain data."""
    today = timezone.localdate()
    return [_document(history(number, today)) for number in range(count)]


def _document(events: Sequence[Event]) -> Document:
    return {"format": FORMAT, "procedure": ACTIVATION.name, "events": [write_event(ACTIVATION, one) for one in events]}


def _taken_in(cast: Cast, told: Sequence[Document]) -> tuple[float, float]:
    """Read the documents and store them; return the time on the clock and on a core."""
    cpu, begun = time.process_time(), time.perf_counter()
    cases = (_read(cast, number, document) for number, document in enumerate(told))
    bulk_open(cases=cases, by=cast.of(Role.VDAB_MEDIATOR))
    return time.perf_counter() - begun, time.process_time() - cpu


def _read(cast: Cast, number: int, document: Document) -> NewCase:
    read = read_case(document)
    if not isinstance(read, CaseFile):
        raise CannotMeasure(f"case file {number} is not accepted: {read[0].message}")
    return trajectory(cast, number, read.events)


def _copied(source: str, target: str) -> tuple[int, float]:
    """Copy all rows of the cases into another database; return how many, and the time that storing them took."""
    with databases.connect(source) as full, databases.connect(target) as empty:
        held = {table: _rows(full, table) for table in COPIED}
        with empty.transaction():
            begun = time.perf_counter()
            for table, (_, data) in held.items():
                _copy_in(empty, table, data)
        seconds = time.perf_counter() - begun
    return sum(count for count, _ in held.values()), seconds


def _rows(full: Connection, table: str) -> tuple[int, list[bytes]]:
    """The number of rows of a table, and the rows as the server copies them out."""
    name = sql.Identifier(table)
    count = full.execute(sql.SQL("SELECT count(*) FROM {}").format(name)).fetchone()
    with full.cursor() as cursor, cursor.copy(sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(name)) as copy:
        return count[0] if count else 0, [bytes(part) for part in copy]


def _copy_in(empty: Connection, table: str, data: Sequence[bytes]) -> None:
    """Copy rows into a table, in large pieces."""
    name = sql.Identifier(table)
    with empty.cursor() as cursor, cursor.copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(name)) as copy:
        copy.write(b"".join(data))
