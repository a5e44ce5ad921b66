"""How the trajectories of a region ended, by year: every final advice counts as completed, Welfare as much as work (AT-005).

Only years that are over are told, and only some time after their end. So no number moves on the day on which one trajectory
ends, and the numbers of two years have nobody in common. A correction of an earlier year still moves its numbers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.few import MANY, PAIRS, SMALLEST, ToldAdvices, is_few, told_advices
from vlechtwerk.rules.activation.duties.outcome import welfare_counts_as_completed
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.calendar import months
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import label, number
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Cell, Column
from vlechtwerk.worklist import statements

READERS = CASE_MANAGERS | {Role.NETWORK_COORDINATOR, Role.CARE_PARTNERSHIP_CONTACT}
"""Who gets the report: the people who carry the trajectories of the region."""
SETTLED = months(2)
"""How long after the end of a year its numbers are told: by then what ended late in the year is registered."""
YEARS = 3
"""How many years are told; long before a trajectory is erased it is not among them any more."""
WITHOUT_ADVICE = ("early_stop", "automatic", "contingent_removal", "refusal")
"""The ways to end that are no final advice, by the code that the rules give them."""


@dataclass(frozen=True)
class Year:
    """How many trajectories of a region ended in a year: by final advice, and by each way without one."""

    year: int
    advices: Mapping[Advice, int]
    others: Mapping[str, int]

    @property
    def told(self) -> ToldAdvices:
        """What is told of the advices."""
        return told_advices(self.advices)


def years_told(today: date) -> range:
    """The years of which the numbers are told on a day."""
    last = today.year - 1 if today >= SETTLED.after(date(today.year, 1, 1)) else today.year - 2
    return range(last - YEARS + 1, last + 1)


def years(position: Position, today: date) -> list[Year]:
    """The numbers of the region of a position, from the first year in which a trajectory ended; one statement."""
    told = years_told(today)
    values: dict[str, Any] = {"region": position.region_id, "today": today, "first": told[0], "last": told[-1]}
    with connection.cursor() as cursor:
        cursor.execute(statements.OUTCOMES, values)
        rows = cursor.fetchall()
    found = [_year(year, {code: count for of, code, count in rows if of == year}) for year in told]
    return [one for one in found if one.year >= min((row[0] for row in rows), default=told[-1] + 1)]


def _year(year: int, counts: Mapping[str, int]) -> Year:
    advices = {advice: counts.get(advice.value, 0) for advice in Advice}
    return Year(year, advices, Counter({code: counts.get(code, 0) for code in WITHOUT_ADVICE}))


def table(found: list[Year]) -> Iterator[tuple[str, ...]]:
    """The rows of the report: what it is, and its number in each year as it is told."""
    told = [one.told for one in found]
    yield (_("Completed with a final advice"), *(_told(one.completed) for one in told))
    for pair, name in zip(PAIRS, (_("Paid work"), _("Work-like activities or welfare")), strict=True):
        yield (name, *(_told(one.pairs.get(pair)) for one in told))
        for advice in pair:
            yield (_advice(advice), *(_told(one.advices.get(advice)) for one in told))
    for code in WITHOUT_ADVICE:
        yield (_way(code), *(_told(None if is_few(one.others[code]) else one.others[code]) for one in found))


def _advice(advice: Advice) -> str:
    return _("Advice: %(advice)s") % {"advice": label("advice", advice)}


def _way(code: str) -> str:
    names = {
        "early_stop": _("Early stop, without a final advice"),
        "automatic": _("Ended by itself, without a final advice"),
        "contingent_removal": _("Removed from the contingent"),
        "refusal": _("Not started"),
    }
    return names[code]


def _told(count: int | None) -> str:
    return _("not shown") if count is None else number(count)


def headings(found: list[Year]) -> list[str]:
    """The names of the columns."""
    return [sentence(_("how the trajectory ended")), *(str(one.year) for one in found)]


def page_of(position: Position, today: date) -> dict[str, Any]:
    """Everything on the page."""
    found = years(position, today)
    name, *of_years = headings(found)
    return {
        "region": position.region.name,
        "why": why(BOOK.rule_of(welfare_counts_as_completed)),
        "columns": [Column(name), *(Column(year, numeric=True) for year in of_years)],
        "rows": [tuple(Cell(text) for text in row) for row in table(found)] if found else [],
        "last": years_told(today)[-1],
        "next_on": SETTLED.after(date(years_told(today)[-1] + 2, 1, 1)),
        "smallest": SMALLEST,
        "many": MANY,
    }
