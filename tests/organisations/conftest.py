"""A region with its cast, and tests that ask several pages."""

import pytest

from tests.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody of one region."""
    return make_cast()


@pytest.fixture(autouse=True)
def _several_requests(several_requests: None) -> None:
    """A test may ask several pages, each of which looks up who asks."""
