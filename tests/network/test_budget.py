"""The budget of the network coordinator: what is committed, paid and free, for each trajectory and the whole project."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.network.world import CARE, COORDINATOR, WORK, NetworkWorld
from tests.scene import text_of
from vlechtwerk.compensation.instalments import Paying, pay
from vlechtwerk.compensation.models import What
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role


def shown(world: NetworkWorld) -> str:
    """The words of the page."""
    return text_of(world.visitor(COORDINATOR).get("/budget/")).replace("\xa0", " ")


def project(world: NetworkWorld, amount: str) -> None:
    """Enter the budget of the whole project."""
    told = {"what": "project", "valid_from": "2026-01-01", "amount": amount, "legal_source": "Contract, artikel 4"}
    answer = world.visitor(COORDINATOR).post("/vergoeding/netwerk/bedragen/", {**told, "idempotency_key": str(uuid4())})
    assert answer.status_code == 302, text_of(answer)


@pytest.fixture
def assigned(world: NetworkWorld) -> NetworkWorld:
    """An action of 800 euro is assigned, and one of 1200 euro."""
    assert world.assign(world.known()).status_code == 302
    known = world.known(name="Stageplaats Zonneweg")
    assert world.assign(known, Domain.WORK, amount="1200,00", discipline="werkplekbegeleiding").status_code == 302
    return world


@pytest.mark.rule("AT-173")
def test_the_coordinator_reads_what_is_committed_paid_and_free(assigned: NetworkWorld) -> None:
    project(assigned, "10000,00")
    assigned.scene.cast.record(assigned.scene.case, e.MediationStarted(date(2026, 5, 1)))
    paying = Paying(What.FIRST_INSTALMENT, date(2026, 5, 1), Decimal("500.00"))
    pay(number=assigned.scene.case.number, paying=paying, by=assigned.position(COORDINATOR), key=uuid4())
    page = shown(assigned)
    for told in ("budget van het hele project € 10.000,00", "vrij € 8.000,00", "nog niet betaald € 1.500,00"):
        assert told.casefold() in page.casefold()


@pytest.mark.rule("AT-173")
def test_each_trajectory_stands_with_what_is_left_of_its_maximum_and_without_a_name(assigned: NetworkWorld) -> None:
    page = shown(assigned)
    assert "€ 2.000,00 € 0,00 € 2.000,00 € 3.000,00" in page
    assert "Fien" not in page


def test_without_a_budget_of_the_project_nothing_is_called_free(assigned: NetworkWorld) -> None:
    page = shown(assigned)
    assert "geen bedrag ingevuld" in page.casefold()
    assert "vrij €" not in page.casefold()


@pytest.mark.rule("AT-173")
@pytest.mark.parametrize("role", [WORK, CARE, Role.CLIENT, Role.PROJECT_FOLLOWER])
def test_for_others_the_budget_does_not_exist(world: NetworkWorld, role: Role) -> None:
    assert world.visitor(role).get("/budget/").status_code == 404
