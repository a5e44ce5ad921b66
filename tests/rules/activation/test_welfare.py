"""The yearly review of an advice Welfare."""

from datetime import date

import pytest

from tests.rules.histories import BOTH, FINAL_ADVICE, READY_FOR_ADVICE, on, owed, started_on, tried
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event


def _welfare(day: date) -> tuple[Event, ...]:
    """A trajectory that ended with an advice Welfare on `day`."""
    return (
        *READY_FOR_ADVICE,
        e.MediationAdviceRegistered(day, Advice.WELFARE),
        e.FinalAdviceRegistered(day, Advice.WELFARE, BOTH),
    )


WELFARE = _welfare(date(2027, 7, 2))


def _reviews(day: date, *events: Event) -> list[tuple[int, date, State]]:
    return [(one.due.number, one.by, one.state) for one in owed(on(day, *events), "welfare_review")]


@pytest.mark.rule("AT-217")
def test_an_advice_welfare_is_reviewed_after_a_year() -> None:
    assert _reviews(date(2028, 7, 2), *WELFARE) == [(1, date(2028, 7, 2), State.OPEN)]
    assert _reviews(date(2028, 7, 3), *WELFARE) == [(1, date(2028, 7, 2), State.LATE)]


@pytest.mark.rule("AT-217")
def test_the_next_review_follows_a_year_after_the_previous_one() -> None:
    reviewed = (*WELFARE, e.WelfareReviewed(date(2028, 6, 15)))
    assert _reviews(date(2028, 6, 15), *reviewed) == [
        (1, date(2028, 7, 2), State.MET),
        (2, date(2029, 6, 15), State.OPEN),
    ]


@pytest.mark.rule("AT-217")
def test_a_review_tells_from_what_it_is_counted() -> None:
    reviewed = (*WELFARE, e.WelfareReviewed(date(2028, 6, 15)))
    told = owed(on(date(2028, 6, 15), *reviewed), "welfare_review")
    assert [one.due.by.steps[0].fact for one in told] == ["final_advice_registered", "welfare_reviewed"]
    assert all(one.rule.signal for one in told)


@pytest.mark.rule("AT-217")
def test_a_year_after_29_february_is_28_february() -> None:
    leap_day = date(2028, 2, 29)
    ended = (
        *started_on(date(2027, 4, 7)),
        e.NoInternshipMotivated(leap_day),
        e.LastReportRegistered(leap_day),
        e.CoordinatorWarned(leap_day),
        e.IcfCompleted(leap_day, 43),
        e.MediationAdviceRegistered(leap_day, Advice.WELFARE),
        e.FinalAdviceRegistered(leap_day, Advice.WELFARE, BOTH),
    )
    assert _reviews(leap_day, *ended) == [(1, date(2029, 2, 28), State.OPEN)]


@pytest.mark.rule("AT-217")
def test_only_an_advice_welfare_is_reviewed() -> None:
    review = e.WelfareReviewed(date(2028, 6, 15))
    assert tried(WELFARE, review) == set()
    assert tried((*READY_FOR_ADVICE, FINAL_ADVICE), review) == {"AT-217"}
    assert tried(READY_FOR_ADVICE, e.WelfareReviewed(date(2027, 7, 1))) == {"AT-217"}
    assert not _reviews(date(2028, 6, 15), *READY_FOR_ADVICE, FINAL_ADVICE)
