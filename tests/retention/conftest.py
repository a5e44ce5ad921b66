"""A trajectory that ended on 24 April 2026, with a data-protection officer, in a region that said when claims end."""

import pytest

from tests.retention.ended import ENDED_ON, says_years, stop
from tests.review.people import make_officer
from tests.scene import Scene, scene, today
from vlechtwerk.organisations.models import Position

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here asks several pages one after the other."""


@pytest.fixture
def officer(scene: Scene) -> Position:
    """The data-protection officer of the region."""
    return make_officer(scene.cast)


@pytest.fixture
def ended(scene: Scene) -> Scene:
    """The trajectory of the scene, which was stopped; nobody can claim anything five years later."""
    stop(scene, ENDED_ON)
    says_years(scene, "claims_years", 5)
    return scene
