"""The coordinator takes along what was paid to the providers in a period, and apart from it the own fee (AT-175)."""

import csv
import io
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.compensation.world import World
from tests.rules.histories import started_on
from tests.scene import text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.compensation import actions
from vlechtwerk.compensation.actions import NewAmount
from vlechtwerk.compensation.instalments import Paying, pay
from vlechtwerk.compensation.models import What
from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role

PAGE = "/vergoeding/netwerk/periode/"
COORDINATOR, MARCH = Role.NETWORK_COORDINATOR, "?first=2026-03-02&last=2026-03-31"
NO_FEE = "geen bedrag van de vergoeding van de coördinator"


def rows(world: World, kind: str, days: str = MARCH) -> list[list[str]]:
    """The cells of a file, without their headings."""
    body = world.visitor(world.cast[COORDINATOR]).get(f"{PAGE}{kind}/{days}").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(body), delimiter=";"))[1:]


def fee(world: World, day: date) -> None:
    """Enter a fee of 750 euro on a day."""
    new = NewAmount(What.COORDINATOR_FEE, Decimal(750), day, "contract, artikel 4")
    actions.enter_amount(new=new, by=world.cast[COORDINATOR], key=uuid4())


@pytest.fixture
def case(world: World) -> Case:
    """The first instalment of a trajectory was paid on 2 March 2026."""
    found = world.open(started_on(date(2026, 1, 15)))
    paying = Paying(What.FIRST_INSTALMENT, date(2026, 3, 2), Decimal("1500.00"))
    pay(number=found.number, paying=paying, by=world.cast[COORDINATOR], key=uuid4())
    return found


@pytest.mark.rule("AT-175")
def test_the_services_and_the_fee_of_a_period_are_apart(world: World, case: Case) -> None:
    fee(world, date(2026, 3, 31))
    assert [row[-1] for row in rows(world, "diensten")] == ["1500,00", "1500,00"]
    assert rows(world, "diensten")[0][1] == case.reference
    assert rows(world, "coordinator")[0][-2:] == ["contract, artikel 4", "750,00"]


@pytest.mark.rule("AT-175")
def test_without_an_amount_with_its_source_the_file_and_the_page_say_so(world: World, case: Case) -> None:
    fee(world, date(2026, 4, 1))
    assert NO_FEE in rows(world, "coordinator")[0][0]
    assert NO_FEE in text_of(world.visitor(world.cast[COORDINATOR]).get(f"{PAGE}{MARCH}"))


@pytest.mark.parametrize(("day", "lines"), [("2026-03-02", 2), ("2026-03-03", 1)])
def test_a_service_belongs_to_the_period_of_its_payment(world: World, case: Case, day: str, lines: int) -> None:
    assert len(rows(world, "diensten", f"?first={day}&last=2026-03-31")) == lines


def test_the_files_stand_in_the_record_and_a_period_that_ends_before_it_begins_has_none(
    world: World, case: Case
) -> None:
    rows(world, "diensten")
    assert Entry.objects.get(verb=Verb.NUMBERS_EXPORTED).shown == [case.file_id]
    browser = world.visitor(world.cast[COORDINATOR])
    assert browser.get(f"{PAGE}diensten/?first=2026-03-02&last=2026-03-01").status_code == 404
    assert browser.get(f"{PAGE}?first=2026-03-02&last=2026-03-01").status_code == 200
