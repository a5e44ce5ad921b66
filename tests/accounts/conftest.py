"""Tests that ask several pages."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.accounts.people import Person, make_person

LOOKED_UP = (
    "sessions.Session",
    "accounts.Account",
    "organisations.Position",
    "mfa.Authenticator",
    "usersessions.UserSession",
    "accounts.UndertakingAccepted",
)


@pytest.fixture(autouse=True)
def _several_requests(_no_query_per_row: None) -> Iterator[None]:
    """A test may ask several pages, each of which looks up who asks."""
    with zeal_ignore([{"model": model, "field": "get()"} for model in LOOKED_UP]):
        yield


@pytest.fixture
def an(db: None) -> Person:
    """A work case manager with a password and no second factor yet, who accepted nothing yet."""
    return make_person()


@pytest.fixture
def settled(an: Person) -> Person:
    """The same with an authenticator app, who accepted the undertaking."""
    an.sets_up_app()
    an.undertakes()
    return an
