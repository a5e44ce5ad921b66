"""What is asked in an address never becomes a part of a question to the database."""

import re
import time
from typing import Any

import pytest

from tests.access.abuse.payloads import INJECTIONS
from tests.dossier.world import CARE, World, canary
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

WORK, CLIENT = Role.WORK_CASE_MANAGER, Role.CLIENT
ASKED = [
    ("/", "view", WORK),
    ("/", "status", WORK),
    ("/", "page", WORK),
    ("/", "order", WORK),
    ("{case}", "on", WORK),
    ("{case}wat-als/", "event", WORK),
    ("{case}luik/", "page", WORK),
    ("{case}luik/schrijven/", "corrects", WORK),
    ("/wie-keek/", "page", CLIENT),
    ("/functie/", "next", WORK),
]
"""Where something can be asked, under which name, and by whom."""
NO_FAULT = {200, 404, 422}


def test_there_are_sixty_of_them() -> None:
    assert len(set(INJECTIONS)) == 60


@pytest.mark.parametrize(("path", "name", "role"), ASKED)
def test_nothing_in_an_address_changes_what_is_asked_of_the_database(
    world: World, path: str, name: str, role: Role
) -> None:
    browser, url = world.visitor(role), path.format(case=world.scene.url)
    hidden, began = canary(world.part(Kind.CARE_OWN, CARE)), time.monotonic()
    answers = [browser.get(url, {name: one}) for one in INJECTIONS]
    assert {one.status_code for one in answers} <= NO_FAULT
    assert role is CLIENT or not [one for one in answers if hidden in one.content.decode()]
    assert time.monotonic() - began < len(INJECTIONS)


def listed(answer: Any) -> list[str]:
    """The trajectories on a page, in their order."""
    return re.findall(r'href="(/trajecten/[-0-9a-f]+/)"', answer.content.decode())


def test_a_choice_that_is_none_shows_the_list_as_it_is(world: World) -> None:
    world.scene.cast.open(name="Ander")
    browser = world.visitor(WORK)
    plain = listed(browser.get("/"))
    assert len(plain) == 2
    for name in ("view", "status", "page", "order"):
        assert [one for one in INJECTIONS if listed(browser.get("/", {name: one})) != plain] == []


def test_nothing_that_is_searched_changes_what_is_asked_of_the_database(world: World) -> None:
    world.scene.cast.open(name="Verborgen").file.involvements.all().delete()
    browser = world.visitor(WORK)
    answers = [browser.post("/", {"name": one}) for one in INJECTIONS]
    assert {one.status_code for one in answers} <= NO_FAULT
    assert not [one for one in answers if "Verborgen" in one.content.decode()]
