"""How a provider gets into the file, and what it sees of its assignments."""

import pytest

from tests.cast import make_position
from tests.network.world import CARE, CARER, COORDINATOR, WORK, WORKER, NetworkWorld
from tests.scene import TODAY, text_of
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.waiting import Asked, waiting_for

LAST = {"last": "2026-11-04"}


@pytest.fixture
def assigned(world: NetworkWorld) -> NetworkWorld:
    """Both actions are assigned to providers who do not take part yet."""
    for role in (CARER, WORKER):
        world.alone(role)
    assert world.assign(world.known()).status_code == 302
    assert world.assign(world.known(WORKER), Domain.WORK, first="2026-06-01", amount="1200,00").status_code == 302
    return world


@pytest.mark.rule("AT-183")
def test_a_work_provider_gets_in_through_a_referral_line_of_the_work_case_manager(assigned: NetworkWorld) -> None:
    assert assigned.refer(WORK, Domain.WORK, **LAST).status_code == 302
    line = Involvement.objects.get(file=assigned.file, capacity=WORKER, reason="referral_line")
    assert (str(line.from_on), str(line.until_on)) == ("2026-06-01", "2026-11-05")
    assert assigned.page(CARE, f"uitvoering/doorverwijzen/?actie={assigned.code(Domain.WORK)}").status_code == 404


@pytest.mark.rule("AT-138")
@pytest.mark.parametrize("by", [WORK, CARE])
def test_a_provider_of_care_is_let_in_by_either_case_manager(assigned: NetworkWorld, by: Role) -> None:
    assert assigned.refer(by).status_code == 302
    names = Involvement.objects.filter(file=assigned.file, capacity=CARER, until_on=None)
    assert [one.reason for one in names] == ["action_assigned"]


@pytest.mark.rule("AT-123")
def test_nobody_is_let_in_for_an_action_that_nobody_assigned(world: NetworkWorld) -> None:
    world.alone(CARER)
    world.known()
    assert world.page(CARE, f"uitvoering/doorverwijzen/?actie={world.code()}").status_code == 404


@pytest.mark.rule("AT-123")
def test_an_assignment_that_is_over_lets_nobody_in(world: NetworkWorld) -> None:
    world.alone(CARER)
    assert world.assign(world.known(), first="2026-04-21", last="2026-04-30").status_code == 302
    answer = world.refer(CARE)
    assert answer.status_code == 422
    assert ">AT-123<" in answer.content.decode()


@pytest.mark.rule("AT-183")
def test_a_provider_sees_its_assignment_only_when_it_takes_part(assigned: NetworkWorld) -> None:
    before = text_of(assigned.visitor(CARER).get("/opdrachten/"))
    assert "U hebt nu geen opdracht" in before
    assigned.refer(CARE)
    page = text_of(assigned.visitor(CARER).get("/opdrachten/"))
    assert "ergotherapie" in page
    assert "€ 800,00" in page


def test_a_provider_sees_nothing_of_the_assignments_of_others(world: NetworkWorld) -> None:
    world.assign(world.known())
    world.assign(world.known(WORKER), Domain.WORK, discipline="werkplekbegeleiding", amount="1200,00")
    for role, own, other in ((CARER, "ergotherapie", "werkplek"), (WORKER, "werkplekbegeleiding", "ergo")):
        page = text_of(world.visitor(role).get("/opdrachten/"))
        assert own in page
        assert other not in page


@pytest.mark.rule("AT-127")
def test_whoever_takes_over_is_known_to_follow_the_provider_before(world: NetworkWorld) -> None:
    before = Involvement.objects.get(file=world.file, capacity=CARER)
    successor = make_position(CARER, world.scene.cast.region, "opvolger")
    world.assign(world.known())
    world.assign(world.known(organisation=str(successor.organisation_id)))
    assert world.refer(CARE, person=str(successor.pk)).status_code == 302
    assert Involvement.objects.get(file=world.file, position=successor).follows == before
    asked = [one.part for one in waiting_for(world.position(WORK), TODAY) if one.asked is Asked.END]
    assert asked == [before]


@pytest.mark.parametrize("role", [WORK, CARE, COORDINATOR, Role.CLIENT])
def test_the_page_with_own_assignments_is_for_providers(world: NetworkWorld, role: Role) -> None:
    assert world.visitor(role).get("/opdrachten/").status_code == 404
