"""Numbers over many cases: by case manager over the own cases, and over a region for who coordinates it.

The own cases are those in which the position takes part; nobody sees a case of a colleague for being of the same team. Of the
rest of a region only numbers are told, and a small one is not, because few people are easily recognised.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.budget import commissioner_statement
from vlechtwerk.rules.activation.duties.few import SMALLEST, is_few
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Signal, SignalKind
from vlechtwerk.sharing.places import people_with
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import label, number
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Cell, Column
from vlechtwerk.worklist import statements
from vlechtwerk.worklist.expecting import expecting
from vlechtwerk.worklist.outcomes import READERS
from vlechtwerk.worklist.queries import CONDITIONS, Desk, View
from vlechtwerk.worklist.showing import view_label

COORDINATING = (Role.NETWORK_COORDINATOR,)
"""Who gets the numbers of the region."""
SHOWN = (View.ALL, View.LATE, View.PLAN_LATE, View.EVALUATION, View.MAXIMUM, View.CLOSING)
"""The parts of the list that are counted."""
NUMBERS = ", ".join(f"count(*) FILTER (WHERE {CONDITIONS[view]})" for view in SHOWN)


@dataclass(frozen=True)
class Share:
    """The own cases that somebody manages, counted for each of `SHOWN`."""

    position: UUID
    name: str
    organisation: str
    capacity: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class OfRegion:
    """The cases of a region: how many of each status, and how many of the running ones for each of `SHOWN`."""

    statuses: dict[str, int]
    numbers: dict[View, int]


def shares(desk: Desk) -> list[Share]:
    """The own cases by who manages them today, those with most cases in front."""
    values = {"managers": sorted(CASE_MANAGERS)}
    rows = desk.fetched(statements.SHARES, {"numbers": NUMBERS}, values)
    return [Share(who, name, at, capacity, tuple(counts)) for who, name, at, capacity, *counts in rows]


def contacts(desk: Desk) -> list[str]:
    """Who coordinates the network of the region, and so is the contact of VDAB for the services and their payment."""
    people = people_with(Role.NETWORK_COORDINATOR, desk.position.region_id, desk.today)
    return [f"{one.account.name}, {one.organisation.name}" for one in people]


def of_region(desk: Desk) -> OfRegion:
    """The numbers of the region of the position; one statement, whatever the number of cases."""
    text = statements.REGION.format(open=statements.OPEN.format(case="c"), numbers=NUMBERS)
    with connection.cursor() as cursor:
        cursor.execute(text, {**desk.values, "region": desk.position.region_id})
        rows = cursor.fetchall()
    totals = [sum(row[2 + place] for row in rows) for place in range(len(SHOWN))]
    return OfRegion({code: whole for code, whole, *_rest in rows}, dict(zip(SHOWN, totals, strict=True)))


def told(count: int, whole: int | None = None) -> str:
    """A number as it is told about a region: one that is small, or leaves few others, is not."""
    others = None if whole is None else whole - count
    if is_few(count):
        return _("fewer than %(num)s") % {"num": SMALLEST}
    if others is not None and is_few(others):
        return _("not shown")
    return number(count)


def page_of(desk: Desk) -> dict[str, Any]:
    """Everything on the page with numbers."""
    coordinates = desk.position.role in COORDINATING
    region = of_region(desk) if coordinates else None
    return {
        "team_columns": [Column(_("case manager")), *(Column(view_label(view), numeric=True) for view in SHOWN)],
        "team_rows": [_row(desk, one) for one in shares(desk)],
        "region": desk.position.region.name if region else "",
        "contacts": contacts(desk),
        "contacts_why": why(BOOK.rule_of(commissioner_statement)),
        "status_columns": [Column(_("status")), Column(_("number of trajectories"), numeric=True)],
        "status_rows": _statuses(region) if region else [],
        "signal_columns": [Column(_("what")), Column(_("number of trajectories"), numeric=True)],
        "signal_rows": [*_signals(region), _hand_overs(desk)] if region else [],
        "smallest": SMALLEST,
        "outcomes": desk.position.role in READERS,
        "nothing": expecting(desk.position.role),
    }


def _row(desk: Desk, one: Share) -> tuple[Cell, ...]:
    mine = f" ({_('you')})" if one.position == desk.position.pk else ""
    who = f"{one.name}{mine}, {label('role', one.capacity)}, {one.organisation}"
    return (Cell(who), *(Cell(number(count), tone="" if count else "soft") for count in one.numbers))


def _statuses(region: OfRegion) -> list[tuple[Cell, ...]]:
    """What is over is told by year (`outcomes`): a number of all that ever ended would give away those of this year."""
    codes: Iterable[str] = ("initiated", "accepted", "in_progress", "closing")
    return [(Cell(sentence(label("status", code))), Cell(told(region.statuses.get(code, 0)))) for code in codes]


def _signals(region: OfRegion) -> list[tuple[Cell, ...]]:
    return [(Cell(view_label(view)), Cell(_signal(region, view))) for view in SHOWN if view is not View.ALL]


def _hand_overs(desk: Desk) -> tuple[Cell, ...]:
    """In how many cases of the region nobody noted the hand-over after an advice Welfare yet (AT-219)."""
    waiting = Signal.objects.filter(kind=SignalKind.HAND_OVER_OPEN, handled_at__isnull=True)
    files = waiting.filter(file__in=Case.objects.filter(region=desk.position.region_id).values("file_id"))
    return Cell(_("Hand-over after an advice Welfare still open")), Cell(told(files.values("file").distinct().count()))


def _signal(region: OfRegion, view: View) -> str:
    """A number as it is told: one that is also the whole region would give away the one status that is not told."""
    count, whole = region.numbers[view], region.numbers[View.ALL]
    hidden = any(is_few(number) for number in region.statuses.values())
    return _("not shown") if hidden and SMALLEST <= count == whole else told(count, whole)
