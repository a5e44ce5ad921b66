"""Lists of cases with what is due: a constant number of queries, whatever the number of cases in the database.

A list starts from the involvement of the position (some hundred files), never from the cases. What comes next in each case
is looked up in an index that holds only what is still to be done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from vlechtwerk.history.models import Case, Obligation, status_code_on
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.assessment import Status
from vlechtwerk.rules.roles import Role, acts_as


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody wants to see of the own cases. Empty fields leave nothing out.

    `late` keeps the cases in which something is late, `mine` those in which the position itself owes something. Signals are
    no obligations of the handbook and count only with `signals`.
    """

    status: str = ""
    name: str = ""
    late: bool = False
    mine: bool = False
    signals: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A case in a list: its status today and the first thing that is still to be done, if any."""

    case: Case
    status: Status
    next: Obligation | None
    today: date

    @property
    def is_late(self) -> bool:
        """Whether the first thing to be done is late."""
        return self.next is not None and self.next.is_late_on(self.today)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the own cases have a status, and in how many of those something is late."""

    status: str
    cases: int
    late: int


NOTHING = Filters()


def worklist(position: Position, today: date, filters: Filters = NOTHING) -> QuerySet[Case]:
    """The cases that a position sees today, the most pressing first: what is late, then what is due, then the rest.

    Each case carries `status_then` (the code of its status today) and `next_due_on` (None when nothing is to be done). Slice
    it before asking for `lines`.
    """
    first = _to_do(position, today, filters).filter(case=OuterRef("pk")).order_by("due_on")
    cases = Case.objects.visible_to(position, today).select_related("file__person", "region")
    found = cases.annotate(status_then=status_code_on(today), next_due_on=Subquery(first.values("due_on")[:1]))
    if filters.status:
        found = found.filter(status_then=filters.status)
    if name := search_key(filters.name):
        found = found.filter(file__person__search_key__contains=name)
    if filters.late:
        found = found.filter(next_due_on__lt=today)
    if filters.mine:
        found = found.filter(next_due_on__isnull=False)
    return found.order_by(F("next_due_on").asc(nulls_last=True), "pk")


def lines(cases: Iterable[Case], position: Position, today: date, filters: Filters = NOTHING) -> list[Line]:
    """The lines of one page of a worklist, with one more query for what comes next in each case."""
    page = list(cases)
    to_do = _to_do(position, today, filters).filter(case__in=[case.pk for case in page])
    next_of = {one.case_id: one for one in to_do.order_by("case", "due_on", "number").distinct("case")}
    return [Line(case, case.status_on(today), next_of.get(case.pk), today) for case in page]


def tallies(position: Position, today: date) -> list[Tally]:
    """The own cases counted by status, in one query."""
    late = Obligation.objects.open_on(today).filter(case=OuterRef("pk"), due_on__lt=today, signal=False)
    cases = Case.objects.visible_to(position, today)
    marked = cases.annotate(status_then=status_code_on(today), has_late=Exists(late))
    counted = marked.order_by("status_then").values_list("status_then")
    found = counted.annotate(count=Count("pk"), late=Count("pk", filter=Q(has_late=True)))
    return [Tally(status, count, of_these_late) for status, count, of_these_late in found]


def _to_do(position: Position, today: date, filters: Filters) -> QuerySet[Obligation]:
    """What is still to be done and counts under these filters."""
    found = Obligation.objects.open_on(today)
    if not filters.signals:
        found = found.filter(signal=False)
    if filters.mine:
        found = found.filter(owner__in=sorted(acts_as(Role(position.role))))
    return found
