"""What is not possible now: many things with one reason stand together, and all of them are named."""

import re

import pytest

from tests.rules.histories import ACCEPTED
from tests.scene import make_scene, panel, today
from vlechtwerk.rules.roles import Role

__all__ = ["today"]


@pytest.mark.usefixtures("db", "today")
def test_of_many_things_with_one_reason_the_first_are_named_and_the_rest_can_be_opened() -> None:
    scene = make_scene(ACCEPTED)
    page = scene.as_(Role.WORK_CASE_MANAGER).get(scene.url)
    blocked = panel(page, "Wat kan nu niet?")
    (some, more) = re.findall(r"([A-Z][^.?]*?) en nog (\d+) Welke\? ", blocked)[0]
    (everything,) = re.findall(r"Welke\? ([^.]*)\.", blocked)
    assert everything.startswith(some.strip())
    assert len(everything.split(", ")) == len(some.split(", ")) + int(more) > 5
