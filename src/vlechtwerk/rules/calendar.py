"""Terms and how they are counted: calendar days, weeks, clipped months, years and Belgian working days.

Dates are local dates of Europe/Brussels. The day of the start event is day 0: "within 28 days" is met on day 28. A week is
seven calendar days. "N months after" is the same day number N months later, or the last day of that month when it is shorter
(31 August plus 18 months is 28 February); a milestone is reached on that date itself. Terms are never moved for a weekend or
a holiday unless a rule says so.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dateutil.easter import easter

ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a term is counted in."""

    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time as a handbook words it: a count (whole number, negative for a lead time) and a unit."""

    count: int
    unit: Unit

    def after(self, day: date) -> date:
        """The last day of the term that starts on `day` (day 0)."""
        match self.unit:
            case Unit.CALENDAR_DAYS:
                return day + timedelta(days=self.count)
            case Unit.WEEKS:
                return day + timedelta(weeks=self.count)
            case Unit.MONTHS:
                return months_after(day, self.count)
            case Unit.YEARS:
                return years_after(day, self.count)
            case Unit.WORKING_DAYS:
                return working_days_after(day, self.count)


def calendar_days(count: int) -> Term:
    """A term in calendar days."""
    return Term(count, Unit.CALENDAR_DAYS)


def weeks(count: int) -> Term:
    """A term in weeks of seven calendar days."""
    return Term(count, Unit.WEEKS)


def months(count: int) -> Term:
    """A term in clipped months."""
    return Term(count, Unit.MONTHS)


def years(count: int) -> Term:
    """A term in years; 29 February becomes 1 March in a year without it."""
    return Term(count, Unit.YEARS)


def working_days(count: int) -> Term:
    """A term in Belgian working days."""
    return Term(count, Unit.WORKING_DAYS)


@lru_cache(maxsize=4096)
def months_after(day: date, count: int) -> date:
    """The same day number `count` months later (or earlier), clipped to the last day of that month."""
    years_on, month_index = divmod(day.month - 1 + count, 12)
    year, month = day.year + years_on, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def years_after(day: date, count: int) -> date:
    """The same date `count` years later; 29 February gives 1 March in a year without a leap day."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return date(day.year + count, 3, 1)


def at_least_months(start: date, end: date, count: int) -> bool:
    """Whether `count` full months have passed on `end` since `start`: true from the milestone date itself."""
    return end >= months_after(start, count)


def months_and_days(start: date, end: date) -> tuple[int, int]:
    """The duration from `start` to `end` in full clipped months and remaining calendar days."""
    full = (end.year - start.year) * 12 + end.month - start.month
    if months_after(start, full) > end:
        full -= 1
    return full, (end - months_after(start, full)).days


FIXED_HOLIDAYS = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
"""Month and day of the public holidays that have a fixed date."""
DAYS_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension and Whit Monday, in days after Easter Sunday."""


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """The ten Belgian public holidays of a year; regional days such as 11 July are working days."""
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in DAYS_AFTER_EASTER)
    return frozenset((*moving, *(date(year, month, day) for month, day in FIXED_HOLIDAYS)))


def is_working_day(day: date) -> bool:
    """Monday to Friday and no Belgian public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after `day` (which itself is day 0, whatever kind of day it is), or before it."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def next_working_day(day: date) -> date:
    """`day` itself when it is a working day, else the first working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_day_before(day: date) -> date:
    """`day` itself when it is a working day, else the last working day before it: the target inside a term."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


class Step(NamedTuple):
    """One step of a computation: where the date came from.

    `fact` names the start fact or the reason of a choice; `term` is what was counted to reach `on`.
    """

    on: date
    fact: str | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A date together with the steps that led to it, so that every date on screen can tell how it was counted."""

    steps: tuple[Step, ...]

    @property
    def on(self) -> date:
        """The date that was reckoned."""
        return self.steps[-1].on

    @property
    def start(self) -> date:
        """The date of the start fact."""
        return self.steps[0].on

    def plus(self, term: Term) -> "Reckoning":
        """The same reckoning, one term further."""
        return Reckoning((*self.steps, Step(term.after(self.on), None, term)))

    def moved(self, fact: str, day: date) -> "Reckoning":
        """The same reckoning, moved to another day for a named reason (nothing is added when the day is the same)."""
        return self if day == self.on else Reckoning((*self.steps, Step(day, fact)))


def since(fact: str, day: date) -> Reckoning:
    """Start reckoning from a fact (its name) on its day."""
    return Reckoning((Step(day, fact),))


def earliest(candidates: Iterable[Reckoning]) -> Reckoning:
    """The reckoning with the earliest date; the first of them when several give the same date."""
    return min(candidates, key=lambda reckoning: reckoning.on)
