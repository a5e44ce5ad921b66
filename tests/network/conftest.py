"""A trajectory of which the plan was approved, on 1 May 2026."""

from datetime import date

import pytest

from tests.network.world import NetworkWorld, made
from tests.scene import today

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(asks_anew: None) -> None:
    """Every test here asks several pages one after the other."""


@pytest.fixture
def world(db: None, today: date) -> NetworkWorld:
    """The file."""
    return made()
