"""The region with the people of the money, on 10 July 2027 unless a test says otherwise."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.compensation.world import World, make_world, on_day


@pytest.fixture(autouse=True)
def _asks_about_several(asks_anew: None) -> Iterator[None]:
    """A test may store several trajectories and ask several pages."""
    with zeal_ignore([{"model": "compensation.Statement", "field": "lines"}]):
        yield


@pytest.fixture
def today() -> Iterator[None]:
    """It is 10 July 2027."""
    with on_day("2027-07-10"):
        yield


@pytest.fixture
def world(db: None, today: None) -> World:
    """The region, without trajectories and without amounts."""
    return make_world()
