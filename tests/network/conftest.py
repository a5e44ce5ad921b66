"""A trajectory of which the plan was approved, on 1 May 2026."""

from collections.abc import Iterator
from datetime import date

import pytest
from zeal import zeal_ignore

from tests.network.world import NetworkWorld, made
from tests.scene import today

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(_no_query_per_row: None) -> Iterator[None]:
    """Every test here asks several pages one after the other."""
    with zeal_ignore():
        yield


@pytest.fixture
def world(db: None, today: date) -> NetworkWorld:
    """The file."""
    return made()
