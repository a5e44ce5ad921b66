"""My cases with what is due first, and how many there are: one query, whatever the number of cases.

A list starts from the files of the position (some hundreds), never from all cases, and looks up what comes next in an index
that holds only what is still to be done.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from vlechtwerk.arrangements.queries import LAST_SLOT, about_room
from vlechtwerk.arrangements.showing import watches_room
from vlechtwerk.dossier.queries import files_with_notes
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import settings_on
from vlechtwerk.people.names import Typed, probes, tolerant
from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.roles import OF_VDAB, Role, acts_as
from vlechtwerk.sharing.models import Signal
from vlechtwerk.sharing.signals import open_signals
from vlechtwerk.sharing.statements import parts_of
from vlechtwerk.worklist import statements
from vlechtwerk.worklist.statements_waiting import NOTHING
from vlechtwerk.worklist.waiting import VALUES, Named, named_in, statement_for

SOON = timedelta(days=14)
OVER = ("ended", "cancelled")
AT_CARE = ("immediate_internship",)
"""What is asked because a client does not come to care; people of VDAB never hear of it, not even as a number (AT-163)."""
PAGE = 50


class View(StrEnum):
    """A part of the own cases: all that are alive, or only those that ask something."""

    ALL = "all"
    MINE = "mine"
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"
    PLAN_LATE = "plan_late"
    EVALUATION = "evaluation"
    MAXIMUM = "maximum"
    EXTENSION = "extension"
    CLOSING = "closing"
    SILENT = "silent"


ATTENTION = (View.PLAN_LATE, View.EVALUATION, View.MAXIMUM, View.EXTENSION, View.CLOSING, View.SILENT)
"""The parts that tell why a case deserves attention; the others tell who is waited for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see. `status` also finds what is over; without it a case that is over and done with is left out."""

    view: View = View.ALL
    status: str = ""
    name: str = ""
    page: int = 1


class Line(NamedTuple):
    """A case in the list: its status (code) and what is due first, with how much is still to be done.

    `due_on`, `what`, `number` and `owner` are None when nothing is due.
    """

    case_id: UUID
    file_id: UUID
    name: str
    status: str
    started_on: date | None
    maximum_on: date | None
    due_on: date | None
    what: str | None
    number: int | None
    owner: str | None
    owed: int
    signals: int


@dataclass(frozen=True)
class Counts:
    """The number of own cases for each status (code) and view; `whole` counts those that are over and done with too.

    `has_signals` tells whether a signal waits in any of them, for whomever it is; `waiting` what waits for the position about
    who takes part. `room` is what was noted last about the first free appointment of the own team, where somebody watches that.
    """

    cells: dict[str, dict[View, int]]
    whole: dict[str, int]
    has_signals: bool
    waiting: Sequence[Named]
    room: str | None

    def of(self, view: View, status: str = "") -> int:
        """How many cases the list has in a view, of one status or of all."""
        if view is View.ALL and status:
            return self.whole.get(status, 0)
        return sum(counts[view] for code, counts in self.cells.items() if status in ("", code))


@dataclass(frozen=True)
class Desk:
    """Whose list it is, and on which day."""

    position: Position
    today: date

    @cached_property
    def owners(self) -> list[str]:
        """The capacities for which the position acts."""
        return sorted(acts_as(Role(self.position.role)))

    @property
    def values(self) -> dict[str, Any]:
        """The values that every statement needs."""
        hidden = list(AT_CARE) if self.position.role in OF_VDAB else []
        fixed = {"over": list(OVER), "maximum": MAXIMUM, "hidden": hidden}
        return {"today": self.today, "soon": self.today + SOON, "mine": self.owners, **fixed}

    @cached_property
    def visible(self) -> tuple[str, Mapping[str, Any]]:
        """The files that the position sees, as a part of a statement with named values."""
        parts = parts_of(self.position, self.today)
        return (statements.VISIBLE.format(parts=parts.text), parts.values) if parts else ("NULL", {})

    def fetched(self, statement: str, parts: Mapping[str, str], values: Mapping[str, Any]) -> list[Any]:
        """The rows of a statement about the own cases, put together from its parts."""
        visible, of_policy = self.visible
        own = statements.OWN.format(open=statements.OPEN.format(case="c"), visible=visible)
        with connection.cursor() as cursor:
            cursor.execute(own + statement.format(**parts), {**self.values, **of_policy, **values})
            rows: list[Any] = cursor.fetchall()
        return rows


CONDITIONS = {
    View.ALL: statements.ALIVE,
    View.MINE: statements.WAITS_FOR_ME,
    View.LATE: statements.LATE,
    View.SOON: statements.SOON,
    View.WAITING: statements.WAITS_FOR_OTHERS,
    View.PLAN_LATE: statements.PLAN_LATE,
    View.EVALUATION: statements.EVALUATION,
    View.MAXIMUM: statements.NEAR_MAXIMUM,
    View.EXTENSION: statements.EXTENSION,
    View.CLOSING: statements.CLOSING,
}
"""Which cases belong to a view, as far as it follows from what is stored about the case."""
NUMBERS = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in CONDITIONS.values())


class Home(NamedTuple):
    """One page of the list, with one line more than a page when there is a next one, and the numbers of the whole list."""

    lines: list[Line]
    counts: Counts


def home(desk: Desk, wanted: Wanted) -> Home:
    """One page of the list, the most pressing case first, and how many own cases there are by status and view.

    A search puts whose name begins as it was typed in front of whose name is only alike, and asks nothing of what waits beside
    the list.
    """
    only_me = wanted.view is View.MINE
    named, words = _named(Typed(wanted.name))
    parts = {
        "conditions": " AND ".join(_conditions(wanted)),
        "named": named,
        "exact": "named.exact" if named else "true",
        "open": statements.OPEN.format(case="page"),
        "due": "mine_on" if only_me else "next_on",
        "owed": "owed_by_me" if only_me else "owed",
        "whose": statements.ONLY_ME if only_me else statements.EVERYBODY,
        "numbers": NUMBERS,
        "waiting": NOTHING if wanted.name else statement_for(desk.position),
        "room": LAST_SLOT if watches_room(desk.position) and not wanted.name else NOTHING,
    }
    page = {"limit": PAGE + 1, "offset": (wanted.page - 1) * PAGE, "status": wanted.status}
    contact = _contact(desk) if wanted.view is View.SILENT else {}
    values = {**VALUES, **page, **words, **contact, "position": desk.position.pk, **about_room(desk.position)}
    (_place, numbers, waiting, room, *_none), *rows = desk.fetched(statements.LIST, parts, values)
    return Home([Line(*cells) for _place, _numbers, _waiting, _room, *cells in rows], _counts(numbers, waiting, room))


def _conditions(wanted: Wanted) -> list[str]:
    """Which of the own cases stand in the list."""
    found = [statements.HAS_STATUS] if wanted.status else ["true"]
    if wanted.view is View.SILENT:
        return [*found, statements.SILENT]
    everything = wanted.view is View.ALL and (wanted.status or wanted.name)
    return found if everything else [*found, CONDITIONS[wanted.view]]


def _counts(numbers: str | None, waiting: str | None, room: str | None) -> Counts:
    """The numbers that the first row of the statement tells, and what waits."""
    rows = json.loads(numbers or "[]")
    return Counts(
        cells={code: dict(zip(CONDITIONS, cells, strict=True)) for code, _whole, _signals, *cells in rows},
        whole={code: whole for code, whole, *_rest in rows},
        has_signals=any(signals for _code, _whole, signals, *_cells in rows),
        waiting=named_in(waiting),
        room=room,
    )


def _named(name: Typed) -> tuple[str, dict[str, str]]:
    """The part of the statement that finds a name, with its values; nothing when nothing was typed that is in a name."""
    if not name.strict:
        return "", {}
    strict = {f"strict_{place}": word for place, word in enumerate(name.strict)}
    ways = [[(f"{way}_{place}", word) for place, word in enumerate(words)] for way, words in enumerate(name.loose)]
    values = dict(strict)
    for key, word in (one for way in ways for one in way):
        values[f"first_{key}"], values[f"last_{key}"], values[f"turned_{key}"] = probes(word)
        values[f"form_{key}"] = tolerant(word)
    begins = " AND ".join(statements.STRICT_WORD.format(word=word) for word in strict)
    alike = " OR ".join(" AND ".join(statements.LOOSE_WORD.format(word=key) for key, _word in way) for way in ways)
    return statements.NAMED.format(strict=f"({begins})", loose=f"({alike})"), values


def _contact(desk: Desk) -> dict[str, Any]:
    """After which day contact counts, and the files in which a note tells of contact that the position may read."""
    quiet = timedelta(days=settings_on(desk.position.region, desk.today).silent_days)
    since = desk.today - quiet
    return {"quiet_since": since, "heard": files_with_notes(desk.position, desk.today, since)}


def signals(desk: Desk) -> list[tuple[Signal, Case]]:
    """The signals of the own files with their cases, the oldest first: one query, and one more when there are any."""
    waiting = list(open_signals(desk.position, desk.today)[:PAGE])
    if not waiting:
        return []
    of_file = {one.file_id: one for one in _cases(waiting)}
    return [(one, of_file[one.file_id]) for one in waiting if one.file_id in of_file]


def _cases(waiting: list[Signal]) -> Iterable[Case]:
    found = Case.objects.filter(file__in=[one.file_id for one in waiting]).select_related("file__person")
    return found.order_by("pk")
