"""Goals: needed for work, formulated SMART, agreed with the client, and replaced instead of changed."""

from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import TODAY, text_of
from vlechtwerk.dossier.models import Goal
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

GOAL = {
    "domain": "care",
    "text": "Drie halve dagen per week volhouden",
    "measure": "vier weken na elkaar",
    "feasibility": "lukte vroeger ook",
    "obstacle": "raakt snel vermoeid",
    "reached_by": "2026-10-01",
    "agreed_on": "2026-04-20",
    "audience": ["work_case_manager", "care_case_manager"],
    "why": "om halftijds te kunnen werken",
    "discussed_on": "2026-04-20",
    "answer": "agreed_together",
    "valid_until": "2026-10-20",
}


@pytest.fixture
def world(world: World) -> World:
    """Both case managers and the care provider have access to the shared part."""
    for role in (WORK, CARE, CARER):
        world.give(role)
    return world


def set_down(world: World, role: Role = CARE, **answers: Any) -> Any:
    """What the browser answers to somebody who sets a goal."""
    told = {**GOAL, "idempotency_key": str(uuid4()), **answers}
    return world.visitor(role).post(f"{world.url}doelen/schrijven/", told)


def page_of(world: World, role: Role) -> str:
    """The words of the page with the goals."""
    return text_of(world.visitor(role).get(f"{world.url}doelen/"))


@pytest.mark.rule("AT-094")
def test_a_goal_tells_result_measure_and_day(world: World) -> None:
    assert set_down(world).status_code == 302
    for role in (CARE, WORK, Role.CLIENT):
        page = page_of(world, role)
        assert "Drie halve dagen per week volhouden" in page
        assert "vier weken na elkaar" in page
        assert "1 oktober 2026" in page


@pytest.mark.rule("AT-094")
@pytest.mark.parametrize("missing", ["measure", "feasibility"])
def test_a_goal_that_is_not_smart_is_refused_with_the_rule(world: World, missing: str) -> None:
    empty: dict[str, Any] = {missing: ""}
    answer = set_down(world, **empty)
    assert answer.status_code == 422
    assert "AT-094" in answer.content.decode()
    assert "Drie halve dagen per week volhouden" in text_of(answer)


@pytest.mark.rule("AT-099")
@pytest.mark.parametrize(("domain", "status"), [("care", 422), ("work", 302)])
def test_a_goal_of_care_without_an_obstacle_to_work_is_refused(world: World, domain: str, status: int) -> None:
    assert set_down(world, domain=domain, obstacle="").status_code == status


@pytest.mark.parametrize("role", [CARER, Role.CLIENT, Role.NETWORK_COORDINATOR])
def test_only_case_managers_set_goals(world: World, role: Role) -> None:
    assert set_down(world, role).status_code == 404


@pytest.mark.rule("AT-247")
def test_a_goal_is_read_by_whom_it_was_agreed_for_and_by_nobody_else(world: World) -> None:
    set_down(world, answer="decides_herself")
    assert "Drie halve dagen" not in page_of(world, WORK)
    assert "Drie halve dagen" not in page_of(world, CARER)


def test_a_changed_goal_comes_in_the_place_of_the_earlier_one_which_is_kept(world: World) -> None:
    set_down(world)
    with acting(world.scene.client, TODAY):
        first = Goal.objects.get()
    assert set_down(world, replaces=str(first.pk), text="Vier halve dagen volhouden").status_code == 302
    for role in (CARE, WORK, Role.CLIENT):
        page = page_of(world, role)
        assert "Vier halve dagen volhouden" in page
        assert "Drie halve dagen" not in page


@pytest.mark.parametrize(
    ("agreed", "reached", "status"),
    [("2026-05-02", "2026-10-01", 422), ("2026-05-01", "2026-05-01", 302), ("2026-05-01", "2026-04-30", 422)],
)
def test_a_goal_is_agreed_before_it_is_reached(world: World, agreed: str, reached: str, status: int) -> None:
    assert set_down(world, agreed_on=agreed, reached_by=reached).status_code == status


def test_sending_a_goal_twice_sets_it_once(world: World) -> None:
    key = str(uuid4())
    assert [set_down(world, idempotency_key=key).status_code for _ in range(2)] == [302, 302]
    assert page_of(world, CARE).count("Drie halve dagen per week volhouden") == 2


def test_what_a_goal_cannot_do_without_is_not_marked_as_something_to_skip(world: World) -> None:
    page = text_of(world.visitor(CARE).get(f"{world.url}doelen/schrijven/"))
    for question in ("Waaraan ziet u dat het bereikt is?", "Waarom is het haalbaar?"):
        assert question in page
        assert f"{question} (niet verplicht)" not in page
