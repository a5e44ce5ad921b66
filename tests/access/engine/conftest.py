"""The matrix on 1 May 2026, filled with rows of every kind of content, shared in every way, wherever anybody may write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import models
from zeal import zeal_ignore

from tests.access.engine.filling import placed
from tests.access.engine.items import FEW, OPEN_TO, SHARINGS
from tests.access.engine.makers import MAKERS
from tests.access.engine.world import GIVEN, Actor, Dossier, Matrix, build, name_of, settle, writers
from tests.scene import TODAY, today
from tests.stage import shared
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Verb

__all__ = ["today"]
Model = type[models.Model]


@dataclass(frozen=True)
class Row:
    """A row of the matrix: in which part it stands, how its item is shared, whose it is, and the text in it."""

    row: models.Model
    part: str
    sharing: str
    author: object
    text: str

    def is_open_to(self, actor: Actor, readable: set[str]) -> bool:
        """Whether somebody sees it, to whom these parts are open: the one sentence about items, and nothing of the program."""
        capacity = actor.capacities.get(self.part.split("/")[0])
        # Who handed over reads on as whom they were; when nobody says whom that was, nothing was shared with them.
        heard_as = actor.before if capacity is Role.EARLIER_CASE_MANAGER else capacity
        shared = heard_as in OPEN_TO.get(self.sharing, ())
        is_author = actor.position.pk == self.author
        return self.part in readable and (
            capacity in {Role.CLIENT, Role.DATA_PROTECTION_OFFICER} or is_author or shared
        )


@dataclass(frozen=True)
class Filled:
    """The matrix with the rows of each model."""

    matrix: Matrix
    rows: dict[Model, list[Row]]

    def expected(self, model: Model, actor: Actor) -> set[str]:
        """The first answer: the texts of the rows that somebody may see."""
        readable = self.matrix.may(actor, Verb.READ)
        return {one.text for one in self.rows[model] if one.is_open_to(actor, readable)}

    def texts(self, model: Model, found: set[object]) -> set[str]:
        """The texts of rows by their identifiers."""
        return {one.text for one in self.rows[model] if one.row.pk in found}


@pytest.fixture
def filled(request: pytest.FixtureRequest, stage: None, today: date) -> Filled:
    """Everything."""
    return shared(request, fill)


def fill() -> Filled:
    """Store the matrix and all its rows."""
    with zeal_ignore():
        matrix = build()
        rows: dict[Model, list[Row]] = {model: [] for model in MAKERS}
        for dossier, part, by in writers(matrix):
            for model in (one for one, maker in MAKERS.items() if part.kind not in maker.never):
                rows[model] += _rows(model, matrix, (dossier, part), by)
        settle(matrix)
    return Filled(matrix, rows)


def _rows(model: Model, matrix: Matrix, place: tuple[Dossier, Compartment], by: Actor) -> Iterator[Row]:
    """A row of a model in a part for every way of sharing, or for a few in the files where little is open."""
    dossier, part = place
    name = name_of(dossier, part)
    for sharing in SHARINGS if dossier.name == GIVEN else FEW:
        text = f"KANARIE {model._meta.label} {name} ({sharing})"
        item, writer = placed(model, matrix, place, by, sharing)
        with acting(writer, TODAY):
            yield Row(MAKERS[model].store(item, text), name, sharing, by.position.pk, text)


@pytest.fixture(autouse=True)
def _asks_about_many_people(several_requests: None) -> None:
    """Every test here asks about many people one after the other, which a page never does."""
