"""The worked calendars of the trajectory, as data: day by day what the status is and what is due when."""

from datetime import date

import pytest

from tests.rules.histories import (
    ALL_THREE,
    BOTH,
    FIRST_MEETING,
    IN_PROGRESS,
    REFERRED,
    obligation,
    on,
    started_on,
    stopped,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice, Domain, InterruptionReason, StopManner
from vlechtwerk.rules.assessment import Assessment, State
from vlechtwerk.rules.calendar import months_and_days
from vlechtwerk.rules.kernel import Event

T1 = (
    *IN_PROGRESS,
    e.ActionStarted(date(2026, 4, 20), Domain.CARE),
    e.ActionStarted(date(2026, 6, 1), Domain.WORK, internship=True),
    e.EvaluationHeld(date(2026, 9, 28), ALL_THREE),
    e.PlanSigned(date(2026, 10, 5), ALL_THREE),
    e.PlanUploaded(date(2026, 10, 5)),
    e.EvaluationHeld(date(2027, 3, 25), ALL_THREE),
    e.LastReportRegistered(date(2027, 6, 1)),
    e.CoordinatorWarned(date(2027, 6, 15)),
    e.IcfCompleted(date(2027, 6, 25), 43),
    e.MediationAdviceRegistered(date(2027, 6, 25), Advice.NEC),
    e.FinalReportRegistered(date(2027, 6, 29), joint=True),
    e.FinalAdviceRegistered(date(2027, 6, 29), Advice.NEC, BOTH),
    e.AccessBlocked(date(2027, 6, 29)),
)
T2 = (
    *IN_PROGRESS,
    e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS),
    e.ExtensionRequested(date(2027, 9, 10), 3, BOTH, necessary_actions=True),
    e.ExtensionDecided(date(2027, 9, 20), granted=True),
)
T3 = (*IN_PROGRESS, *stopped(date(2026, 8, 10), date(2026, 8, 20)))
T4 = (
    *IN_PROGRESS,
    e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS),
    e.ExtensionRequested(date(2027, 9, 10), 6, BOTH, necessary_actions=True),
    e.ExtensionDecided(date(2027, 9, 20), granted=True),
)
T5 = (
    REFERRED,
    FIRST_MEETING,
    e.StartRefused(date(2026, 2, 19)),
    e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL),
)


def _percent(assessment: Assessment) -> int | None:
    percent = assessment.extra["compensation"].share.percent
    assert percent is None or isinstance(percent, int)
    return percent


@pytest.mark.parametrize(
    ("history", "day", "code", "since", "reason"),
    [
        (T1, date(2026, 2, 2), "initiated", date(2026, 2, 2), None),
        (T1, date(2026, 2, 18), "initiated", date(2026, 2, 2), None),
        (T1, date(2026, 2, 19), "accepted", date(2026, 2, 19), None),
        (T1, date(2026, 4, 6), "accepted", date(2026, 2, 19), None),
        (T1, date(2026, 4, 7), "in_progress", date(2026, 4, 7), None),
        (T1, date(2027, 6, 28), "in_progress", date(2026, 4, 7), None),
        (T1, date(2027, 6, 29), "ended", date(2027, 6, 29), "final_advice"),
        (T2, date(2027, 10, 7), "in_progress", date(2026, 4, 7), None),
        (T2, date(2028, 4, 6), "in_progress", date(2026, 4, 7), None),
        (T2, date(2028, 4, 7), "closing", date(2028, 4, 7), None),
        (T3, date(2026, 8, 19), "in_progress", date(2026, 4, 7), None),
        (T3, date(2026, 8, 20), "ended", date(2026, 8, 10), "early_stop"),
        (T4, date(2028, 4, 6), "in_progress", date(2026, 4, 7), None),
        (T4, date(2028, 4, 7), "closing", date(2028, 4, 7), None),
        (T4, date(2028, 5, 7), "closing", date(2028, 4, 7), None),
        (T4, date(2028, 5, 8), "ended", date(2028, 5, 8), "automatic"),
        (T5, date(2026, 2, 19), "accepted", date(2026, 2, 19), None),
        (T5, date(2026, 3, 19), "accepted", date(2026, 2, 19), None),
        (T5, date(2026, 3, 20), "cancelled", date(2026, 3, 20), "refusal"),
    ],
)
def test_the_status_of_the_worked_calendars(
    history: tuple[Event, ...], day: date, code: str, since: date, reason: str | None
) -> None:
    status = on(day, *history).status
    assert (status.code, status.since, status.reason) == (code, since, reason)


