"""The rules of the half-year statement: when it is made, who decides, which line a trajectory has, and the key."""

from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.rules.activation.duties.budget import instalment_has_a_source, instalment_is_claimable
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.duties.statement import (
    Change,
    Claimed,
    Deciding,
    Entitled,
    Making,
    amount_due,
    amount_has_a_source,
    first_day_of,
    key_divides_everything,
    last_day_of,
    line_of,
    next_run,
    statement_is_decided_by_another,
    statement_is_due,
)
from vlechtwerk.rules.roles import Role

H1, H2, NEXT = HalfYear(2027, 1), HalfYear(2027, 2), HalfYear(2028, 1)
UNIT = Decimal("1000.00")
IN_H1, IN_H2 = date(2027, 6, 29), date(2027, 8, 10)
DEPARTMENT, CONTACT = Role.CARE_DEPARTMENT, Role.CARE_PARTNERSHIP_CONTACT


@pytest.mark.parametrize(
    ("run", "first", "last"),
    [(H1, date(2027, 1, 1), date(2027, 6, 30)), (H2, date(2027, 7, 1), date(2027, 12, 31))],
)
def test_a_half_year_has_its_days(run: HalfYear, first: date, last: date) -> None:
    assert (first_day_of(run), last_day_of(run)) == (first, last)


def test_half_years_follow_each_other() -> None:
    assert (next_run(H1), next_run(H2)) == (H2, NEXT)


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize(("on", "missing"), [(date(2027, 6, 30), ("half_year_over",)), (date(2027, 7, 1), ())])
def test_a_statement_is_made_when_the_half_year_is_over(on: date, missing: tuple[str, ...]) -> None:
    assert statement_is_due(Making(H1, on, DEPARTMENT)) == missing


@pytest.mark.rule("AT-019")
def test_statements_are_made_once_in_order_and_after_each_other() -> None:
    day = date(2029, 1, 1)
    assert statement_is_due(Making(H1, day, CONTACT)) == ("by_care_department",)
    assert statement_is_due(Making(H1, day, DEPARTMENT, frozenset({H1}))) == ("only_statement",)
    assert statement_is_due(Making(H1, day, DEPARTMENT, frozenset({H2}))) == ("in_order",)
    assert statement_is_due(Making(H2, day, DEPARTMENT, waiting=frozenset({H1}))) == ("nothing_waiting",)
    assert statement_is_due(Making(H2, day, DEPARTMENT, frozenset({H1}))) == ()


@pytest.mark.rule("AT-260")
def test_another_official_of_the_care_department_decides_when_all_amounts_are_known() -> None:
    assert statement_is_decided_by_another(Deciding(DEPARTMENT, is_preparer=False, amounts_known=True)) == ()
    refused = statement_is_decided_by_another(Deciding(CONTACT, is_preparer=True, amounts_known=False))
    assert refused == ("of_care_department", "another_person", "amounts")


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize(
    ("run", "now", "expected"),
    [
        (H1, Entitled(IN_H1, 100), Change("regular", 100, UNIT)),
        (H1, Entitled(IN_H1, 60), Change("regular", 60, Decimal("600.00"))),
        (H1, Entitled(IN_H1, 0), Change("regular", 0, Decimal(0))),
        (H1, Entitled(None, None), None),
        (H2, Entitled(IN_H1, 100), None),
        (H2, Entitled(IN_H1, 100, ran_before=True), Change("late", 100, UNIT)),
        (H1, Entitled(IN_H2, 100), None),
    ],
)
def test_a_trajectory_has_a_line_in_the_half_year_of_its_end(
    run: HalfYear, now: Entitled, expected: Change | None
) -> None:
    assert line_of(run, run, now, None, UNIT) == expected


