"""The region is loaded with the actions of the program, one trajectory after the other."""

import pytest


@pytest.fixture(autouse=True)
def _one_trajectory_after_the_other(several_requests: None) -> None:
    """What an action asks, it asks for each trajectory again."""
