"""A trajectory on 1 May 2026 whose case managers have access to the ICF, with a set of 43 categories."""

import pytest

from tests.dossier.conftest import _asks_several_pages
from tests.dossier.world import CARE, WORK, World
from tests.icf.sets import loaded
from tests.scene import Scene, scene, today
from vlechtwerk.sharing.policy import Kind

__all__ = ["_asks_several_pages", "scene", "today"]


@pytest.fixture
def world(scene: Scene) -> World:
    """Both case managers may write; nothing is filled in."""
    made = World(scene)
    loaded()
    for role in (WORK, CARE):
        made.give(role, Kind.ICF, Kind.SHARED)
    return made
