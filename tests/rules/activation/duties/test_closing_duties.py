"""The steps of every closing, whatever its way."""

import pytest

from vlechtwerk.rules.activation.duties.closing_duties import (
    ClosingSteps,
    closing_steps_are_done,
    everybody_is_blocked_the_own_access_last,
)
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER
OTHERS = (Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR)
EVERYBODY = (*OTHERS, WORK)


@pytest.mark.rule("AT-239")
def test_an_early_stop_with_three_empty_categories_and_open_access_has_two_open_steps() -> None:
    assert closing_steps_are_done(ClosingSteps(40, 0, 5)) == ("icf", "access")


@pytest.mark.rule("AT-239")
def test_every_closing_fills_43_categories_makes_the_requests_and_blocks_all_access() -> None:
    assert closing_steps_are_done(ClosingSteps(43, 0, 0)) == ()
    assert closing_steps_are_done(ClosingSteps(42, 0, 0)) == ("icf",)
    assert closing_steps_are_done(ClosingSteps(43, 1, 0)) == ("requests",)
    assert closing_steps_are_done(ClosingSteps(43, 0, 1)) == ("access",)


@pytest.mark.rule("AT-241")
def test_everybody_is_blocked_and_the_work_case_manager_last() -> None:
    assert everybody_is_blocked_the_own_access_last(EVERYBODY, EVERYBODY) == ()
    assert everybody_is_blocked_the_own_access_last(EVERYBODY, (WORK, *OTHERS)) == ("own_last",)
    assert everybody_is_blocked_the_own_access_last(EVERYBODY, OTHERS) == ("work_case_manager",)


@pytest.mark.rule("AT-241")
@pytest.mark.parametrize("forgotten", OTHERS)
def test_a_forgotten_access_stays_on_the_list(forgotten: Role) -> None:
    blocked = [role for role in EVERYBODY if role is not forgotten]
    assert everybody_is_blocked_the_own_access_last(EVERYBODY, blocked) == (forgotten.value,)


@pytest.mark.rule("AT-241")
def test_whoever_had_no_access_need_not_be_blocked() -> None:
    assert everybody_is_blocked_the_own_access_last({WORK}, [WORK]) == ()
    assert everybody_is_blocked_the_own_access_last(set(), []) == ()
