"""What the tests of a module share: made once, in a transaction inside which every test has a savepoint of its own.

Making people, a trajectory and its notes takes longer than most tests that look at them. Every test gets a copy of what was
made, and whatever it does to the database is taken back as before. A test with real transactions makes everything itself.
"""

from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from copy import deepcopy
from typing import TypeVar

import pytest
import time_machine
from django.db import connection, transaction

T = TypeVar("T")
REAL_TRANSACTIONS = {"transactional_db", "live_server"}
BEFORE = "2026-05-01T09:50:00+02:00"
"""What is shared was made before any test begins, on the day of the tests."""


class Stage:
    """What was made for the module that is being tested, under a name; nothing between modules."""

    def __init__(self) -> None:
        """Nothing stands here yet."""
        self.key: tuple[str, str] | None = None
        self._made: object = None
        self._opened = ExitStack()

    def fits(self, item: pytest.Item) -> bool:
        """Whether a test may begin with what stands here: it asks for it, in the module for which it was made."""
        if self.key is None:
            return True
        place, name = self.key
        alive = connection.is_usable() and not connection.needs_rollback
        return alive and place == str(item.path) and name in names_of(item) and not has_real_transactions(item)

    def open(self, key: tuple[str, str], build: Callable[[], object], at: str | None) -> None:
        """Make something in a transaction that stays open, at a moment or (None) now."""
        self._opened.enter_context(transaction.atomic())
        self._opened.callback(transaction.set_rollback, True)
        try:
            with time_machine.travel(at, tick=True) if at else nullcontext():
                self._made = build()
        except BaseException:
            self.close()
            raise
        self.key = key

    def close(self) -> None:
        """Take everything back."""
        self.key = self._made = None
        self._opened.close()

    def copy(self) -> object:
        """What was made, for one test."""
        return deepcopy(self._made)


STAGE = Stage()


def names_of(item: pytest.Item) -> set[str]:
    """The fixtures that a test uses, by itself or by way of others."""
    return set(getattr(item, "fixturenames", ()))


def has_real_transactions(item: pytest.Item) -> bool:
    """Whether what a test does is really stored, and the tables are emptied after it."""
    marker = item.get_closest_marker("django_db")
    return bool(REAL_TRANSACTIONS & names_of(item) or (marker and marker.kwargs.get("transaction")))


def is_staged(item: pytest.Item) -> bool:
    """Whether a test uses something that its module shares."""
    return "stage" in names_of(item) and not has_real_transactions(item)


def shared(request: pytest.FixtureRequest, build: Callable[[], T], at: str | None = BEFORE) -> T:
    """What a fixture of this name makes for all tests of a module, as a copy for this test; made at a moment or (None) now.

    A test that uses the database already, or really stores things, makes its own.
    """
    assert request.fixturename is not None
    item, key = request.node, (str(request.node.path), request.fixturename)
    if has_real_transactions(item):
        request.getfixturevalue("transactional_db")
        return build()
    if STAGE.key is None and not connection.in_atomic_block:
        with request.getfixturevalue("django_db_blocker").unblock():
            STAGE.open(key, build, at)
    request.getfixturevalue("db")
    if STAGE.key != key:
        return build()
    made: T = STAGE.copy()  # type: ignore[assignment]  # what the same function made
    return made
