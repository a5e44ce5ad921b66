"""The order of the actions in a plan."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.plan_order import (
    actions_follow_logically,
    actions_follow_on,
    idle_days,
    work_and_care_start_together,
)
from vlechtwerk.rules.activation.duties.plan_shape import Action, Plan
from vlechtwerk.rules.activation.terms import Domain

FIRST = Action("A", Domain.CARE, starts_on=date(2026, 5, 4), evaluated_on=date(2026, 7, 1))
SECOND = Action("B", Domain.WORK, starts_on=date(2026, 7, 1), evaluated_on=date(2026, 9, 1), after=("A",))


@pytest.mark.rule("AT-098")
def test_an_action_starts_when_the_one_before_it_has_been_evaluated() -> None:
    assert actions_follow_logically(Plan(actions=(FIRST, SECOND))) == ()
    too_soon = replace(SECOND, starts_on=date(2026, 6, 30))
    assert actions_follow_logically(Plan(actions=(FIRST, too_soon))) == ("order",)
    assert actions_follow_logically(Plan(actions=(FIRST, replace(too_soon, after=())))) == ()


@pytest.mark.rule("AT-102")
def test_idle_days_are_the_days_between_two_actions() -> None:
    until_july = (date(2026, 5, 4), date(2026, 7, 31))
    assert idle_days([until_july, (date(2026, 9, 14), date(2026, 12, 1))]) == 44
    assert idle_days([until_july, (date(2026, 8, 2), date(2026, 12, 1))]) == 1
    assert idle_days([until_july, (date(2026, 8, 1), date(2026, 12, 1))]) == 0
    assert idle_days([until_july, (date(2026, 7, 31), date(2026, 12, 1))]) == 0


@pytest.mark.rule("AT-102")
def test_an_action_that_runs_in_parallel_fills_the_gap() -> None:
    long, short = (date(2026, 5, 4), date(2026, 12, 1)), (date(2026, 5, 11), date(2026, 6, 1))
    assert idle_days([short, long, (date(2026, 12, 2), date(2026, 12, 9))]) == 0
    assert idle_days([]) == 0


@pytest.mark.rule("AT-102")
def test_a_plan_with_an_idle_day_gives_a_hint() -> None:
    assert actions_follow_on(Plan(actions=(FIRST, replace(SECOND, starts_on=date(2026, 7, 2))))) == ()
    assert actions_follow_on(Plan(actions=(FIRST, replace(SECOND, starts_on=date(2026, 7, 3))))) == ("no_gap",)


@pytest.mark.rule("AT-102")
def test_an_action_without_its_dates_says_nothing_about_idle_days() -> None:
    undated = replace(SECOND, starts_on=date(2026, 8, 3), evaluated_on=None)
    assert actions_follow_on(Plan(actions=(FIRST, undated))) == ()


@pytest.mark.rule("AT-110")
def test_work_starts_within_three_months_after_care() -> None:
    assert work_and_care_start_together(Plan(actions=(FIRST, replace(SECOND, starts_on=date(2026, 8, 4))))) == ()
    later = replace(SECOND, starts_on=date(2026, 8, 5))
    assert work_and_care_start_together(Plan(actions=(FIRST, later))) == ("together",)
    assert work_and_care_start_together(Plan(actions=(later,))) == ()