@pytest.mark.rule("AT-059")
@pytest.mark.rule("AT-153")
@pytest.mark.parametrize(
    ("what", "number", "due_on", "done_on"),
    [
        ("first_meeting", 1, date(2026, 3, 2), date(2026, 2, 19)),
        ("start_confirmation", 1, date(2026, 3, 6), date(2026, 2, 19)),
        ("plan_upload", 1, date(2026, 4, 2), date(2026, 3, 31)),
        ("first_action", 1, date(2026, 4, 28), date(2026, 4, 20)),
        ("evaluation", 1, date(2026, 9, 30), date(2026, 9, 28)),
        ("evaluation", 2, date(2027, 3, 28), date(2027, 3, 25)),
        ("final_report", 1, date(2027, 6, 29), date(2027, 6, 29)),
        ("block_access", 1, date(2027, 6, 29), date(2027, 6, 29)),
    ],
)
def test_the_main_example_met_every_date(what: str, number: int, due_on: date, done_on: date) -> None:
    owed = obligation(on(date(2027, 6, 29), *T1), what, number)
    assert (owed.by, owed.due.done, owed.state) == (due_on, done_on, State.MET)


def test_the_main_example_was_never_refused_anything_and_leaves_no_flag() -> None:
    assessment = on(date(2027, 6, 29), *T1)
    assert (assessment.refused, assessment.flags, _percent(assessment)) == ((), (), 100)
    third = obligation(assessment, "evaluation", 3)
    assert (third.by, third.state) == (date(2027, 9, 25), State.LAPSED)


@pytest.mark.rule("AT-121")
def test_the_client_was_longer_under_way_than_the_trajectory_lasted() -> None:
    facts = on(date(2027, 6, 29), *T1).facts
    assert months_and_days(facts.started_on, facts.ending.on) == (14, 22)
    assert months_and_days(facts.referred_on, facts.ending.on) == (16, 27)


@pytest.mark.rule("AT-108")
def test_the_dates_of_the_main_example() -> None:
    told = on(date(2026, 4, 7), *T1).dates
    assert {name: answer and answer[1].on for name, answer in told.items()} == {
        "minimum_reached": date(2026, 7, 7),
        "maximum_reached": date(2027, 10, 7),
        "closing_from": date(2028, 4, 7),
    }


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(
    ("day", "signalled"),
    [
        (date(2027, 8, 7), False),
        (date(2027, 8, 8), True),
        (date(2027, 9, 19), True),
        (date(2027, 9, 20), False),
        (date(2027, 11, 7), False),
        (date(2027, 11, 8), True),
    ],
)
def test_the_extension_example_is_signalled_again_before_the_new_maximum(day: date, signalled: bool) -> None:
    signals = on(day, *T2).signals
    assert any(one.rule.what == "maximum_approaching" for one in signals) is signalled


@pytest.mark.rule("AT-154")
@pytest.mark.rule("AT-220")
def test_the_extension_example_gets_a_new_maximum_and_a_third_evaluation() -> None:
    assessment = on(date(2027, 9, 20), *T2)
    maximum = assessment.dates["maximum_reached"]
    assert maximum is not None
    assert (assessment.refused, maximum[1].on) == ((), date(2028, 1, 7))
    assert obligation(assessment, "evaluation", 3).by == date(2027, 9, 30)


@pytest.mark.rule("AT-021")
@pytest.mark.parametrize(
    ("asked_on", "length", "percent"),
    [
        (date(2026, 7, 6), (2, 29), 0),
        (date(2026, 7, 7), (3, 0), 60),
        (date(2026, 8, 10), (4, 3), 60),
        (date(2026, 8, 20), (4, 13), 60),
    ],
)
def test_the_stop_example_is_paid_from_three_months_on(asked_on: date, length: tuple[int, int], percent: int) -> None:
    assessment = on(date(2026, 8, 20), *started_on(date(2026, 4, 7)), *stopped(asked_on, date(2026, 8, 20)))
    assert months_and_days(date(2026, 4, 7), assessment.facts.ending.on) == length
    assert _percent(assessment) == percent


@pytest.mark.rule("AT-205")
@pytest.mark.rule("AT-206")
def test_the_automatic_example_has_until_a_sunday_and_leaves_the_access_to_block() -> None:
    assert obligation(on(date(2028, 5, 7), *T4), "closing_registrations").by == date(2028, 5, 7)
    ended = on(date(2028, 5, 8), *T4)
    assert (ended.refused, _percent(ended)) == ((), 0)
    assert obligation(ended, "block_access").state is State.OPEN
    assert months_and_days(date(2026, 4, 7), date(2028, 5, 8)) == (25, 1)


@pytest.mark.rule("AT-068")
@pytest.mark.rule("AT-070")
def test_the_refusal_example_has_fifteen_days_and_then_asks_for_mediation() -> None:
    assert on(date(2026, 2, 19), *T5).flags == ("start_unconfirmed",)
    assert obligation(on(date(2026, 3, 6), *T5), "start_confirmation").state is State.OPEN
    assert obligation(on(date(2026, 3, 7), *T5), "start_confirmation").state is State.LATE
    assert obligation(on(date(2026, 3, 7), *T5), "mediation_request").by == date(2026, 3, 7)
    assert (on(date(2026, 3, 20), *T5).refused, _percent(on(date(2026, 3, 20), *T5))) == ((), 0)
