"""Counting terms: day 0, clipped months, working days, and dates that tell how they were counted."""

from datetime import date

import pytest

from vlechtwerk.rules.calendar import (
    Reckoning,
    Step,
    Term,
    at_least_months,
    calendar_days,
    earliest,
    is_working_day,
    months,
    months_after,
    months_and_days,
    next_working_day,
    since,
    weeks,
    working_day_before,
    working_days,
    working_days_after,
    years,
    years_after,
)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        (date(2025, 12, 3), calendar_days(28), date(2025, 12, 31)),
        (date(2025, 11, 20), weeks(6), date(2026, 1, 1)),
        (date(2025, 10, 10), calendar_days(15), date(2025, 10, 25)),
        (date(2026, 3, 31), months(6), date(2026, 9, 30)),
        (date(2025, 8, 31), months(18), date(2027, 2, 28)),
        (date(2025, 11, 30), months(3), date(2026, 2, 28)),
        (date(2026, 4, 3), weeks(4), date(2026, 5, 1)),
        (date(2028, 4, 7), months(1), date(2028, 5, 7)),
        (date(2026, 4, 7), calendar_days(0), date(2026, 4, 7)),
        (date(2026, 4, 7), years(2), date(2028, 4, 7)),
    ],
)
def test_a_term_starts_on_day_0_and_is_never_moved_for_a_weekend_or_a_holiday(
    start: date, term: Term, end: date
) -> None:
    assert term.after(start) == end


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 2, 28), 1, date(2026, 3, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 10, 7), -1, date(2027, 9, 7)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_keep_the_day_number_or_end_on_the_last_day_of_the_month(start: date, count: int, end: date) -> None:
    assert months_after(start, count) == end


def test_a_term_in_days_can_be_a_lead_time() -> None:
    assert calendar_days(-60).after(date(2027, 10, 7)) == date(2027, 8, 8)


def test_29_february_becomes_1_march_in_a_year_without_it() -> None:
    assert years_after(date(2028, 2, 29), 1) == date(2029, 3, 1)
    assert years_after(date(2028, 2, 29), 4) == date(2032, 2, 29)


@pytest.mark.parametrize(
    ("end", "reached"),
    [(date(2026, 7, 6), False), (date(2026, 7, 7), True), (date(2026, 7, 8), True)],
)
def test_three_months_are_full_on_the_same_day_number(end: date, reached: bool) -> None:
    assert at_least_months(date(2026, 4, 7), end, 3) is reached


@pytest.mark.rule("AT-121")
@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        (date(2026, 4, 7), date(2027, 6, 29), (14, 22)),
        (date(2026, 2, 2), date(2027, 6, 29), (16, 27)),
        (date(2026, 1, 15), date(2026, 4, 15), (3, 0)),
        (date(2026, 1, 15), date(2026, 4, 14), (2, 30)),
        (date(2025, 11, 30), date(2026, 2, 28), (3, 0)),
        (date(2026, 4, 7), date(2028, 5, 8), (25, 1)),
        (date(2026, 4, 7), date(2027, 1, 20), (9, 13)),
        (date(2026, 4, 7), date(2026, 7, 6), (2, 29)),
        (date(2026, 4, 7), date(2026, 8, 20), (4, 13)),
        (date(2026, 4, 7), date(2028, 4, 6), (23, 30)),
        (date(2026, 4, 7), date(2026, 4, 7), (0, 0)),
    ],
)
def test_a_length_is_told_in_full_months_and_remaining_days(start: date, end: date, length: tuple[int, int]) -> None:
    assert months_and_days(start, end) == length


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 4, 3), True),
        (date(2026, 4, 4), False),
        (date(2026, 4, 5), False),
        (date(2026, 4, 6), False),
        (date(2026, 4, 7), True),
        (date(2026, 5, 1), False),
        (date(2026, 5, 13), True),
        (date(2026, 5, 14), False),
        (date(2026, 5, 15), True),
        (date(2026, 5, 25), False),
        (date(2026, 5, 26), True),
        (date(2026, 7, 11), False),
        (date(2025, 8, 14), True),
        (date(2025, 8, 15), False),
        (date(2025, 7, 11), True),
        (date(2026, 7, 21), False),
        (date(2026, 11, 11), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), True),
    ],
)
def test_working_days_are_monday_to_friday_without_the_belgian_holidays(day: date, working: bool) -> None:
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 2, 2), 3, date(2026, 2, 5)),
        (date(2026, 4, 2), 1, date(2026, 4, 3)),
        (date(2026, 4, 3), 1, date(2026, 4, 7)),
        (date(2026, 4, 4), 1, date(2026, 4, 7)),
        (date(2026, 4, 3), 5, date(2026, 4, 13)),
        (date(2026, 4, 7), 0, date(2026, 4, 7)),
        (date(2026, 4, 7), -1, date(2026, 4, 3)),
        (date(2026, 4, 8), -1, date(2026, 4, 7)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_working_days_skip_weekends_and_holidays(start: date, count: int, end: date) -> None:
    assert working_days_after(start, count) == end
    assert working_days(count).after(start) == end


def test_the_target_inside_a_term_is_the_working_day_before_it() -> None:
    assert working_day_before(date(2028, 5, 7)) == date(2028, 5, 5)
    assert working_day_before(date(2028, 5, 5)) == date(2028, 5, 5)


def test_the_first_working_day_from_a_day_on_may_be_that_day() -> None:
    assert next_working_day(date(2026, 4, 4)) == date(2026, 4, 7)
    assert next_working_day(date(2026, 4, 7)) == date(2026, 4, 7)


def test_a_reckoning_tells_its_start_its_steps_and_its_date() -> None:
    counted = since("closing_from", date(2028, 4, 7)).plus(months(1)).plus(calendar_days(1))
    assert counted.steps == (
        Step(date(2028, 4, 7), "closing_from", None),
        Step(date(2028, 5, 7), None, months(1)),
        Step(date(2028, 5, 8), None, calendar_days(1)),
    )
    assert (counted.start, counted.on) == (date(2028, 4, 7), date(2028, 5, 8))


def test_a_reckoning_that_is_moved_tells_why() -> None:
    counted = since("last_report_registered", date(2027, 9, 25)).plus(weeks(4))
    moved = counted.moved("maximum_reached", date(2027, 10, 7))
    assert moved.steps == (*counted.steps, Step(date(2027, 10, 7), "maximum_reached", None))


def test_a_reckoning_that_is_moved_to_its_own_date_stays_as_it_is() -> None:
    counted = since("referred", date(2026, 2, 2)).plus(calendar_days(28))
    assert counted.moved("maximum_reached", date(2026, 3, 2)) is counted


def test_of_several_reckonings_the_earliest_holds_and_the_first_of_equals() -> None:
    fixed = since("plan_uploaded", date(2026, 3, 31)).plus(months(12))
    interval = since("evaluation_held", date(2026, 9, 30)).plus(months(6))
    same = since("evaluation_held", date(2026, 9, 30)).plus(months(6))
    assert earliest((fixed, interval, same)) is interval


def test_terms_with_the_same_length_are_equal() -> None:
    assert months(3) == months(3)
    assert months(3) != weeks(3)
    assert isinstance(since("referred", date(2026, 2, 2)), Reckoning)
