"""The half-year statement of 5,000 trajectories, beside reading the rows it is made of.

The trajectories are copies of those that ended in the half-year in which most did, in a region of their own, inside a
transaction that is taken back. So the same 5,000 are asked of a small and of a large database.
"""

import gc
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import databases, stock
from bench.machine import CannotMeasure
from bench.measuring import Ratio, Target, counted, growth, interleaved, timed
from bench.report import Line, at_most, progress
from vlechtwerk.compensation.computing import computed_lines
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.history.models import Case, Event
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.activation.compensation import DECIDING
from vlechtwerk.rules.activation.duties.payment import HalfYear, payment_run
from vlechtwerk.rules.activation.duties.statement import first_day_of, last_day_of
from vlechtwerk.rules.activation.procedure import ACTIVATION

TRAJECTORIES = 5_000
TIMES_FLOOR = 8.0
MOST_SECONDS = 5.0
MOST_STATEMENTS = 6
ENDED_ON = "coalesce(ends_on, CASE WHEN status IN ('ended', 'cancelled') THEN status_since END)"
ENDED = f"{ENDED_ON} BETWEEN %(first)s AND %(last)s"
MOST = f"SELECT {ENDED_ON} FROM history_case WHERE {ENDED_ON} <= %s"
PICK = f"""
CREATE TEMP TABLE picked ON COMMIT DROP AS
SELECT id AS old, md5(id::text || n)::uuid AS new
FROM history_case, generate_series(1, %(copies)s) n WHERE {ENDED} LIMIT %(count)s
"""
FLOOR_CASES = "SELECT id, number, version, settings FROM history_case WHERE region_id = %(region)s"
FLOOR_EVENTS = """
SELECT e.case_id, e.name, e."on", e.data FROM history_event e JOIN history_case c ON c.id = e.case_id
WHERE c.region_id = %(region)s AND e.name = ANY(%(names)s) ORDER BY e.case_id, e.sequence
"""


def measure(sizes: tuple[int, ...], *, rounds: int, count: int = TRAJECTORIES) -> list[Line]:
    """The lines about the statement in databases of these sizes."""
    found, by_size = list[Line](), list[tuple[int, Target]]()
    for size in sizes:
        progress(f"statement: {count:,} trajectories among {size:,}, {rounds} rounds")
        name = stock.prepare(size)
        with databases.using(name), as_owner(), of_own_region(count) as (region, run), as_in_a_worker():
            ours = _ours(region, run)
            found += _measured(region, run, (f"statement of {count:,} among {size:,}", ours), rounds)
            by_size.append((size, ours))
    return [*found, *growth(f"statement of {count:,}", by_size)]


@contextmanager
def as_in_a_worker() -> Iterator[None]:
    """What was loaded is kept out of the garbage collector, for both that are compared, as `vlechtwerk serve` does it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _ours(region: Region, run: HalfYear) -> Target:
    return Target("statement", lambda: timed(lambda: computed_lines(region, run)), time.process_time)


def _measured(region: Region, run: HalfYear, named: tuple[str, Target], rounds: int) -> Iterator[Line]:
    name, ours = named
    floor = Target("its rows", lambda: timed(lambda: rows_of(region)), time.process_time)
    interleaved([ours, floor], rounds, 1)
    with CaptureQueriesContext(connection) as asked:
        computed_lines(region, run)
    yield at_most(f"{name} to reading its rows, wall", Ratio.of(ours, floor).wall, TIMES_FLOOR)
    yield at_most(f"{name}, time", ours.wall, MOST_SECONDS, "s")
    yield Line(f"{name}, its rows only", f"{floor.wall:.2f} s")
    statements = counted(asked)
    yield Line(f"{name}, statements", str(statements), f"at most {MOST_STATEMENTS}", statements <= MOST_STATEMENTS)


def rows_of(region: Region) -> list[tuple[object, ...]]:
    """The rows of a statement, read by hand: the cases, and the events on which their class depends."""
    names = [ACTIVATION.names[kind] for kind in DECIDING]
    found: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        for statement in (FLOOR_CASES, FLOOR_EVENTS):
            cursor.execute(statement, {"region": region.pk, "names": names})
            found += cursor.fetchall()
    return found


@contextmanager
def of_own_region(count: int) -> Iterator[tuple[Region, HalfYear]]:
    """A region in which so many trajectories ended in the same half-year; it is gone after the block."""
    with transaction.atomic():
        run = _with_most_ends()
        region = Region.objects.create(name="Meetregio")
        _copy(region, run, count)
        yield region, run
        transaction.set_rollback(True)


def _with_most_ends() -> HalfYear:
    """The half-year in which most trajectories ended until today. Raises CannotMeasure when none did."""
    with connection.cursor() as cursor:
        cursor.execute(MOST, [timezone.localdate()])
        ended = Counter(payment_run(day) for (day,) in cursor.fetchall())
    if not ended:
        raise CannotMeasure("no trajectory ended yet")
    return ended.most_common(1)[0][0]


def _copy(region: Region, run: HalfYear, count: int) -> None:
    """Copy trajectories that ended in a half-year, with their events, until there are so many."""
    told: dict[str, Any] = {"first": first_day_of(run), "last": last_day_of(run), "count": count, "region": region.pk}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM history_case WHERE {ENDED}", told)
        (ended,) = cursor.fetchone()
        cursor.execute(PICK, {**told, "copies": -(-count // ended)})
        cases = {"id": "p.new", "number": "nextval('history_case_number')", "region_id": "%(region)s"}
        cursor.execute(_copying(Case, "id", cases), told)
        events = {"id": "md5(r.id::text || p.new)::uuid", "case_id": "p.new"}
        cursor.execute(_copying(Event, "case_id", events), told)
        cursor.execute("ANALYZE history_case, history_event, picked")


def _copying(model: type[Model], joined: str, own: dict[str, str]) -> str:
    """The statement that copies the rows of the picked trajectories in one table."""
    described = model._meta  # noqa: SLF001 - documented by Django
    names = [str(field.column) for field in described.concrete_fields]
    columns, values = ", ".join(f'"{one}"' for one in names), ", ".join(own.get(one, f'r."{one}"') for one in names)
    table = described.db_table
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} r JOIN picked p ON r.{joined} = p.old"
