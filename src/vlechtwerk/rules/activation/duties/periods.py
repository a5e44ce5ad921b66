"""Periods of days in which a mandate, a membership or an assignment holds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included; without `last` it has no end yet."""

    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: "Period") -> bool:
        """Whether both periods have a day in common."""
        return (self.last is None or other.first <= self.last) and (other.last is None or self.first <= other.last)
