"""What a trajectory plan must contain before it is signed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.notices import Content
from vlechtwerk.rules.activation.duties.plan_content import (
    Signing,
    action_has_its_timing,
    each_writes_the_own_part,
    few_goals_are_better,
    goal_is_needed_for_work,
    goal_is_smart,
    goals_and_actions_are_realistic,
    internship_may_come_later,
    least_content_of_a_plan,
    need_comes_before_the_offer,
    plan_carries_its_name,
    plan_contains_an_internship,
    plan_contains_care,
    plan_is_aligned_first,
    plan_is_integrated,
    plan_is_signed_in_one_talk,
)
from vlechtwerk.rules.activation.duties.plan_shape import Action, Goal, Plan
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role

CARE_GOAL = Goal(
    "G1", Domain.CARE, "sleeps at night", "sleep diary", "with support", "can start at nine", date(2026, 9, 1)
)
CARE_ACTION = Action("A1", Domain.CARE, ("G1",), date(2026, 5, 4), date(2026, 9, 1), need="sleep")
INTERNSHIP = Action(
    "A2", Domain.WORK, ("G2",), date(2026, 9, 7), date(2026, 12, 1), internship=True, hours_per_week=Decimal(1)
)
PLAN = Plan((CARE_GOAL, Goal("G2", Domain.WORK)), (CARE_ACTION, INTERNSHIP))


@pytest.mark.rule("AT-082")
def test_there_is_one_plan_per_version() -> None:
    assert plan_is_integrated((1,), 2) == ()
    assert plan_is_integrated((1,), 1) == ("only_one",)


@pytest.mark.rule("AT-082")
def test_each_case_manager_writes_the_own_part_of_the_plan() -> None:
    assert each_writes_the_own_part(Role.WORK_CASE_MANAGER, Domain.WORK) == ()
    assert each_writes_the_own_part(Role.CARE_CASE_MANAGER, Domain.CARE) == ()
    assert each_writes_the_own_part(Role.CARE_CASE_MANAGER, Domain.WORK) == ("own_part",)


@pytest.mark.rule("AT-082")
def test_the_decree_names_six_parts_of_a_plan() -> None:
    five = {"parties", "duration", "aim", "actions", "rights"}
    assert least_content_of_a_plan.missing(five) == ("evaluations",)
    assert least_content_of_a_plan.missing({*five, "evaluations"}) == ()


@pytest.mark.rule("AT-083")
def test_a_plan_holds_an_internship_of_one_hour_a_week_at_least() -> None:
    assert plan_contains_an_internship(PLAN) == ()
    no_hours = replace(INTERNSHIP, hours_per_week=Decimal(0))
    assert plan_contains_an_internship(Plan(actions=(no_hours,))) == ("hours",)
    assert plan_contains_an_internship(Plan(actions=(CARE_ACTION,))) == ("internship", "hours")


@pytest.mark.rule("AT-034")
def test_an_internship_may_start_months_later_as_long_as_it_is_planned() -> None:
    assert internship_may_come_later(INTERNSHIP) == ()
    assert internship_may_come_later(replace(INTERNSHIP, starts_on=None)) == ("planned",)


@pytest.mark.rule("AT-084")
def test_a_plan_holds_a_care_action_unless_care_is_suspended() -> None:
    without = Plan(actions=(INTERNSHIP,))
    assert plan_contains_care(PLAN) == ()
    assert plan_contains_care(without) == ("care",)
    assert plan_contains_care(without, care_suspended=True) == ()


@pytest.mark.rule("AT-086")
def test_the_plan_carries_the_name_of_the_assignment() -> None:
    assert plan_carries_its_name("Trajectplan AT 2", "Trajectplan AT 2 versie 1.pdf") == ()
    assert plan_carries_its_name("Trajectplan AT2", "Trajectplan AT 2.pdf") == ("title",)
    assert plan_carries_its_name("Trajectplan AT 2", "plan.pdf") == ("file_name",)


@pytest.mark.rule("AT-088")
def test_every_action_is_evaluated_within_the_maximum_duration() -> None:
    on_the_last_day = replace(PLAN, actions=(CARE_ACTION, replace(INTERNSHIP, evaluated_on=date(2027, 10, 7))))
    assert goals_and_actions_are_realistic(on_the_last_day, date(2026, 4, 7)) == ()
    too_late = replace(PLAN, actions=(CARE_ACTION, replace(INTERNSHIP, evaluated_on=date(2027, 10, 8))))
    assert goals_and_actions_are_realistic(too_late, date(2026, 4, 7)) == ("within_maximum",)


@pytest.mark.rule("AT-088")
def test_goals_and_actions_match() -> None:
    start = date(2026, 4, 7)
    assert goals_and_actions_are_realistic(replace(PLAN, actions=(CARE_ACTION,)), start) == ("goal_with_action",)
    assert goals_and_actions_are_realistic(replace(PLAN, goals=(CARE_GOAL,)), start) == ("action_with_goal",)


@pytest.mark.rule("AT-089")
def test_one_to_three_goals_are_enough() -> None:
    assert few_goals_are_better(Plan(goals=(CARE_GOAL,))) == ()
    assert few_goals_are_better(Plan(goals=(CARE_GOAL,) * 3)) == ()
    assert few_goals_are_better(Plan(goals=(CARE_GOAL,) * 4)) == ("few",)
    assert few_goals_are_better(Plan()) == ("few",)


@pytest.mark.rule("AT-091")
def test_an_action_is_evaluated_on_or_after_the_day_it_starts() -> None:
    action = replace(CARE_ACTION, evaluated_on=date(2026, 5, 4))
    assert action_has_its_timing(action) == ()
    assert action_has_its_timing(replace(action, evaluated_on=date(2026, 5, 3))) == ("order",)


@pytest.mark.rule("AT-091")
def test_an_action_has_a_start_and_an_evaluation() -> None:
    assert action_has_its_timing(replace(CARE_ACTION, evaluated_on=None)) == ("evaluated_on",)
    assert action_has_its_timing(replace(CARE_ACTION, starts_on=None)) == ("starts_on",)


@pytest.mark.rule("AT-093")
def test_a_plan_signed_apart_is_dated_by_the_last_signature() -> None:
    days = {
        Role.CLIENT: date(2026, 3, 26),
        Role.CARE_CASE_MANAGER: date(2026, 3, 30),
        Role.WORK_CASE_MANAGER: date(2026, 3, 27),
    }
    assert Signing(days).dated == date(2026, 3, 30)
    assert plan_is_signed_in_one_talk(Signing(days)) == ("one_talk",)
    assert plan_is_signed_in_one_talk(Signing(days, in_one_talk=True)) == ()


@pytest.mark.rule("AT-094")
def test_a_goal_is_smart() -> None:
    assert goal_is_smart(CARE_GOAL) == ()
    assert goal_is_smart(replace(CARE_GOAL, measure="", due_on=None)) == ("measure", "due_on")
    assert goal_is_smart(Goal("G3", Domain.WORK)) == ("result", "measure", "feasibility", "relevance", "due_on")


@pytest.mark.rule("AT-099")
def test_a_care_goal_tells_which_obstacle_to_work_it_removes() -> None:
    assert goal_is_needed_for_work(CARE_GOAL) == ("obstacle",)
    assert goal_is_needed_for_work(replace(CARE_GOAL, obstacle="cannot keep hours")) == ()
    assert goal_is_needed_for_work(Goal("G2", Domain.WORK)) == ()


@pytest.mark.rule("AT-101")
def test_the_need_is_told_before_a_provider_is_chosen() -> None:
    assert need_comes_before_the_offer(replace(CARE_ACTION, provider="P")) == ()
    assert need_comes_before_the_offer(replace(CARE_ACTION, provider="P", need="")) == ("need",)


@pytest.mark.rule("AT-111")
def test_the_draft_is_aligned_before_the_plan_is_definitive() -> None:
    shown = frozenset({Content.ACTIONS, Content.COST})
    assert plan_is_aligned_first(date(2026, 3, 30), date(2026, 3, 30), shown) == ()
    assert plan_is_aligned_first(date(2026, 3, 31), date(2026, 3, 30), shown) == ("aligned",)
    assert plan_is_aligned_first(None, date(2026, 3, 30), shown) == ("aligned",)
    notes = shown | {Content.CONTACT_NOTES}
    assert plan_is_aligned_first(date(2026, 3, 30), date(2026, 3, 30), notes) == ("confidence",)
