"""The instalments of the providers: another budget, paid by the network coordinator on the basis of the plan."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.cast import LONG_AGO
from tests.compensation.world import World, stopped_early
from tests.rules.histories import ACCEPTED, started_on
from vlechtwerk.compensation import actions
from vlechtwerk.compensation.actions import MoneyRefused, NewAmount, OutOfDate
from vlechtwerk.compensation.instalments import Paying, Provided, one_provided, pay, provided
from vlechtwerk.compensation.models import Payment, What
from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.roles import Role

FIRST, SECOND = What.FIRST_INSTALMENT, What.SECOND_INSTALMENT
TODAY = date(2027, 7, 10)
STARTED = date(2026, 1, 15)


def enter(world: World, *amounts: str) -> None:
    """Enter the two instalments of the contract."""
    for what, amount in zip((FIRST, SECOND), amounts, strict=False):
        new = NewAmount(what, Decimal(amount), LONG_AGO, "contract van het netwerk")
        actions.enter_amount(new=new, by=world.cast[Role.NETWORK_COORDINATOR], key=uuid4())


def paid(world: World, case: Case, what: What = FIRST, by: Role = Role.NETWORK_COORDINATOR) -> None:
    """Note that an instalment of 1,500.00 was paid."""
    paying = Paying(what, date(2026, 3, 2), Decimal("1500.00"))
    pay(number=case.number, paying=paying, by=world.cast[by], key=uuid4())


def shown(world: World, case: Case) -> Provided:
    return one_provided(world.region, case.number, TODAY)


@pytest.mark.rule("AT-235")
def test_after_an_early_stop_what_was_not_paid_returns_to_the_budget(world: World) -> None:
    enter(world, "1500", "1500")
    case = world.open(started_on(STARTED))
    paid(world, case)
    world.cast.record(case, *stopped_early(STARTED, date(2026, 4, 15))[-2:])
    assert (shown(world, case).lost, shown(world, case).recovery) == (Decimal(1500), None)


@pytest.mark.rule("AT-235")
def test_after_an_early_stop_no_instalment_is_paid_any_more(world: World) -> None:
    case = world.open(stopped_early(STARTED, date(2026, 4, 15)))
    with pytest.raises(MoneyRefused) as refused:
        paid(world, case, SECOND)
    assert refused.value.reasons[0].shortfall.missing == ("not_stopped",)


@pytest.mark.rule("AT-236")
def test_after_a_removal_what_was_paid_may_be_reclaimed(world: World) -> None:
    case = world.open(started_on(STARTED))
    paid(world, case)
    world.cast.record(case, e.StopDecided(date(2026, 8, 3), StopManner.CONTINGENT_REMOVAL))
    assert shown(world, case).recovery == Decimal("-1500.00")


def test_without_amounts_of_the_contract_what_is_lost_is_not_known(world: World) -> None:
    case = world.open(stopped_early(STARTED, date(2026, 4, 15)))
    assert (shown(world, case).lost, shown(world, case).amounts) == (None, {FIRST: None, SECOND: None})


@pytest.mark.rule("AT-174")
def test_only_the_network_coordinator_pays(world: World) -> None:
    case = world.open(started_on(STARTED))
    with pytest.raises(MoneyRefused) as refused:
        paid(world, case, by=Role.WORK_CASE_MANAGER)
    assert refused.value.reasons[0].shortfall.missing == ("network_coordinator",)


@pytest.mark.rule("AT-174")
def test_a_payment_names_the_version_of_the_plan_it_rests_on(world: World) -> None:
    case = world.open(started_on(STARTED))
    paid(world, case)
    assert Payment.objects.get().plan_version == 1


def test_an_instalment_is_paid_once(world: World) -> None:
    case = world.open(started_on(STARTED))
    paid(world, case)
    with pytest.raises(MoneyRefused) as refused:
        paid(world, case)
    assert refused.value.reasons[0].shortfall.missing == ("not_paid",)
    paid(world, case, SECOND)
    assert set(shown(world, case).paid) == {FIRST, SECOND}


@pytest.mark.parametrize("amount", ["1250.00", "0.00"])
def test_what_was_noted_by_mistake_is_made_good_by_a_later_row(world: World, amount: str) -> None:
    case = world.open(started_on(STARTED))
    paid(world, case)
    better = Paying(FIRST, date(2026, 3, 3), Decimal(amount), correcting=True)
    pay(number=case.number, paying=better, by=world.cast[Role.NETWORK_COORDINATOR], key=uuid4())
    assert shown(world, case).noted[FIRST].amount == Decimal(amount)
    assert [one.amount for one in shown(world, case).paid.values()] == [Decimal(amount)] * (amount != "0.00")
    assert Payment.objects.count() == 2


def test_nothing_is_corrected_that_was_not_noted(world: World) -> None:
    case = world.open(started_on(STARTED))
    better = Paying(FIRST, date(2026, 3, 3), Decimal(1), correcting=True)
    with pytest.raises(OutOfDate):
        pay(number=case.number, paying=better, by=world.cast[Role.NETWORK_COORDINATOR], key=uuid4())


@pytest.mark.rule("AT-174")
def test_the_care_department_enters_no_instalment(world: World) -> None:
    new = NewAmount(FIRST, Decimal(1500), LONG_AGO, "contract")
    with pytest.raises(MoneyRefused):
        actions.enter_amount(new=new, by=world.official, key=uuid4())


@pytest.mark.rule("AT-011")
def test_the_money_of_the_providers_stays_out_of_the_statement(world: World) -> None:
    enter(world, "1500", "1500")
    case = world.open(stopped_early(STARTED, date(2026, 4, 15)))
    line = world.lines(2026, 1)[case.number]
    assert (line.percent, line.amount) == (60, None)


def test_only_trajectories_of_the_own_region_that_began_are_followed(world: World) -> None:
    world.open(ACCEPTED)
    begun, elsewhere = world.open(started_on(STARTED)), world.open(started_on(STARTED))
    Case.objects.filter(pk=elsewhere.pk).update(region=world.elsewhere.region)
    found, more = provided(world.region, TODAY)
    assert ([one.case.pk for one in found], more) == ([begun.pk], False)
