"""An advice that VDAB registers: who is asked finds it on the own list, and takes part from the request on."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from tests.dossier.colleagues import colleague_of
from tests.dossier.world import WORK, World
from tests.execution.conftest import with_access
from tests.execution.telling import happened, send
from tests.rules.histories import READY_FOR_ADVICE
from tests.scene import make_scene, text_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.events import MediationAdviceRegistered
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import GrantRefused
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.places import take_place

SCREENING, ADVISOR, FOLLOWER = Role.DGS, Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER
ASKED = "men vraagt u een advies"
TO_NAME = "kies welke onderzoeker van DGS het advies nakijkt"


@pytest.fixture
def near_the_end(db: None) -> Iterator[World]:
    """29 June 2027, before any mediation advice; nobody of the screening service takes part."""
    with time_machine.travel("2027-06-29T10:00:00+02:00", tick=True):
        before = [one for one in READY_FOR_ADVICE if not isinstance(one, MediationAdviceRegistered)]
        world = with_access(make_scene(before))
        Involvement.objects.filter(file=world.file, capacity=SCREENING).delete()
        yield world


def ask(world: World, advice: str, **more: str) -> None:
    """The work case manager asks VDAB for an advice."""
    told = {"happened_on": "2027-06-29", "advice": advice, **more}
    assert send(world, WORK, "verslagen/advice_request/", told).status_code == 302


def home(world: World, role: Role) -> str:
    """The words of the first screen of somebody."""
    return text_of(world.visitor(role).get("/"))


def present(world: World) -> list[Position]:
    """Who takes part for the screening service."""
    parts = Involvement.objects.filter(file=world.file, capacity=SCREENING, until_on=None).select_related("position")
    return [one.position for one in parts]


@pytest.mark.rule("AT-216")
def test_a_request_for_welfare_lets_the_screening_service_take_part_and_register(near_the_end: World) -> None:
    url = near_the_end.scene.url
    assert near_the_end.visitor(SCREENING).get(url).status_code == 404
    ask(near_the_end, "WELFARE")
    assert ASKED in home(near_the_end, SCREENING)
    told = {"on": "2027-06-29", "advice": "WELFARE", "seen": near_the_end.scene.case.version}
    page = near_the_end.visitor(SCREENING).get(f"{url}vastleggen/mediation_advice_registered/")
    assert page.status_code == 200
    assert send(near_the_end, SCREENING, "vastleggen/mediation_advice_registered/", told).status_code == 302
    assert [one["advice"] for one in happened(near_the_end, "mediation_advice_registered")] == ["WELFARE"]
    assert ASKED not in home(near_the_end, SCREENING)


@pytest.mark.rule("AT-211")
def test_each_advice_is_asked_of_who_registers_it_and_of_nobody_else(near_the_end: World) -> None:
    ask(near_the_end, "AMA")
    assert ASKED in home(near_the_end, ADVISOR)
    assert present(near_the_end) == []


@pytest.mark.rule("AT-211")
def test_an_advice_of_team_tom_is_nobodys_task_here(near_the_end: World) -> None:
    ask(near_the_end, "SEC")
    assert ASKED not in home(near_the_end, ADVISOR)


@pytest.mark.rule("AT-216")
def test_when_the_screening_service_does_not_agree_the_task_ends_with_the_answer(near_the_end: World) -> None:
    ask(near_the_end, "WELFARE")
    ask(near_the_end, "WELFARE", decision="refused", answered_on="2027-06-29")
    assert ASKED not in home(near_the_end, SCREENING)


@pytest.mark.rule("AT-216")
def test_another_advice_ends_the_part_of_the_screening_service(near_the_end: World) -> None:
    ask(near_the_end, "WELFARE")
    near_the_end.scene.cast.record(near_the_end.scene.case, MediationAdviceRegistered(date(2027, 6, 29), Advice.NEC))
    assert present(near_the_end) == []


@pytest.mark.rule("AT-216")
def test_of_two_researchers_the_work_case_manager_names_one(near_the_end: World) -> None:
    second = colleague_of(near_the_end, SCREENING)
    ask(near_the_end, "WELFARE")
    assert present(near_the_end) == []
    assert TO_NAME in home(near_the_end, WORK)
    send(near_the_end, WORK, "luik/toegang/meewerken/", {"position": str(second.pk)})
    assert present(near_the_end) == [second]
    assert TO_NAME not in home(near_the_end, WORK)


@pytest.mark.rule("AT-216")
@pytest.mark.parametrize("role", [SCREENING, FOLLOWER])
def test_nobody_of_vdab_is_let_in_before_something_was_asked(near_the_end: World, role: Role) -> None:
    page = text_of(near_the_end.visitor(WORK).get(f"{near_the_end.scene.url}luik/toegang/meewerken/"))
    assert near_the_end.position(role).account.name not in page
    with pytest.raises(GrantRefused):
        take_place(file=near_the_end.file, position=colleague_of(near_the_end, role), by=near_the_end.position(WORK))
