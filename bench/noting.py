"""Writing a contact note beside writing the same rows by hand, both through a form on the web.

The program looks whether the visitor may write there, reads the form, asks the rules about the talk and about whom it is shared
with, and stores the item, the note and the lines in the record. The floor gets all rows in a form, asks nothing but
who is signed in, and stores them. Who acts is told to the database by both: nobody else may add a row there.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import databases, full, place, stock
from bench.databases import server_pid
from bench.machine import CannotMeasure, Meter
from bench.measuring import Ratio, Target, counted, growth, interleaved
from bench.pages import signed_in
from bench.report import Line, at_most, progress
from bench.serving import Browser, Fields, the_program
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

TIMES_FLOOR = 2.0
WARM_UP, FOUND = 20, 302
TEXT = "Wat gezegd werd. " * 40
PORT = place.FIRST_PORT + 5


@dataclass
class Desk:
    """Who writes, in which part of which case, and how many statements it takes."""

    size: int
    by: Position
    part: Compartment
    case: str
    statements: int

    @property
    def address(self) -> str:
        """Where the form of the program is sent."""
        return f"/trajecten/{self.case}/luik/schrijven/"

    def answers(self) -> Fields:
        """The form as a case manager fills it in after a talk."""
        managers = sorted(map(str, CASE_MANAGERS))
        return [
            ("idempotency_key", str(uuid4())),
            ("compartment", str(self.part.pk)),
            ("kind", "contact"),
            ("happened_on", timezone.localdate().isoformat()),
            *(("attendees", role) for role in (str(Role.CLIENT), *managers)),
            ("entry_class", "administrative"),
            ("text", TEXT),
            *(("audience", role) for role in managers),
        ]

    def rows(self) -> Fields:
        """The same rows, known beforehand."""
        managers = sorted(map(str, CASE_MANAGERS))
        shared = {"part": str(self.part.pk), "author": str(self.by.pk), "entry_class": "administrative"}
        item = {"file": str(self.part.file_id), "capacity": str(self.by.role), "audience": managers}
        note = {"on": timezone.localdate().isoformat(), "text": TEXT, "attendees": [str(Role.CLIENT), *managers]}
        return [("rows", json.dumps({**shared, **item, **note, "key": str(uuid4())}))]


def measure(sizes: Sequence[int], *, rounds: int, times: int) -> list[Line]:
    """The lines about writing a note in databases of these sizes."""
    found: list[tuple[Desk, Target, Target]] = []
    with ExitStack() as open_until_end:
        for number, size in enumerate(sizes):
            found.append(open_until_end.enter_context(_beside(size, PORT + number)))
        progress(f"note: {rounds} rounds of {times} notes in each of {2 * len(found)} ways")
        interleaved([target for _desk, *targets in found for target in targets], rounds, times)
    return list(_lines(found))


@contextmanager
def _beside(size: int, port: int) -> Iterator[tuple[Desk, Target, Target]]:
    """The form and its floor over a copy of one database, warm."""
    name = databases.named(f"note_{size}")
    with databases.passing_copy(stock.prepare(size), name), databases.using(name):
        desk = _desk(size)
        with the_program(name, port) as pid, closing(Browser(port)) as browser:
            browser.sign_in(str(desk.by.pk))
            web = Meter(pid, server_pid())
            form = Target("note", lambda: browser.post(desk.address, desk.answers()).seconds, web.seconds)
            bare = Target("bare note", lambda: browser.post("/floor/note/", desk.rows()).seconds, web.seconds)
            for target in (form, bare):
                for _ in range(WARM_UP):
                    target.work()
            yield desk, form, bare


def _desk(size: int) -> Desk:
    """The work case manager of the full case, who writes in its shared part."""
    by, case = Position.objects.get(account__username=f"{stock.MEASURED}-0"), full.full_case()
    part = Compartment.objects.get(file=case.file_id, kind=Kind.SHARED)
    desk = Desk(size, by, part, str(case.pk), 0)
    client = signed_in(by)
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            answer = client.post(desk.address, _by_name(desk.answers()))
        if answer.status_code != FOUND:
            raise CannotMeasure(f"a contact note was answered with status {answer.status_code}")
    desk.statements = counted(captured)
    return desk


def _by_name(fields: Fields) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def _lines(found: Sequence[tuple[Desk, Target, Target]]) -> Iterator[Line]:
    for desk, form, bare in found:
        ratio, what = Ratio.of(form, bare), f"contact note among {desk.size:,} cases"
        yield at_most(f"{what} to a bare form with the same rows, wall", ratio.wall, TIMES_FLOOR)
        yield at_most(f"{what} to the same, CPU", ratio.cpu, TIMES_FLOOR)
        yield Line(f"{what}, time", f"{form.wall * 1000:.1f} ms, {bare.wall * 1000:.1f} ms bare")
        yield Line(f"{what}, statements", str(desk.statements))
    yield from growth("contact note", [(desk.size, form) for desk, form, _bare in found])
