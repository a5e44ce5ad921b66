"""The money of the providers."""

from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.budget import (
    Instalment,
    InternshipReview,
    PaymentDecision,
    TrajectoryBudget,
    commissioner_statement,
    coordinator_decides_on_payment,
    instalments_after_a_stop,
    lack_of_an_internship_is_judged,
    project_budget,
    project_follower_removes,
    removal_from_the_contingent,
)
from vlechtwerk.rules.roles import Role


@pytest.mark.rule("AT-173")
def test_the_free_budget_of_a_project_is_what_is_not_committed() -> None:
    first = TrajectoryBudget(committed=Decimal("3000.00"), paid=Decimal("1000.00"))
    second = TrajectoryBudget(committed=Decimal("4500.00"), paid=Decimal("4500.00"))
    budget = project_budget(Decimal("10000.00"), [first, second])
    assert budget.free == Decimal("2500.00")
    assert budget.unpaid == Decimal("2000.00")


@pytest.mark.rule("AT-173")
def test_a_project_without_trajectories_is_all_free() -> None:
    assert project_budget(Decimal("10000.00"), []) == (Decimal("10000.00"), Decimal("0.00"))


@pytest.mark.rule("AT-174")
def test_the_coordinator_pays_planned_actions_only() -> None:
    assert coordinator_decides_on_payment(PaymentDecision(Role.NETWORK_COORDINATOR, plan_version=2)) == ()
    assert coordinator_decides_on_payment(PaymentDecision(Role.NETWORK_COORDINATOR, None)) == ("planned",)


@pytest.mark.rule("AT-174")
def test_a_case_manager_decides_on_no_payment() -> None:
    refused = coordinator_decides_on_payment(PaymentDecision(Role.WORK_CASE_MANAGER, plan_version=1))
    assert refused == ("network_coordinator",)


@pytest.mark.rule("AT-175")
def test_the_fee_of_the_coordinator_and_the_services_are_stated_apart() -> None:
    assert commissioner_statement.missing(["services", "follow_up", "contact"]) == ("coordinator_fee",)
    assert commissioner_statement.missing(["coordinator_fee", "services", "follow_up", "contact"]) == ()


@pytest.mark.rule("AT-195")
def test_the_judgement_on_a_missing_internship_has_a_reason() -> None:
    by = Role.NETWORK_COORDINATOR
    assert lack_of_an_internship_is_judged(InternshipReview(False, "no employer was contacted", by)) == ()
    assert lack_of_an_internship_is_judged(InternshipReview(True, "", by)) == ("reason",)
    assert lack_of_an_internship_is_judged(InternshipReview(None, "", by)) == ("judged", "reason")


@pytest.mark.rule("AT-195")
@pytest.mark.parametrize(
    ("by", "missing"),
    [
        (Role.PROJECT_FOLLOWER, ()),
        (Role.NETWORK_COORDINATOR, ()),
        (Role.WORK_PROVIDER, ("reviewer",)),
        (Role.WORK_CASE_MANAGER, ("reviewer",)),
    ],
)
def test_commissioner_and_coordinator_judge_and_nobody_judges_the_own_work(by: Role, missing: tuple[str, ...]) -> None:
    assert lack_of_an_internship_is_judged(InternshipReview(True, "three employers were contacted", by)) == missing


@pytest.mark.rule("AT-235")
def test_after_a_stop_the_open_instalment_returns_to_the_budget() -> None:
    paid = Instalment(Decimal("1500.00"), paid=True)
    still_open = Instalment(Decimal("1500.00"), paid=False)
    settled = instalments_after_a_stop([paid, still_open])
    assert settled.kept == Decimal("1500.00")
    assert settled.not_claimable == Decimal("1500.00")


@pytest.mark.rule("AT-235")
def test_after_a_stop_nothing_returns_when_all_was_paid() -> None:
    assert instalments_after_a_stop([Instalment(Decimal("800.50"), paid=True)]).not_claimable == Decimal("0.00")


@pytest.mark.rule("AT-236")
def test_the_project_follower_removes_a_trajectory_with_hardly_any_actions() -> None:
    assert project_follower_removes(Role.PROJECT_FOLLOWER, hardly_any_actions=True) == ()
    assert project_follower_removes(Role.PROJECT_FOLLOWER, hardly_any_actions=False) == ("hardly_any_actions",)
    assert project_follower_removes(Role.WORK_CASE_MANAGER, hardly_any_actions=True) == ("project_follower",)


@pytest.mark.rule("AT-236")
def test_a_removal_frees_a_place_and_recovers_what_was_paid() -> None:
    removal = removal_from_the_contingent(100, Decimal("1500.00"))
    assert removal.used_places == 99
    assert removal.recovery == Decimal("-1500.00")


@pytest.mark.rule("AT-236")
def test_a_removal_recovers_nothing_when_nothing_was_paid() -> None:
    assert str(removal_from_the_contingent(1, Decimal("0.00")).recovery) == "0.00"
