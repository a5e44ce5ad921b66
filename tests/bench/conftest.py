"""A tiny database of the benchmark on the server of the tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker
from zeal import zeal_ignore

from bench import databases, noting, pages, place, portal, recording, searching, stock

CASES = 60


@pytest.fixture(scope="module")
def tiny(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with 60 cases and a full one, made as the large ones are; the program here works on it."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), zeal_ignore():
        patch.setattr(databases, "PREFIX", f"test_{os.getpid()}")
        patch.setattr(stock, "TEMPLATES", 40)
        patch.setattr(stock, "TEAM", 20)
        try:
            name = stock.prepare(CASES)
            with databases.using(name):
                yield name
        finally:
            for part in (CASES, databases.TABLES):
                databases.drop(databases.named(part))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, worker_id: str, tmp_path: Path) -> None:
    """Servers of the benchmark listen where no other does, and are asked only a few times."""
    first = 8180 + 10 * int(worker_id.removeprefix("gw") or 0) if worker_id != "master" else 8180
    monkeypatch.setattr(place, "FIRST_PORT", first)
    monkeypatch.setattr(recording, "PORT", first + 5)
    monkeypatch.setattr(noting, "PORT", first + 6)
    monkeypatch.setattr(place, "DATA", tmp_path)
    # The database was made by these tests, so it knows their key.
    monkeypatch.setattr(place, "_KEY", settings.SECRET_KEY)
    few_of = ((pages, "CASES", 2), (pages, "WARM_UP", 2), (recording, "WARM_UP", 1), (noting, "WARM_UP", 1))
    for module, name, few in (*few_of, (portal, "WARM_UP", 1), (searching, "WARM_UP", 2), (searching, "ASKED", 3)):
        monkeypatch.setattr(module, name, few)
    monkeypatch.setattr(pages, "REQUESTS_BEFORE_MEMORY", 4)
