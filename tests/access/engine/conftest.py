"""The matrix on 1 May 2026, filled with a row of every kind of content in every part in which anybody may write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import models
from zeal import zeal_ignore

from tests.access.engine.makers import MAKERS
from tests.access.engine.world import Matrix, build, name_of, settle, writers
from tests.scene import TODAY, today
from vlechtwerk.sharing.identity import acting

__all__ = ["today"]


@dataclass(frozen=True)
class Filled:
    """The matrix with the rows of each model, by the name of the part in which they stand."""

    matrix: Matrix
    rows: dict[type[models.Model], dict[str, models.Model]]

    def marked(self, model: type[models.Model]) -> dict[str, str]:
        """The text that stands in each part, by the name of the part."""
        return {name: mark(model, name) for name in self.rows[model]}


def mark(model: type[models.Model], name: str) -> str:
    """The text of a row: nothing else holds it."""
    return f"KANARIE {model._meta.label} {name}"


@pytest.fixture
def filled(db: None, today: date) -> Filled:
    """Everything."""
    return fill()


def fill() -> Filled:
    """Store the matrix and its rows."""
    with zeal_ignore():
        matrix = build()
        rows: dict[type[models.Model], dict[str, models.Model]] = {model: {} for model in MAKERS}
        for dossier, part, by in writers(matrix):
            name = name_of(dossier, part)
            with acting(by, TODAY):
                for model, maker in MAKERS.items():
                    rows[model][name] = maker.store(part, by, mark(model, name))
        settle(matrix)
    return Filled(matrix, rows)


@pytest.fixture(autouse=True)
def _asks_about_many_people(_no_query_per_row: None) -> Iterator[None]:
    """Every test here asks about many people one after the other, which a page never does."""
    with zeal_ignore():
        yield
