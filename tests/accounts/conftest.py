"""Tests that ask several pages."""

from collections.abc import Iterator

import pytest
from zeal import zeal_ignore

from tests.accounts.people import Person, make_person


@pytest.fixture(autouse=True)
def _several_requests(several_requests: None) -> Iterator[None]:
    """A test may ask several pages. The list of places where one is signed in looks each session up with its account."""
    with zeal_ignore([{"model": model, "field": "get()"} for model in ("sessions.Session", "accounts.Account")]):
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
