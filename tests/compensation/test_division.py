"""How the partners divide a statement: to the cent, by their own key, and the ten percent out of each trajectory."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import LONG_AGO
from tests.compensation.world import World, completed, stopped_early
from vlechtwerk.compensation import actions
from vlechtwerk.compensation.actions import MoneyRefused, NewAmount, NewKey
from vlechtwerk.compensation.models import Amount, Key, Line, What
from vlechtwerk.compensation.queries import Account, distribution
from vlechtwerk.organisations.models import Organisation, Region
from vlechtwerk.rules.activation.duties.payment import HalfYear, distribute, set_aside_for_the_contact

H1 = HalfYear(2027, 1)
APRIL_7, JUNE_29 = date(2026, 4, 7), date(2027, 6, 29)


def divided(world: World) -> dict[str, Decimal]:
    """What everybody gets of the first half of 2027."""
    found = distribution(world.statement(*H1))
    assert found is not None
    return {"contact": found.contact.contact, **{one.name: amount for one, _percent, amount in found.partners}}


@pytest.mark.rule("AT-017")
def test_the_partners_divide_the_total_by_their_key(world: World) -> None:
    world.amount()
    world.key("50", "30", "20")
    for _ in range(2):
        world.open(completed(APRIL_7, JUNE_29))
    parts = {"Partner 1": Decimal(1000), "Partner 2": Decimal(600), "Partner 3": Decimal(400)}
    assert divided(world) == {"contact": Decimal(0), **parts}


@pytest.mark.rule("AT-023")
def test_ten_percent_for_the_contact_comes_out_of_each_trajectory(world: World) -> None:
    world.amount()
    world.key("50", "30", "20", contact_share=True)
    for _ in range(2):
        world.open(completed(APRIL_7, JUNE_29))
    parts = {"Partner 1": Decimal(900), "Partner 2": Decimal(540), "Partner 3": Decimal(360)}
    assert divided(world) == {"contact": Decimal(200), **parts}


def test_nothing_is_divided_without_a_key(world: World) -> None:
    world.amount()
    world.open(completed(APRIL_7, JUNE_29))
    assert distribution(world.statement(*H1)) is None


def test_nothing_is_divided_while_an_amount_is_not_known(world: World) -> None:
    world.key("100")
    world.open(completed(APRIL_7, JUNE_29))
    assert distribution(world.statement(*H1)) is None


@pytest.mark.rule("AT-017")
@pytest.mark.parametrize(
    ("percents", "missing"),
    [((), ("partners", "hundred")), (("50", "49.99"), ("hundred",)), (("50", "50.01"), ("hundred",))],
)
def test_a_key_that_does_not_make_a_hundred_percent_is_refused(
    world: World, percents: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    with pytest.raises(MoneyRefused) as refused:
        world.key(*percents)
    assert refused.value.reasons[0].shortfall.missing == missing
    assert Key.objects.count() == 0


@pytest.mark.rule("AT-017")
def test_only_the_contact_enters_a_key_and_says_where_it_stands(world: World) -> None:
    shares = {Organisation.objects.create(name="Partner", kind="caw"): Decimal(100)}
    for by, source, missing in ((world.official, "akkoord", "by_contact"), (world.contact, " ", "key_source")):
        with pytest.raises(MoneyRefused) as refused:
            actions.enter_key(new=NewKey(shares, LONG_AGO, source), by=by, key=uuid4())
        assert refused.value.reasons[0].shortfall.missing == (missing,)


def test_a_closed_statement_keeps_the_key_it_was_closed_with(world: World) -> None:
    world.amount()
    world.key("60", "40")
    world.open(completed(APRIL_7, JUNE_29))
    world.decide(*H1)
    actions.close(run=H1, by=world.official, key=uuid4())
    world.key("10", "90")
    assert divided(world) == {"contact": Decimal(0), "Partner 1": Decimal(600), "Partner 2": Decimal(400)}


@pytest.mark.rule("AT-260")
@pytest.mark.parametrize(
    ("amount", "source", "missing"), [("1000", " ", "legal_source"), ("-0.01", "besluit", "not_negative")]
)
def test_an_amount_has_a_source_and_is_not_negative(world: World, amount: str, source: str, missing: str) -> None:
    new = NewAmount(What.TRAJECTORY, Decimal(amount), LONG_AGO, source)
    with pytest.raises(MoneyRefused) as refused:
        actions.enter_amount(new=new, by=world.official, key=uuid4())
    assert refused.value.reasons[0].shortfall.missing == (missing,)
    assert Amount.objects.count() == 0


@pytest.mark.rule("AT-260")
def test_the_contact_enters_no_amount(world: World) -> None:
    with pytest.raises(MoneyRefused):
        actions.enter_amount(
            new=NewAmount(What.TRAJECTORY, Decimal(1), LONG_AGO, "besluit"), by=world.contact, key=uuid4()
        )


@pytest.mark.rule("AT-022")
def test_the_total_of_a_statement_is_the_sum_of_its_lines_and_nothing_more(world: World) -> None:
    world.amount()
    world.open(completed(APRIL_7, JUNE_29))
    world.open(stopped_early(date(2027, 1, 15), date(2027, 4, 15)))
    account = world.statement(*H1)
    assert account.total == sum(line.amount for line in account.lines if line.amount) == Decimal("1600.00")


CENTS = st.integers(-10_000_000, 10_000_000).map(lambda cents: Decimal(cents) / 100)
CUTS = st.lists(st.integers(1, 9_999), unique=True, max_size=6).map(sorted)


@given(amounts=st.lists(CENTS, max_size=30), cuts=CUTS, chosen=st.booleans())
def test_whatever_the_lines_and_the_key_the_parts_make_the_total_to_the_cent(
    amounts: list[Decimal], cuts: list[int], chosen: bool
) -> None:
    edges = [0, *cuts, 10_000]
    shares = {str(n): Decimal(b - a) / 100 for n, (a, b) in enumerate(pairwise(edges))}
    account = Account(Region(), H1, None, [Line(amount=amount) for amount in amounts])
    contact, partners = set_aside_for_the_contact(amounts, chosen)
    assert contact + sum(distribute(partners, shares).values()) == account.total
