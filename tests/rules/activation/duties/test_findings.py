"""How a rule of typed input tells which points do not hold, and periods."""

from datetime import date
from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.modules_a import MODULES_A
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.unexpressed_a import NOT_EXPRESSED
from vlechtwerk.rules.activation.procedure import ACTIVATION, RULE_MODULES


def test_what_is_false_missing_empty_or_blank_does_not_hold() -> None:
    assert unmet(a=False, b=None, c=(), d=" \n", e=True, f=date(2026, 1, 1), g="x", h=Decimal(1)) == (
        "a",
        "b",
        "c",
        "d",
    )


@pytest.mark.parametrize(("day", "inside"), [(4, False), (5, True), (9, True), (10, False)])
def test_a_period_holds_on_its_first_and_its_last_day(day: int, inside: bool) -> None:
    assert Period(date(2026, 1, 5), date(2026, 1, 9)).covers(date(2026, 1, day)) is inside


def test_a_period_without_end_goes_on() -> None:
    assert Period(date(2026, 1, 5)).covers(date(2099, 12, 31))
    assert Period(date(2026, 1, 5)).overlaps(Period(date(2030, 1, 1)))
    assert not Period(date(2026, 1, 5)).overlaps(Period(date(2020, 1, 1), date(2026, 1, 4)))


def test_the_procedure_knows_the_modules_with_duties() -> None:
    assert set(MODULES_A) <= set(RULE_MODULES)


def test_a_rule_is_either_expressed_or_has_a_reason_why_not() -> None:
    assert not NOT_EXPRESSED.keys() & {rule.id for rule in ACTIVATION.book}