@pytest.mark.rule("AT-019")
def test_what_ended_since_the_first_statement_and_was_not_known_comes_late() -> None:
    assert line_of(H2, H1, Entitled(IN_H1, 100), None, UNIT) == Change("late", 100, UNIT)
    assert line_of(NEXT, H2, Entitled(IN_H1, 100), None, UNIT) is None


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize(
    ("percent", "before", "expected"),
    [
        (100, Claimed(0, Decimal(0)), Change("correction", 100, UNIT)),
        (0, Claimed(60, Decimal(600)), Change("correction", 0, Decimal(-600))),
        (60, Claimed(100, UNIT), Change("correction", 60, Decimal(-400))),
        (None, Claimed(100, UNIT), Change("correction", 0, -UNIT)),
        (100, Claimed(100, UNIT), None),
        (100, Claimed(100, Decimal(950)), Change("correction", 100, Decimal(50))),
    ],
)
def test_a_correction_makes_good_what_was_claimed(
    percent: int | None, before: Claimed, expected: Change | None
) -> None:
    assert line_of(H2, H1, Entitled(IN_H1 if percent is not None else None, percent), before, UNIT) == expected


@pytest.mark.rule("AT-019")
def test_without_an_amount_only_another_class_is_a_correction() -> None:
    assert line_of(H2, H1, Entitled(IN_H1, 100), Claimed(100, UNIT), None) is None
    assert line_of(H2, H1, Entitled(IN_H1, 60), Claimed(100, UNIT), None) == Change("correction", 60, None)


@pytest.mark.parametrize(("percent", "due"), [(100, None), (60, None), (0, Decimal(0)), (None, Decimal(0))])
def test_nobody_invents_an_amount(percent: int | None, due: Decimal | None) -> None:
    assert amount_due(Entitled(IN_H1, percent), None) == due


@given(st.lists(st.sampled_from([None, 0, 60, 100]), min_size=1, max_size=8))
def test_after_every_statement_what_was_claimed_is_what_is_due(percents: list[int | None]) -> None:
    claimed, run = None, H1
    for percent in percents:
        now = Entitled(IN_H1 if percent is not None else None, percent)
        change = line_of(run, H1, now, claimed, UNIT)
        if change and change.amount is not None:
            claimed = Claimed(change.percent, (claimed.amount if claimed else Decimal(0)) + change.amount)
        assert (claimed.amount if claimed else Decimal(0)) == amount_due(now, UNIT)
        run = next_run(run)


@pytest.mark.rule("AT-260")
def test_an_amount_is_entered_by_the_care_department_with_its_source() -> None:
    assert amount_has_a_source(DEPARTMENT, UNIT, "besluit") == ()
    assert amount_has_a_source(DEPARTMENT, None, "besluit") == ()
    refused = amount_has_a_source(CONTACT, Decimal("-0.01"), "  ")
    assert refused == ("entered_by_care_department", "legal_source", "not_negative")


@pytest.mark.rule("AT-017")
@pytest.mark.parametrize(("shares", "whole"), [(("50", "30", "20"), True), (("50", "30", "19.99"), False)])
def test_the_shares_of_a_key_make_a_hundred_percent(shares: tuple[str, ...], whole: bool) -> None:
    told = {str(number): Decimal(one) for number, one in enumerate(shares)}
    assert key_divides_everything(CONTACT, told, "akkoord") == (() if whole else ("hundred",))


@pytest.mark.rule("AT-017")
def test_a_key_needs_partners_a_source_and_the_contact() -> None:
    assert key_divides_everything(DEPARTMENT, {}, "") == ("by_contact", "partners", "hundred", "key_source")
    assert key_divides_everything(CONTACT, {"a": Decimal(100), "b": Decimal(0)}, "akkoord") == ("partners",)


@pytest.mark.rule("AT-174")
def test_the_instalments_are_those_of_the_contract() -> None:
    assert instalment_has_a_source(Role.NETWORK_COORDINATOR, UNIT, "contract") == ()
    assert instalment_has_a_source(DEPARTMENT, -UNIT, "") == ("by_coordinator", "contract", "instalment_not_negative")


@pytest.mark.rule("AT-235")
def test_an_instalment_is_not_paid_after_a_stop_or_a_removal_and_never_twice() -> None:
    assert instalment_is_claimable(stopped=False, removed=False, paid=False) == ()
    refused = instalment_is_claimable(stopped=True, removed=True, paid=True)
    assert refused == ("not_stopped", "not_removed", "not_paid")


def test_the_half_years_of_ten_years_touch_each_other() -> None:
    runs = list(accumulate(range(20), lambda run, _number: next_run(run), initial=H1))
    gaps = {(first_day_of(b) - last_day_of(a)).days for a, b in pairwise(runs)}
    assert gaps == {1}
