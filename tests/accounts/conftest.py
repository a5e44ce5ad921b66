"""Tests that ask several pages."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

LOOKED_UP = (
    "sessions.Session",
    "accounts.Account",
    "organisations.Position",
    "mfa.Authenticator",
    "usersessions.UserSession",
)


@pytest.fixture(autouse=True)
def _several_requests(_no_query_per_row: None) -> Iterator[None]:
    """A test may ask several pages, each of which looks up who asks."""
    with zeal_ignore([{"model": model, "field": "get()"} for model in LOOKED_UP]):
        yield
