"""Twenty years of calendars: our terms against dateutil, leap days, month ends, working days and the change of the clock."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.relativedelta import relativedelta
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.rules.calendar import (
    at_least_months,
    calendar_days,
    is_working_day,
    months_after,
    months_and_days,
    next_working_day,
    weeks,
    working_day_before,
    working_days_after,
    years_after,
)

YEARS = range(2020, 2040)
BRUSSELS = ZoneInfo("Europe/Brussels")
days = st.dates(date(2020, 1, 1), date(2039, 12, 31))
HOLIDAYS = country_holidays("BE", years=range(2019, 2041))


@given(days, st.integers(-60, 60))
def test_months_are_counted_as_dateutil_counts_them(day: date, count: int) -> None:
    assert months_after(day, count) == day + relativedelta(months=count)


def test_every_month_end_and_leap_day_is_counted_as_dateutil_does() -> None:
    ends = [date(year, month, 1) + relativedelta(months=1, days=-1) for year in YEARS for month in range(1, 13)]
    for end in ends:
        for count in (1, 3, 6, 12, 18, 24):
            assert months_after(end, count) == end + relativedelta(months=count)


@given(days, st.integers(0, 20))
def test_years_differ_from_dateutil_only_on_a_leap_day(day: date, count: int) -> None:
    expected = day + relativedelta(years=count)
    if (day.month, day.day) == (2, 29) and expected.day == 28:
        expected = date(expected.year, 3, 1)
    assert years_after(day, count) == expected


@given(days, st.integers(0, 3000))
def test_a_length_in_months_and_days_leads_back_to_the_end(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    full, rest = months_and_days(start, end)
    assert months_after(start, full) + timedelta(days=rest) == end
    assert 0 <= rest < 31
    assert months_after(start, full + 1) > end


@given(days, st.integers(1, 30))
def test_a_number_of_months_is_reached_on_one_day_and_not_the_day_before(start: date, count: int) -> None:
    reached = months_after(start, count)
    assert at_least_months(start, reached, count)
    assert not at_least_months(start, reached - timedelta(days=1), count)


@given(days, st.integers(0, 60))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    left, day = count, start
    while left:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in HOLIDAYS:
            left -= 1
    assert working_days_after(start, count) == day


@given(days.filter(is_working_day), st.integers(0, 60))
def test_going_back_as_many_working_days_leads_to_the_start(start: date, count: int) -> None:
    assert working_days_after(working_days_after(start, count), -count) == start


@given(days)
def test_the_nearest_working_days_enclose_a_day(day: date) -> None:
    before, after = working_day_before(day), next_working_day(day)
    assert before <= day <= after
    assert is_working_day(before)
    assert is_working_day(after)
    assert not any(is_working_day(before + timedelta(days=nth)) for nth in range(1, (after - before).days))


@given(days, st.integers(0, 120))
def test_a_week_is_seven_calendar_days(day: date, count: int) -> None:
    assert weeks(count).after(day) == calendar_days(7 * count).after(day)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 4, 7), 24)])
def test_the_change_of_the_clock_neither_adds_nor_takes_a_day(day: date, hours: int) -> None:
    following = calendar_days(1).after(day)
    midnights = [datetime(one.year, one.month, one.day, tzinfo=BRUSSELS).timestamp() for one in (day, following)]
    assert (midnights[1] - midnights[0]) / 3600 == hours
    assert (following - day).days == 1
    assert months_after(months_after(day, 1), -1) == day
