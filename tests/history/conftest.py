"""A region with its cast, on a day after every event of the example histories."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    """It is 1 June 2028, noon in Brussels."""
    with time_machine.travel("2028-06-01T12:00:00+02:00", tick=True):
        yield


@pytest.fixture(autouse=True)
def _several_actions(several_requests: None) -> None:
    """A test may record several events, each of which locks its case."""


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody of one region."""
    return make_cast()
