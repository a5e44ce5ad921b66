"""A trajectory on 1 May 2026 with everybody around it, and a data-protection officer."""

import pytest

from tests.review.people import make_officer
from tests.scene import Scene, scene, today
from vlechtwerk.organisations.models import Position

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here asks several pages one after the other, which a page never does."""


@pytest.fixture
def officer(scene: Scene) -> Position:
    """The data-protection officer of the region."""
    return make_officer(scene.cast)
