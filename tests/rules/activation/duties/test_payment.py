"""Money: the two runs, the distribution and the cost of a plan. All amounts are fictional."""

from datetime import date
from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.payment import (
    AssignedAction,
    Claim,
    ContactShare,
    DatedAmount,
    HalfYear,
    Ledger,
    Performance,
    amount_on,
    claim_amount,
    claims_of,
    cost_stays_within_the_maximum,
    distribute,
    excess,
    ledgers_stay_apart,
    nothing_extra_for_the_contact,
    payment_run,
    performance_is_reimbursable,
    set_aside_for_the_contact,
)
from vlechtwerk.rules.activation.duties.periods import Period

EURO = Decimal
MAXIMUM = DatedAmount(EURO("5000.00"), date(2026, 1, 1), "fictional order of the demo region")
BOTH_CLAIMS = (EURO("1000.00"), EURO("600.00"))


@pytest.mark.rule("AT-011")
def test_the_money_of_the_three_sub_projects_is_not_added_up() -> None:
    assert ledgers_stay_apart([Ledger.CARE_PARTNERSHIPS, Ledger.CARE_PARTNERSHIPS]) == ()
    assert ledgers_stay_apart([Ledger.CARE_PARTNERSHIPS, Ledger.PROVIDER_NETWORK]) == ("one_ledger",)


@pytest.mark.rule("AT-017")
def test_the_compensation_is_divided_by_the_key_of_the_partners() -> None:
    shares = {"CAW": EURO(50), "GGZ": EURO(30), "VAPH": EURO(20)}
    expected = {"CAW": EURO("3600.00"), "GGZ": EURO("2160.00"), "VAPH": EURO("1440.00")}
    assert distribute(EURO("7200.00"), shares) == expected


@pytest.mark.rule("AT-017")
def test_cents_that_are_left_over_go_to_the_largest_share() -> None:
    shares = {"GGZ": EURO("33.3"), "CAW": EURO("33.4"), "VAPH": EURO("33.3")}
    lines = distribute(EURO("0.05"), shares)
    assert lines == {"GGZ": EURO("0.02"), "CAW": EURO("0.01"), "VAPH": EURO("0.02")}
    assert sum(lines.values()) == EURO("0.05")


@pytest.mark.rule("AT-017")
@pytest.mark.parametrize("other", ["49.99", "50.01"])
def test_shares_that_do_not_add_up_are_refused(other: str) -> None:
    with pytest.raises(ValueError, match="100 percent"):
        distribute(EURO("7200.00"), {"CAW": EURO(50), "GGZ": EURO(other)})


@pytest.mark.rule("AT-018")
def test_a_run_holds_every_trajectory_that_ended_in_it_once() -> None:
    first, last = Claim("T1", date(2027, 6, 29), 100), Claim("T2", date(2027, 1, 1), 60)
    later = Claim("T3", date(2027, 7, 1), 100)
    assert claims_of(HalfYear(2027, 1), [last, first, first, later]) == (first, last)
    assert claims_of(HalfYear(2027, 2), [last, first, first, later]) == (later,)


@pytest.mark.rule("AT-019")
def test_a_trajectory_is_paid_in_the_half_year_in_which_it_ended() -> None:
    assert payment_run(date(2027, 6, 30)) == HalfYear(2027, 1)
    assert payment_run(date(2027, 7, 1)) == HalfYear(2027, 2)
    assert payment_run(date(2027, 12, 31)) == HalfYear(2027, 2)
    assert payment_run(date(2028, 1, 1)) == HalfYear(2028, 1)


@pytest.mark.rule("AT-020")
@pytest.mark.parametrize(("percent", "amount"), [(100, "333.33"), (60, "200.00"), (0, "0.00")])
def test_the_amount_of_a_claim_is_the_class_of_the_unit_amount_to_the_cent(percent: int, amount: str) -> None:
    assert claim_amount(Claim("T1", date(2027, 6, 29), percent), EURO("333.33")) == EURO(amount)


@pytest.mark.rule("AT-020")
def test_half_a_cent_goes_up() -> None:
    assert claim_amount(Claim("T1", date(2027, 6, 29), 60), EURO("0.025")) == EURO("0.02")
    assert claim_amount(Claim("T1", date(2027, 6, 29), 100), EURO("0.025")) == EURO("0.03")


@pytest.mark.rule("AT-022")
def test_the_statement_adds_nothing_for_the_contact() -> None:
    assert nothing_extra_for_the_contact([EURO("7200.00")], [EURO("720.00"), EURO("6480.00")]) == ()
    assert nothing_extra_for_the_contact([EURO("7200.00")], [EURO("720.00"), EURO("7200.00")]) == ("no_extra",)


@pytest.mark.rule("AT-023")
def test_ten_percent_of_each_trajectory_is_set_aside_only_where_the_partnership_chose_to() -> None:
    assert set_aside_for_the_contact(BOTH_CLAIMS, chosen=True) == ContactShare(EURO("160.00"), EURO("1440.00"))
    assert set_aside_for_the_contact(BOTH_CLAIMS) == ContactShare(EURO("0.00"), EURO("1600.00"))


@pytest.mark.rule("AT-100")
def test_work_is_reimbursed_from_the_day_of_the_assignment() -> None:
    assigned = [AssignedAction("A1", "P", Period(date(2026, 5, 4)))]
    assert performance_is_reimbursable(Performance("A1", "P", date(2026, 5, 4)), {"A1"}, assigned) == ()
    assert performance_is_reimbursable(Performance("A1", "P", date(2026, 5, 3)), {"A1"}, assigned) == ("assigned",)


@pytest.mark.rule("AT-100")
def test_work_that_is_only_proposed_or_not_in_the_plan_is_not_reimbursed() -> None:
    assigned = [AssignedAction("A1", "P", Period(date(2026, 5, 4)))]
    day = date(2026, 5, 11)
    assert performance_is_reimbursable(Performance("A2", "P", day), {"A1", "A2"}, assigned) == ("assigned",)
    assert performance_is_reimbursable(Performance("A1", "Q", day), {"A1"}, assigned) == ("assigned",)
    assert performance_is_reimbursable(Performance("A1", "P", day), set(), assigned) == ("planned",)


@pytest.mark.rule("AT-103")
def test_a_plan_may_cost_the_maximum_and_not_a_cent_more() -> None:
    costs, on = [EURO("3200.00"), EURO("1800.00")], date(2026, 4, 3)
    assert cost_stays_within_the_maximum(costs, [MAXIMUM], on) == ()
    dearer = [*costs, EURO("0.01")]
    assert cost_stays_within_the_maximum(dearer, [MAXIMUM], on) == ("within_maximum",)
    assert excess(dearer, MAXIMUM.amount) == EURO("0.01")
    assert excess(costs, EURO("6000.00")) == EURO("0.00")


@pytest.mark.rule("AT-103")
def test_without_a_maximum_that_holds_on_the_day_the_cost_cannot_be_judged() -> None:
    assert cost_stays_within_the_maximum([EURO("1.00")], [MAXIMUM], date(2025, 12, 31)) == ("maximum_known",)
    later = DatedAmount(EURO("5500.00"), date(2027, 1, 1), "fictional order of the demo region")
    assert amount_on([MAXIMUM, later], date(2026, 12, 31)) == EURO("5000.00")
    assert amount_on([MAXIMUM, later], date(2027, 1, 1)) == EURO("5500.00")
