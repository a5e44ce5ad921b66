"""It is 2 February 2026 in the region, unless a test says otherwise."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.intake.world import World, make_world, today

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_about_several(several_requests: None) -> None:
    """A test may ask several pages, which no page does."""


@pytest.fixture
def world(db: None, today: None) -> World:
    """The people, and nobody referred."""
    return make_world()


@pytest.fixture
def in_may(world: World) -> Iterator[None]:
    """It is 1 May 2026, when the trajectories of before have begun."""
    with time_machine.travel("2026-05-01T10:00:00+02:00", tick=True):
        yield
