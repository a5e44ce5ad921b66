"""The scene, for the pages of the manual in the program."""

import pytest

from tests.scene import Scene, scene, today

__all__ = ["Scene", "scene", "today"]


@pytest.fixture
def _asks_several_pages(several_requests: None) -> None:
    """A test may ask several pages."""
