"""The scene, on 1 May 2026."""

import pytest

from tests.scene import scene, several_requests, today

__all__ = ["scene", "several_requests", "today"]


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here may ask several pages."""
