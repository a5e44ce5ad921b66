"""An early stop: grounds, disagreement, the message, and the partners that are consulted."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.stop_duties import (
    StopGrounds,
    StopMessage,
    closing_choice,
    disagreement_is_on_record,
    partners_are_consulted_on_the_stop,
    project_follower_hears_of_the_stop,
    stop_has_a_ground,
    stopped_file_closes_by_itself,
)
from vlechtwerk.rules.activation.terms import StopGround
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER
CARE = Role.CARE_CASE_MANAGER
AGREED = date(2026, 8, 10)
MESSAGE = StopMessage(
    WORK, Role.PROJECT_FOLLOWER, AGREED, StopGround.SERIOUS_SHORTCOMING, AGREED, "absent since 20 June 2026"
)


@pytest.mark.rule("AT-230")
def test_a_stop_without_one_of_the_four_grounds_is_refused() -> None:
    assert stop_has_a_ground(StopGrounds(frozenset())) == ("ground", "main_ground")


@pytest.mark.rule("AT-230")
def test_a_stop_for_work_tells_since_when() -> None:
    at_work = StopGrounds(frozenset({StopGround.AT_WORK}), StopGround.AT_WORK)
    assert stop_has_a_ground(at_work) == ("at_work_from",)
    assert stop_has_a_ground(replace(at_work, at_work_from=date(2026, 9, 15))) == ()


@pytest.mark.rule("AT-230")
def test_several_grounds_have_one_main_ground_among_them() -> None:
    two = frozenset({StopGround.INTERRUPTION, StopGround.GOAL_UNREACHABLE})
    assert stop_has_a_ground(StopGrounds(two, StopGround.INTERRUPTION)) == ()
    assert stop_has_a_ground(StopGrounds(two)) == ("main_ground",)
    assert stop_has_a_ground(StopGrounds(two, StopGround.SERIOUS_SHORTCOMING)) == ("main_ground",)


@pytest.mark.rule("AT-231")
def test_a_disagreement_on_a_stop_is_recorded_with_both_views() -> None:
    assert disagreement_is_on_record({WORK: "stop", CARE: "continue"}) == ()
    assert disagreement_is_on_record({WORK: "stop"}) == ("care_case_manager",)
    assert disagreement_is_on_record({WORK: "", CARE: "continue"}) == ("work_case_manager",)


@pytest.mark.rule("AT-232")
def test_the_work_case_manager_writes_to_the_project_follower_after_both_agreed() -> None:
    assert project_follower_hears_of_the_stop(MESSAGE) == ()
    assert project_follower_hears_of_the_stop(replace(MESSAGE, by=CARE)) == ("work_case_manager",)
    assert project_follower_hears_of_the_stop(replace(MESSAGE, to=Role.TRUSTED_ADVISOR)) == ("project_follower",)
    assert project_follower_hears_of_the_stop(replace(MESSAGE, agreed_on=date(2026, 8, 11))) == ("agreed",)


@pytest.mark.rule("AT-232")
def test_the_message_holds_ground_and_facts_and_nothing_confidential() -> None:
    assert project_follower_hears_of_the_stop(replace(MESSAGE, ground=None)) == ("ground",)
    assert project_follower_hears_of_the_stop(replace(MESSAGE, facts="")) == ("facts",)
    confidential = replace(MESSAGE, confidential_text=True)
    assert project_follower_hears_of_the_stop(confidential) == ("no_confidential_text",)


@pytest.mark.rule("AT-234")
def test_coordinator_and_each_running_provider_are_best_consulted() -> None:
    day = date(2026, 8, 5)
    assert partners_are_consulted_on_the_stop(day, {"A": day, "B": day}) == ()
    assert partners_are_consulted_on_the_stop(None, {"A": day}) == ("network_coordinator",)
    assert partners_are_consulted_on_the_stop(day, {"A": day, "B": None}) == ("providers",)
    assert partners_are_consulted_on_the_stop(day, {}) == ()


@pytest.mark.rule("AT-237")
def test_the_work_case_manager_does_not_close_a_stopped_file() -> None:
    assert stopped_file_closes_by_itself(Role.SYSTEM) == ()
    assert stopped_file_closes_by_itself(WORK) == ("system",)


@pytest.mark.rule("AT-238")
def test_the_questions_of_the_choice_propose_an_advice_only_when_all_are_answered_yes() -> None:
    assert closing_choice.missing(["carried_out", "three_months", "motivated"]) == ()
    assert closing_choice.missing(["carried_out", "motivated"]) == ("three_months",)
