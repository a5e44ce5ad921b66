"""The region is loaded with the actions of the program, one trajectory after the other."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore


@pytest.fixture(autouse=True)
def _one_trajectory_after_the_other(_no_query_per_row: None) -> Iterator[None]:
    """What an action asks, it asks for each trajectory again."""
    with zeal_ignore():
        yield
