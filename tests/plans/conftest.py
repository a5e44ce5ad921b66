"""A trajectory of which the participant accepted, on 1 May 2026, with nobody's plan yet."""

from datetime import date

import pytest

from tests.plans.world import PlanWorld, made
from tests.scene import today

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(asks_anew: None) -> None:
    """Every test here asks several pages one after the other."""


@pytest.fixture
def world(db: None, today: date) -> PlanWorld:
    """The file."""
    return made()
