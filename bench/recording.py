"""Recording an event beside writing the same rows by hand: through a form on the web, and without the web around it.

The program looks whether the visitor may see the case, locks it, reads its history and the form, asks the rules, and stores
the event, what follows from it, and the lines about recording and about reading. The floor gets all rows in a form, asks
nothing but who is signed in, and stores them. Both commit for good.
"""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from statistics import fmean
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import databases, place, stock
from bench.databases import Connection, server_pid
from bench.machine import CannotMeasure, Meter
from bench.measuring import Ratio, Target, counted, interleaved, timed
from bench.report import Line, at_most, progress
from bench.serving import Browser, the_program
from bench.write_sql import Rows, write
from bench.writing import ATTENDED, Writable, rows_of, writable
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.actions import record

TIMES_FLOOR = 2.0
MOST_STATEMENTS = 6
WARM_UP = 20
PORT = place.FIRST_PORT + 5
WAYS = 4
"""Each case is written in once, in one of four ways."""


def measure(size: int, *, rounds: int, times: int) -> list[Line]:
    """The lines about recording an event in a database with so many cases."""
    progress(f"recording: {rounds} rounds of {times} events in each of {WAYS} ways")
    with databases.passing_copy(stock.prepare(size), databases.named("write")) as name, databases.using(name):
        # Everybody can be signed in as, so that there are enough cases.
        Account.objects.update(is_demo=True)
        wanted = WAYS * (rounds * times + WARM_UP) + 1
        found = list(islice(writable(timezone.localdate()), wanted))
        if len(found) < wanted:
            raise CannotMeasure(f"an event can be recorded in {len(found)} cases only")
        with the_program(name, PORT) as pid, databases.connect(name) as by_hand:
            with closing(Visitors(PORT, found)) as visitors:
                targets = _targets(found[:-1], visitors, by_hand, pid)
                for target in targets:
                    for _ in range(WARM_UP):
                        target.work()
                interleaved(targets, rounds, times)
            statements = _statements_of(found[-1])
        return list(_lines(targets, statements, fmean(rows_of(one).count for one in found[:100])))


class Visitors:
    """Everybody who records, signed in, each with a browser."""

    def __init__(self, port: int, found: Sequence[Writable]) -> None:
        """Sign in whoever records one of these events."""
        self._browsers = {one.by.pk: Browser(port) for one in found}
        for position, browser in self._browsers.items():
            browser.sign_in(str(position))

    def close(self) -> None:
        """Let everybody hang up."""
        for browser in self._browsers.values():
            browser.close()

    def record(self, one: Writable) -> float:
        """Record an event with the form of the program; return how long the answer took."""
        fields = [
            ("on", one.event.on.isoformat()),
            *(("attended_by", str(role)) for role in ATTENDED),
            ("idempotency_key", str(uuid4())),
            ("seen", str(one.case.version)),
        ]
        address = f"/trajecten/{one.case.pk}/vastleggen/{one.name}/"
        return self._browsers[one.by.pk].post(address, fields).seconds

    def send(self, one: Writable) -> float:
        """Send the rows of the same event to the floor; return how long the answer took."""
        return self._browsers[one.by.pk].post("/floor/write/", [("rows", json.dumps(asdict(rows_of(one))))]).seconds


def _targets(found: Sequence[Writable], visitors: Visitors, by_hand: Connection, pid: int) -> list[Target]:
    """The form and its floor, the action and its floor; every case is written in once."""
    forms, bare, acted, written = (iter(found[way::WAYS]) for way in range(WAYS))
    rows = iter([rows_of(one) for one in written])
    web, database = Meter(pid, server_pid()), Meter(server_pid())

    def here() -> float:
        return time.process_time() + database.seconds()

    return [
        Target("form", lambda: visitors.record(next(forms)), web.seconds),
        Target("bare form", lambda: visitors.send(next(bare)), web.seconds),
        Target("action", lambda: _acted(next(acted)), here),
        Target("by hand", lambda: timed(lambda: _written(by_hand, next(rows))), here),
    ]


def _acted(one: Writable) -> float:
    """Record an event with the action; return how long it took."""
    return timed(lambda: record(case=one.case, event=one.event, by=one.by, key=uuid4()))


def _written(by_hand: Connection, rows: Rows) -> None:
    """Write rows in a transaction; the driver prepares the statements."""
    with by_hand.transaction(), by_hand.cursor() as cursor:
        write(cursor, rows)


def _statements_of(one: Writable) -> int:
    """How many statements the action takes, without those that begin and end the transaction."""
    with CaptureQueriesContext(connection) as captured:
        _acted(one)
    return counted(captured)


def _lines(targets: Sequence[Target], statements: int, rows: float) -> Iterator[Line]:
    form, bare, action, by_hand = targets
    what = f"recording an event ({rows:.0f} rows) with a form"
    ratio = Ratio.of(form, bare)
    yield at_most(f"{what} to a bare form with the same rows, wall", ratio.wall, TIMES_FLOOR)
    yield at_most(f"{what} to the same, CPU", ratio.cpu, TIMES_FLOOR)
    yield Line("statements of the action", str(statements), f"at most {MOST_STATEMENTS}", statements <= MOST_STATEMENTS)
    ratio = Ratio.of(action, by_hand)
    yield Line("the action alone to bare statements, wall", f"{ratio.wall:.1f} x")
    yield Line("the action alone to bare statements, CPU", f"{ratio.cpu:.1f} x")
