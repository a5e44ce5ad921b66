"""A trajectory on 1 May 2026 with a note in every part of its file, and nobody who was given access."""

from datetime import date

import pytest

from tests.dossier.world import World, fill
from tests.scene import Scene, make_scene, today
from tests.stage import shared

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here asks about many people one after the other, which a page never does."""


@pytest.fixture
def world(request: pytest.FixtureRequest, stage: None, today: date) -> World:
    """The file with its notes."""
    return shared(request, filled)


@pytest.fixture
def scene(request: pytest.FixtureRequest, stage: None, today: date) -> Scene:
    """The trajectory, of which the file holds notes when a test asks for the world around it."""
    if "world" in request.fixturenames:
        found: Scene = request.getfixturevalue("world").scene
        return found
    return shared(request, make_scene)


def filled() -> World:
    """Store a trajectory with its notes."""
    made = World(make_scene())
    fill(made)
    return made
