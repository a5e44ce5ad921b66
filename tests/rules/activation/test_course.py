"""The course of a trajectory: every status that it had until a day."""

from datetime import date

import pytest

from tests.rules.histories import FINAL_ADVICE, FINAL_REPORT, IN_PROGRESS, READY_FOR_ADVICE, STARTED, stopped
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.course import statuses
from vlechtwerk.rules.kernel import Event


def codes(day: date, *events: Event) -> list[tuple[str | None, date | None]]:
    """Every status with the day from which it holds."""
    return [(one.code, one.since) for one in statuses(ACTIVATION, events, day)]


@pytest.mark.rule("AT-132")
def test_a_trajectory_with_advice_passes_four_statuses() -> None:
    assert codes(date(2027, 7, 1), *READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE) == [
        ("initiated", date(2026, 2, 2)),
        ("accepted", date(2026, 2, 19)),
        ("in_progress", date(2026, 4, 7)),
        ("ended", date(2027, 6, 29)),
    ]


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 4, 6), "accepted"),
        (date(2026, 4, 7), "in_progress"),
        (date(2028, 4, 6), "in_progress"),
        (date(2028, 4, 7), "closing"),
        (date(2028, 5, 7), "closing"),
        (date(2028, 5, 8), "ended"),
    ],
)
def test_a_status_that_comes_by_itself_is_there_from_its_day(day: date, last: str) -> None:
    assert codes(day, *IN_PROGRESS)[-1][0] == last


def test_what_changed_by_itself_twice_before_the_day_is_told_twice() -> None:
    assert codes(date(2029, 1, 1), *IN_PROGRESS)[-2:] == [("closing", date(2028, 4, 7)), ("ended", date(2028, 5, 8))]


def test_what_changed_by_itself_before_an_event_is_told_before_it() -> None:
    told = codes(date(2028, 4, 20), *IN_PROGRESS, *stopped(date(2028, 4, 20)))
    assert told[-2:] == [("closing", date(2028, 4, 7)), ("ended", date(2028, 4, 20))]


def test_an_event_that_is_refused_changes_no_status() -> None:
    assert codes(date(2026, 4, 7), IN_PROGRESS[0], STARTED) == [("initiated", date(2026, 2, 2))]


def test_before_the_first_event_there_is_no_status() -> None:
    assert codes(date(2026, 2, 1), *IN_PROGRESS) == []
