"""The scene, on 1 May 2026."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.scene import scene, today

__all__ = ["scene", "today"]


@pytest.fixture(autouse=True)
def _asks_many_pages(_no_query_per_row: None) -> Iterator[None]:
    """Every test here asks one page after the other, as no visitor does."""
    with zeal_ignore():
        yield
