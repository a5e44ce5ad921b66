"""What waits about who takes part: the home screen tells it in the statement that counts, and the same as the access page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.colleagues import colleague_of, place
from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import TODAY, Scene
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.places import take_place
from vlechtwerk.sharing.waiting import waiting_for
from vlechtwerk.worklist.queries import Desk, Wanted, home

WORDS = "Toegang en plaatsen"
Told = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def _asks_about_several_people(several_requests: None) -> None:
    """What waits is asked of several people, one after the other."""


@pytest.fixture
def world(scene: Scene) -> World:
    """A trajectory in which nobody was given access yet."""
    return World(scene)


def told(position: Position) -> Told:
    """What the home screen tells; checked to be what `sharing` tells."""
    found = [(one.asked.value, one.role.value) for one in home(Desk(position, TODAY), Wanted()).counts.waiting]
    assert found == [(one.asked.value, one.role.value) for one in waiting_for(position, TODAY)]
    return found


@pytest.mark.rule("AT-078")
def test_who_was_never_given_access_waits_for_the_work_case_manager_alone(world: World) -> None:
    assert ("give", str(CARER)) in told(world.position(WORK))
    assert told(world.position(CARE)) == []
    world.give_all()
    assert told(world.position(WORK)) == []


@pytest.mark.rule("AT-127")
def test_who_was_replaced_waits_beside_who_came(world: World) -> None:
    world.give_all()
    new = colleague_of(world, CARER, elsewhere=True)
    take_place(file=world.file, position=new, replaces=place(world, CARER), by=world.position(CARE))
    assert sorted(told(world.position(WORK))) == [("end", str(CARER)), ("give", str(CARER))]


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(("left", "other"), [(CARE, WORK), (WORK, CARE)])
def test_a_place_that_was_left_waits_for_the_other_case_manager(world: World, left: Role, other: Role) -> None:
    world.give_all()
    Position.objects.filter(pk=world.scene.cast[left].pk).update(until_on=TODAY)
    assert told(world.scene.cast[other]) == [("fill", str(left))]


def test_nothing_waits_in_a_file_that_is_blocked_or_not_owned_yet(world: World) -> None:
    File.objects.filter(pk=world.file.pk).update(blocked_on=TODAY)
    assert told(world.position(WORK)) == []
    File.objects.filter(pk=world.file.pk).update(blocked_on=None, owned_from=None)
    assert told(world.position(WORK)) == []


def test_that_something_waits_costs_no_statement_more(world: World) -> None:
    browser = world.visitor(WORK)
    browser.get("/")
    with CaptureQueriesContext(connection) as waiting:
        assert WORDS in browser.get("/").content.decode()
    world.give_all()
    with CaptureQueriesContext(connection) as nothing:
        assert WORDS not in browser.get("/").content.decode()
    assert len(waiting) == len(nothing)


def test_who_looks_for_a_name_gets_the_list_only(world: World) -> None:
    page = world.visitor(WORK).post("/", {"name": "voorbeeld"}).content.decode()
    assert "Voorbeeld" in page
    assert WORDS not in page


def test_a_search_in_which_nothing_was_typed_shows_the_home_screen(world: World) -> None:
    assert WORDS in world.visitor(WORK).post("/", {"name": ""}).content.decode()
