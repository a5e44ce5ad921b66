"""Carrying out the plan: interim evaluations, suspended care and the internship that follows."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    ALL_THREE,
    BOTH,
    CARE,
    CARE_ACTION,
    CLIENT,
    IN_PROGRESS,
    INTERNSHIP,
    SIGNED,
    UPLOADED,
    WORK,
    obligation,
    on,
    owed,
    stopped,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Domain, InterruptionReason
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, calendar_days, months
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

ILL = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS)
SUSPENDED = e.CareSuspended(date(2026, 8, 3))


def _held(*days: date) -> tuple[Event, ...]:
    return tuple(e.EvaluationHeld(day, ALL_THREE) for day in days)


def _extended(asked_on: date, decided_on: date, months: int = 1) -> tuple[Event, ...]:
    return (
        e.ExtensionRequested(asked_on, months, BOTH, necessary_actions=True),
        e.ExtensionDecided(decided_on, granted=True),
    )


def _evaluations(day: date, *events: Event) -> list[tuple[int, date, str]]:
    """Number, date and rule of every evaluation on a day."""
    evaluations = owed(on(day, *IN_PROGRESS, *events), "evaluation")
    return sorted((one.due.number, one.by, one.rule.id) for one in evaluations)


FIRST = (1, date(2026, 9, 30), "AT-154")
SECOND = (2, date(2027, 3, 31), "AT-154")


@pytest.mark.rule("AT-154")
def test_evaluations_are_due_six_and_twelve_months_after_the_upload_of_the_plan() -> None:
    assert _evaluations(date(2026, 4, 7)) == [FIRST, SECOND]
    first = obligation(on(date(2026, 3, 31), *ACCEPTED, SIGNED, UPLOADED), "evaluation")
    assert first.due.by.steps == (
        Step(date(2026, 3, 31), "plan_uploaded", None),
        Step(date(2026, 9, 30), None, months(6)),
    )
    assert first.due.opens == date(2026, 3, 31)


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 9, 30), State.OPEN), (date(2026, 10, 1), State.LATE)])
def test_an_evaluation_is_in_time_on_its_date(day: date, state: State) -> None:
    assert obligation(on(day, *IN_PROGRESS), "evaluation").state is state


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 9, 30), State.MET), (date(2026, 10, 1), State.MET_LATE)])
def test_the_first_evaluation_that_is_held_counts_for_the_first_date(day: date, state: State) -> None:
    assessment = on(day, *IN_PROGRESS, *_held(day))
    assert obligation(assessment, "evaluation").state is state
    assert obligation(assessment, "evaluation", 2).state is State.OPEN


@pytest.mark.rule("AT-153")
def test_the_next_evaluation_follows_within_six_months_when_that_comes_before_the_fixed_date() -> None:
    assert _evaluations(date(2026, 7, 15), *_held(date(2026, 7, 15))) == [FIRST, (2, date(2027, 1, 15), "AT-153")]


@pytest.mark.rule("AT-153")
def test_the_fixed_date_holds_when_six_months_after_the_previous_one_come_later() -> None:
    assert _evaluations(date(2026, 10, 1), *_held(date(2026, 10, 1))) == [FIRST, SECOND]
    assert _evaluations(date(2026, 9, 30), *_held(date(2026, 9, 30))) == [FIRST, (2, date(2027, 3, 30), "AT-153")]


@pytest.mark.rule("AT-153")
def test_the_fixed_date_is_told_when_both_fall_on_one_day() -> None:
    plan_on_30_march = (*ACCEPTED, SIGNED, e.PlanUploaded(date(2026, 3, 30)))
    told = owed(on(date(2026, 9, 30), *plan_on_30_march, *_held(date(2026, 9, 30))), "evaluation")
    assert [(one.by, one.rule.id) for one in told if one.due.number == 2] == [(date(2027, 3, 30), "AT-154")]


@pytest.mark.rule("AT-153")
def test_evaluations_go_on_every_six_months_after_the_fixed_dates() -> None:
    held = _held(date(2026, 9, 28), date(2027, 3, 25))
    assert _evaluations(date(2027, 3, 25), *held) == [
        FIRST,
        (2, date(2027, 3, 28), "AT-153"),
        (3, date(2027, 9, 25), "AT-153"),
    ]
    third = obligation(on(date(2027, 3, 25), *IN_PROGRESS, *held), "evaluation", 3)
    assert third.due.by.steps[0] == Step(date(2027, 3, 25), "evaluation_held", None)


@pytest.mark.rule("AT-153")
def test_there_is_no_evaluation_left_when_the_trajectory_has_ended() -> None:
    ended = on(date(2026, 9, 29), *IN_PROGRESS, *stopped(date(2026, 9, 29)))
    assert {one.state for one in owed(ended, "evaluation")} == {State.LAPSED}


@pytest.mark.rule("AT-153")
def test_an_evaluation_needs_an_uploaded_plan() -> None:
    held = e.EvaluationHeld(date(2026, 3, 31), ALL_THREE)
    assert tried((*ACCEPTED, SIGNED), held) == {"AT-153"}
    assert tried((*ACCEPTED, SIGNED, UPLOADED), held) == set()
    assert not owed(on(date(2026, 3, 30), *ACCEPTED, SIGNED), "evaluation")


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize("present", [(), (WORK, CARE), (CLIENT, WORK), (CLIENT, CARE)])
def test_a_meeting_that_is_not_of_all_three_is_no_evaluation(present: tuple[Role, ...]) -> None:
    assert tried(IN_PROGRESS, e.EvaluationHeld(date(2026, 9, 28), present)) == {"AT-154"}
    assert tried(IN_PROGRESS, e.EvaluationHeld(date(2026, 9, 28), ALL_THREE)) == set()


@pytest.mark.rule("AT-154")
def test_who_was_missing_at_the_evaluation_is_named() -> None:
    event = e.EvaluationHeld(date(2026, 9, 28), (WORK, CARE))
    (reason,) = on(date(2026, 9, 28), *IN_PROGRESS, event).refused[0].reasons
    assert reason.shortfall.missing == (CLIENT,)


@pytest.mark.rule("AT-154")
def test_an_extension_adds_an_evaluation_eighteen_months_after_the_plan() -> None:
    extended = (ILL, *_extended(date(2027, 9, 10), date(2027, 9, 20)))
    assert _evaluations(date(2027, 9, 19), *extended) == [FIRST, SECOND]
    assert _evaluations(date(2027, 9, 20), *extended) == [FIRST, SECOND, (3, date(2027, 9, 30), "AT-154")]


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize(
    ("decided_on", "due_on"),
    [(date(2027, 9, 30), date(2027, 9, 30)), (date(2027, 10, 1), date(2027, 10, 15))],
)
def test_an_extension_decided_after_the_third_date_leaves_two_weeks(decided_on: date, due_on: date) -> None:
    extended = (ILL, *_extended(date(2027, 9, 10), decided_on))
    assert obligation(on(decided_on, *IN_PROGRESS, *extended), "evaluation", 3).by == due_on


@pytest.mark.rule("AT-154")
def test_the_two_weeks_after_a_late_decision_are_told_as_such() -> None:
    extended = (ILL, *_extended(date(2027, 9, 10), date(2027, 10, 1)))
    steps = obligation(on(date(2027, 10, 1), *IN_PROGRESS, *extended), "evaluation", 3).due.by.steps
    assert steps == (
        Step(date(2027, 10, 1), "extension_granted", None),
        Step(date(2027, 10, 15), None, calendar_days(14)),
    )


@pytest.mark.rule("AT-154")
def test_a_second_extension_does_not_move_the_third_evaluation() -> None:
    first = _extended(date(2027, 9, 10), date(2027, 9, 20))
    second = _extended(date(2027, 10, 4), date(2027, 10, 5))
    assert (3, date(2027, 9, 30), "AT-154") in _evaluations(date(2027, 10, 5), ILL, *first, *second)


@pytest.mark.rule("AT-165")
def test_care_is_suspended_once_until_it_is_resumed() -> None:
    assert tried(IN_PROGRESS, SUSPENDED) == set()
    again = e.CareSuspended(date(2026, 10, 6))
    assert tried((*IN_PROGRESS, SUSPENDED), again) == {"AT-165"}
    assert tried((*IN_PROGRESS, SUSPENDED, e.CareResumed(date(2026, 10, 5))), again) == set()


@pytest.mark.rule("AT-165")
def test_no_care_action_starts_while_care_is_suspended_but_work_goes_on() -> None:
    history = (*IN_PROGRESS, SUSPENDED)
    assert tried(history, e.ActionStarted(date(2026, 8, 4), Domain.CARE)) == {"AT-165"}
    assert tried(history, e.ActionStarted(date(2026, 8, 4), Domain.WORK)) == set()
    resumed = (*history, e.CareResumed(date(2026, 10, 5)))
    assert tried(resumed, e.ActionStarted(date(2026, 10, 5), Domain.CARE)) == set()


@pytest.mark.rule("AT-165")
def test_suspended_care_does_not_stop_the_clock() -> None:
    assessment = on(date(2026, 8, 3), *IN_PROGRESS, SUSPENDED)
    maximum = assessment.dates["maximum_reached"]
    assert maximum is not None
    assert (assessment.status.code, maximum[1].on) == ("in_progress", date(2027, 10, 7))


@pytest.mark.rule("AT-167")
def test_only_suspended_care_is_resumed() -> None:
    resumed = e.CareResumed(date(2026, 10, 5))
    assert tried(IN_PROGRESS, resumed) == {"AT-167"}
    assert tried((*IN_PROGRESS, SUSPENDED), resumed) == set()
    assert tried((*IN_PROGRESS, SUSPENDED, resumed), e.CareResumed(date(2026, 10, 6))) == {"AT-167"}


@pytest.mark.rule("AT-166")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 8, 10), State.OPEN), (date(2026, 8, 11), State.LATE)])
def test_suspended_care_signals_an_internship_within_seven_days(day: date, state: State) -> None:
    internship = obligation(on(day, *IN_PROGRESS, CARE_ACTION, SUSPENDED), "immediate_internship")
    assert (internship.state, internship.rule.signal) == (state, True)


@pytest.mark.rule("AT-166")
@pytest.mark.parametrize(
    ("started_on", "asked"),
    [(date(2026, 8, 2), False), (date(2026, 8, 3), True), (date(2026, 8, 4), True)],
)
def test_an_internship_that_ran_before_is_enough(started_on: date, asked: bool) -> None:
    internship = e.ActionStarted(started_on, Domain.WORK, internship=True)
    told = owed(on(date(2026, 8, 4), *IN_PROGRESS, internship, SUSPENDED), "immediate_internship")
    assert [one.state for one in told] == ([State.MET] if asked else [])


@pytest.mark.rule("AT-166")
def test_the_internship_is_the_first_one() -> None:
    second = e.ActionStarted(date(2026, 11, 2), Domain.WORK, internship=True)
    assert on(date(2026, 11, 2), *IN_PROGRESS, CARE_ACTION, INTERNSHIP, second).facts.internship_on == date(2026, 6, 1)
    assert on(date(2026, 4, 20), *IN_PROGRESS, CARE_ACTION).facts.internship_on is None


@pytest.mark.rule("AT-166")
def test_without_suspended_care_no_internship_is_signalled() -> None:
    resumed = (*IN_PROGRESS, SUSPENDED, e.CareResumed(date(2026, 8, 5)))
    assert not owed(on(date(2026, 8, 12), *IN_PROGRESS), "immediate_internship")
    assert not owed(on(date(2026, 8, 12), *resumed), "immediate_internship")


@pytest.mark.rule("AT-107")
@pytest.mark.parametrize(
    "event", [SUSPENDED, e.CareResumed(date(2026, 8, 3)), ILL, e.LastReportRegistered(date(2027, 6, 1))], ids=str
)
def test_the_plan_is_carried_out_from_the_start_of_the_mediation(event: Event) -> None:
    before = IN_PROGRESS[:-1]
    assert tried(before, event) == {"AT-107"}
    assert "AT-107" not in tried(IN_PROGRESS, event)
