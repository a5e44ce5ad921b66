"""The scene, on 1 May 2026."""

import pytest

from tests.scene import scene, today

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_many_pages(several_requests: None) -> None:
    """Every test here asks one page after the other, as no visitor does."""
