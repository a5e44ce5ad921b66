"""Tests that ask several pages."""

import pytest

from tests.accounts.people import Person, make_person


@pytest.fixture(autouse=True)
def _several_requests(several_requests: None) -> None:
    """A test may ask several pages, each of which looks up who asks."""


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
