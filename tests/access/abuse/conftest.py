"""A trajectory on 1 May 2026 with a note in every part of its file."""

from datetime import date

import pytest

from tests.dossier.world import World, fill
from tests.scene import Scene, make_scene, today
from tests.stage import shared

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here asks many pages one after the other."""


@pytest.fixture
def world(request: pytest.FixtureRequest, stage: None, today: date) -> World:
    """The file with its notes, in which everybody was given the access that can be given."""
    return shared(request, given)


@pytest.fixture
def scene(request: pytest.FixtureRequest, stage: None, today: date) -> Scene:
    """The trajectory, of which the file holds notes when a test asks for the world around it."""
    if "world" in request.fixturenames:
        found: Scene = request.getfixturevalue("world").scene
        return found
    return shared(request, make_scene)


def given() -> World:
    """Store a trajectory with its notes and all access."""
    made = World(make_scene())
    fill(made)
    made.give_all()
    return made
