"""The scene, on 1 May 2026."""

import pytest

from tests.scene import scene, today

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here may ask several pages."""
