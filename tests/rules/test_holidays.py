"""The Belgian public holidays, compared with a library that keeps the holidays of the world."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays

from vlechtwerk.rules.calendar import is_working_day, public_holidays


@pytest.mark.parametrize("year", range(2000, 2101))
def test_the_working_days_of_every_year_are_those_of_the_library(year: int) -> None:
    library = country_holidays("BE", years=year)
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]
    assert [day for day in days if is_working_day(day)] == [
        day for day in days if day.weekday() < 5 and day not in library
    ]


def test_every_year_has_ten_public_holidays() -> None:
    assert len(public_holidays(2026)) == 10


def test_the_public_holidays_do_not_end_with_the_century() -> None:
    assert date(2150, 7, 21) in public_holidays(2150)
