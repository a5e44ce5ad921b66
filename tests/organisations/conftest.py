"""A region with its cast, and tests that ask several pages."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.cast import Cast, make_cast

LOOKED_UP = ("sessions.Session", "accounts.Account", "organisations.Position")


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody of one region."""
    return make_cast()


@pytest.fixture(autouse=True)
def _several_requests(_no_query_per_row: None) -> Iterator[None]:
    """A test may ask several pages, each of which looks up who asks."""
    with zeal_ignore([{"model": model, "field": "get()"} for model in LOOKED_UP]):
        yield
