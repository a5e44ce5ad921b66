"""A trajectory on 1 May 2026 with everybody around it, and a data-protection officer."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.review.people import make_officer
from tests.scene import Scene, scene, today
from vlechtwerk.organisations.models import Position

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(_no_query_per_row: None) -> Iterator[None]:
    """Every test here asks several pages one after the other, which a page never does."""
    with zeal_ignore():
        yield


@pytest.fixture
def officer(scene: Scene) -> Position:
    """The data-protection officer of the region."""
    return make_officer(scene.cast)
