"""A trajectory on 1 May 2026 with a note in every part of its file, seen by its client."""

import pytest

from tests.dossier.world import World, fill
from tests.scene import Scene, scene, today

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here asks several pages one after the other."""


@pytest.fixture
def world(scene: Scene) -> World:
    """The file with its notes."""
    made = World(scene)
    fill(made)
    return made
