"""My cases with what is due first: three queries, whatever the number of cases.

A list starts from the files of the position (some hundreds), never from all cases, and looks up what comes next in an index
that holds only what is still to be done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from vlechtwerk.history.models import Case, Obligation, status_code_on
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.assessment import Status
from vlechtwerk.rules.roles import Role, acts_as

SOON = timedelta(days=14)
OVER = ("ended", "cancelled")
PAGE = 50


class View(StrEnum):
    """A part of the own cases: all that are alive, or only those that ask something."""

    ALL = "all"
    MINE = "mine"
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see. `status` also finds what is over; without it a case that is over and done with is left out."""

    view: View = View.ALL
    status: str = ""
    name: str = ""
    page: int = 1


@dataclass(frozen=True)
class Line:
    """A case in the list with what is still to be done in it, what is due first in front."""

    case: Case
    status: Status
    to_do: tuple[Obligation, ...]
    signals: int

    @cached_property
    def next(self) -> Obligation | None:
        """What is due first; None when nothing is."""
        return self.to_do[0] if self.to_do else None


@dataclass(frozen=True)
class Counts:
    """The number of own cases for each status (code) and view; `whole` counts those that are over and done with too."""

    cells: dict[str, dict[View, int]]
    whole: dict[str, int]

    def of(self, view: View, status: str = "") -> int:
        """How many cases the list has in a view, of one status or of all."""
        if view is View.ALL and status:
            return self.whole.get(status, 0)
        return sum(counts[view] for code, counts in self.cells.items() if status in ("", code))


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose list it is, and on which day."""

    position: Position
    today: date

    @property
    def owners(self) -> list[str]:
        """The capacities for which the position acts."""
        return sorted(acts_as(Role(self.position.role)))

    def cases(self) -> QuerySet[Any]:
        """The own cases with their status today (`status_then`) and the date of what is due first.

        `next_due_on` is that date whoever owes it, `mine_due_on` the first for which the position itself is the owner.
        """
        to_do = Obligation.objects.open_on(self.today).filter(case=OuterRef("pk"), signal=False).order_by("due_on")
        dates = to_do.values("due_on")
        return Case.objects.visible_to(self.position, self.today).annotate(
            status_then=status_code_on(self.today),
            next_due_on=Subquery(dates[:1]),
            mine_due_on=Subquery(dates.filter(owner__in=self.owners)[:1]),
        )

    @property
    def waits_for_me(self) -> Q:
        """Cases in which the position itself is next, or has something to do that is late or due soon."""
        return Q(mine_due_on__lte=F("next_due_on")) | Q(mine_due_on__lte=self.today + SOON)

    @property
    def waits_for_others(self) -> Q:
        """The opposite; written out, because in a database the opposite of unknown is unknown."""
        later = Q(mine_due_on__gt=F("next_due_on")) & Q(mine_due_on__gt=self.today + SOON)
        return Q(mine_due_on__isnull=True) | later

    def condition(self, view: View) -> Q:
        """Which cases belong to a view."""
        match view:
            case View.ALL:
                return ~Q(status_then__in=OVER) | Q(next_due_on__isnull=False)
            case View.MINE:
                return self.waits_for_me
            case View.LATE:
                return Q(next_due_on__lt=self.today)
            case View.SOON:
                return Q(next_due_on__range=(self.today, self.today + SOON))
            case View.WAITING:
                return Q(next_due_on__isnull=False) & self.waits_for_others


def worklist(desk: Desk, wanted: Wanted) -> list[Line]:
    """One page of the list, the most pressing case first; one line more than a page when there is a next page."""
    found = desk.cases().select_related("file__person")
    if wanted.status:
        found = found.filter(status_then=wanted.status)
    if wanted.view is not View.ALL or not (wanted.status or wanted.name):
        found = found.filter(desk.condition(wanted.view))
    if name := search_key(wanted.name):
        person = "file__person__search_key"
        found = found.filter(Q(**{f"{person}__startswith": name}) | Q(**{f"{person}__contains": f" {name}"}))
    first = (wanted.page - 1) * PAGE
    due = F("mine_due_on" if wanted.view is View.MINE else "next_due_on")
    return _lines(desk, found.order_by(due.asc(nulls_last=True), "pk")[first : first + PAGE + 1], wanted.view)


def counts(desk: Desk) -> Counts:
    """How many own cases there are, by status and view."""
    numbers = {view.value: Count("pk", filter=desk.condition(view)) for view in View}
    rows = list(desk.cases().order_by("status_then").values_list("status_then").annotate(whole=Count("pk"), **numbers))
    return Counts(
        cells={code: dict(zip(View, of_status, strict=True)) for code, _whole, *of_status in rows},
        whole={code: whole for code, whole, *_of_status in rows},
    )


def _lines(desk: Desk, cases: Iterable[Case], view: View) -> list[Line]:
    """The lines of these cases, with one more query for what is still to be done in them."""
    page = list(cases)
    open_now = Obligation.objects.open_on(desk.today).filter(case__in=[case.pk for case in page])
    of_case: dict[object, list[Obligation]] = {case.pk: [] for case in page}
    for one in open_now.order_by("due_on", "number"):
        of_case[one.case_id].append(one)
    return [_line(desk, case, of_case[case.pk], view) for case in page]


def _line(desk: Desk, case: Case, open_now: list[Obligation], view: View) -> Line:
    owed = tuple(one for one in open_now if not one.signal)
    if view is View.MINE:
        owed = tuple(one for one in owed if one.owner in desk.owners)
    return Line(case, case.status_on(desk.today), owed, signals=sum(one.signal for one in open_now))
