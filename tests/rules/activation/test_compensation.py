"""The compensation of the care partnership: 100, 60 or 0 percent, with the rule and the reason."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    BOTH,
    FINAL_ADVICE,
    FINAL_REPORT,
    FIRST_MEETING,
    IN_PROGRESS,
    INITIATED,
    READY_FOR_ADVICE,
    REFERRED,
    on,
    started_on,
    stopped,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.compensation import REASONS, Compensation
from vlechtwerk.rules.activation.terms import Advice, StopGround, StopManner
from vlechtwerk.rules.kernel import Event


def _compensation(day: date, *events: Event) -> Compensation:
    told = on(day, *events).extra["compensation"]
    assert isinstance(told, Compensation)
    return told


def _class(day: date, *events: Event) -> tuple[int | None, str, str]:
    """Percentage, reason and rule on a day."""
    told = _compensation(day, *events)
    (code,) = (code for code, text in REASONS.items() if text == told.share.reason)
    return told.share.percent, code, told.rule.id


def _advised(start: date, end: date, advice: Advice) -> tuple[Event, ...]:
    """A trajectory that was completed with this advice, everything registered jointly on the last day."""
    return (
        *started_on(start),
        e.NoInternshipMotivated(end),
        e.LastReportRegistered(end),
        e.CoordinatorWarned(end),
        e.IcfCompleted(end, 43),
        e.MediationAdviceRegistered(end, advice),
        e.FinalReportRegistered(end, joint=True),
        e.FinalAdviceRegistered(end, advice, BOTH),
    )


APRIL_7 = date(2026, 4, 7)
JUNE_29 = date(2027, 6, 29)
REMOVED = e.StopDecided(date(2027, 1, 20), StopManner.CONTINGENT_REMOVAL)
REFUSED = e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL)


@pytest.mark.rule("AT-020")
@pytest.mark.rule("AT-021")
@pytest.mark.parametrize(
    ("events", "end", "expected"),
    [
        (_advised(APRIL_7, JUNE_29, Advice.NEC), JUNE_29, (100, "complete", "AT-020")),
        (_advised(APRIL_7, date(2026, 7, 7), Advice.SEC), date(2026, 7, 7), (100, "complete", "AT-020")),
        (
            (*started_on(date(2026, 1, 15)), *stopped(date(2026, 4, 15))),
            date(2026, 4, 15),
            (60, "early_stop", "AT-021"),
        ),
        ((*started_on(date(2026, 1, 15)), *stopped(date(2026, 4, 14))), date(2026, 4, 14), (0, "short", "AT-021")),
        (
            (*started_on(date(2025, 11, 30)), *stopped(date(2026, 2, 28))),
            date(2026, 2, 28),
            (60, "early_stop", "AT-021"),
        ),
        (started_on(APRIL_7), date(2028, 5, 8), (0, "automatic", "AT-206")),
        ((*started_on(APRIL_7), REMOVED), date(2027, 1, 20), (0, "cancelled", "AT-236")),
        ((*READY_FOR_ADVICE, FINAL_ADVICE), JUNE_29, (0, "incomplete", "AT-020")),
        (_advised(APRIL_7, JUNE_29, Advice.WELFARE), JUNE_29, (100, "complete", "AT-020")),
        ((REFERRED, FIRST_MEETING, REFUSED), date(2026, 3, 20), (0, "not_started", "AT-107")),
    ],
    ids=list("ABCDEFGHIJ"),
)
def test_the_worked_examples_of_the_compensation(
    events: tuple[Event, ...], end: date, expected: tuple[int, str, str]
) -> None:
    assessment = on(end, *events)
    assert (assessment.refused, assessment.status.since) == ((), end)
    assert _class(end, *events) == expected


@pytest.mark.rule("AT-018")
@pytest.mark.parametrize(
    ("history", "day"),
    [
        ((), date(2026, 2, 1)),
        (INITIATED, date(2026, 2, 2)),
        (ACCEPTED, date(2026, 2, 19)),
        (IN_PROGRESS, date(2026, 4, 7)),
        (IN_PROGRESS, date(2028, 4, 7)),
        (IN_PROGRESS, date(2028, 5, 7)),
    ],
)
def test_a_trajectory_that_is_not_over_gives_no_class(history: tuple[Event, ...], day: date) -> None:
    assert _class(day, *history) == (None, "running", "AT-018")


@pytest.mark.rule("AT-020")
@pytest.mark.parametrize("advice", list(Advice))
def test_the_outcome_makes_no_difference(advice: Advice) -> None:
    assert _class(JUNE_29, *_advised(APRIL_7, JUNE_29, advice)) == (100, "complete", "AT-020")


@pytest.mark.rule("AT-020")
def test_a_report_that_is_not_joint_does_not_count_until_a_joint_one_completes_it() -> None:
    alone = (*READY_FOR_ADVICE, e.FinalReportRegistered(JUNE_29), FINAL_ADVICE)
    completed = (*alone, e.FinalReportRegistered(date(2027, 8, 10), joint=True))
    assert _class(date(2027, 8, 9), *completed) == (0, "incomplete", "AT-020")
    assert _class(date(2027, 8, 10), *completed) == (100, "complete", "AT-020")


@pytest.mark.rule("AT-020")
def test_a_late_report_still_counts_in_full() -> None:
    late = (*READY_FOR_ADVICE, FINAL_ADVICE, e.FinalReportRegistered(date(2027, 8, 10), joint=True))
    assert _class(date(2027, 8, 10), *late) == (100, "complete", "AT-020")


@pytest.mark.rule("AT-020")
def test_a_joint_report_is_not_undone_by_another_one() -> None:
    again = e.FinalReportRegistered(date(2027, 7, 1))
    assessment = on(date(2027, 7, 1), *READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE, again)
    assert (assessment.refused, assessment.facts.final_report_on) == ((), JUNE_29)
    assert _class(date(2027, 7, 1), *READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE, again)[0] == 100


@pytest.mark.rule("AT-021")
@pytest.mark.parametrize(
    ("asked_on", "expected"),
    [(date(2026, 7, 6), (0, "short", "AT-021")), (date(2026, 7, 7), (60, "early_stop", "AT-021"))],
)
def test_the_day_of_the_request_decides_about_the_three_months(asked_on: date, expected: tuple[int, str, str]) -> None:
    assert _class(date(2026, 8, 20), *IN_PROGRESS, *stopped(asked_on, date(2026, 8, 20))) == expected


@pytest.mark.rule("AT-021")
def test_interruptions_and_suspended_care_are_not_subtracted() -> None:
    suspended = e.CareSuspended(date(2026, 4, 8))
    assert _class(date(2026, 7, 7), *IN_PROGRESS, suspended, *stopped(date(2026, 7, 7)))[0] == 60


@pytest.mark.rule("AT-107")
def test_a_stop_before_the_mediation_started_gives_nothing() -> None:
    assert _class(date(2026, 9, 1), *ACCEPTED, *stopped(date(2026, 9, 1))) == (0, "not_started", "AT-107")


@pytest.mark.rule("AT-021")
def test_a_stop_asked_before_the_mediation_started_has_no_duration() -> None:
    asked = e.StopRequested(date(2026, 4, 1), StopGround.AT_WORK, BOTH)
    decided = e.StopDecided(date(2026, 8, 20), StopManner.EARLY_STOP)
    assert _class(date(2026, 8, 20), *IN_PROGRESS, asked, decided) == (0, "short", "AT-021")


@pytest.mark.rule("AT-236")
def test_a_removal_within_three_months_is_told_as_too_short() -> None:
    removed = e.StopDecided(date(2026, 5, 1), StopManner.CONTINGENT_REMOVAL)
    assert _class(date(2026, 5, 1), *IN_PROGRESS, removed) == (0, "short", "AT-021")
    later = e.StopDecided(date(2026, 7, 7), StopManner.CONTINGENT_REMOVAL)
    assert _class(date(2026, 7, 7), *IN_PROGRESS, later) == (0, "cancelled", "AT-236")


@pytest.mark.rule("AT-206")
def test_an_automatic_end_with_a_joint_report_but_without_advice_gives_nothing() -> None:
    assert _class(date(2028, 5, 8), *READY_FOR_ADVICE, FINAL_REPORT) == (0, "automatic", "AT-206")
