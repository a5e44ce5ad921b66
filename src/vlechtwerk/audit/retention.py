"""How long the record is kept: as a dated choice with its source, and nothing is removed by this program."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop


@dataclass(frozen=True, slots=True)
class Retention:
    """From a day on, lines stay for at least so many years; the source tells where that comes from."""

    years: int
    valid_from: date
    source: str


TERMS: tuple[Retention, ...] = (
    Retention(
        5,
        date(2026, 11, 21),
        gettext_noop("the practice of NEN for looks at health data; no Belgian term was found"),
    ),
)
"""The terms in order of the day from which they hold. A deployment that finds a legal term adds it here with its source."""


def retention_on(day: date) -> Retention | None:
    """The term that holds on a day; None before the first one."""
    return next((one for one in reversed(TERMS) if one.valid_from <= day), None)
