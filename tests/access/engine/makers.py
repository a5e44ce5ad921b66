"""How a row of each kind of confidential content comes into being, and where it is shown and written.

A model whose table is behind the walls joins the matrix by getting a maker here; one without a maker fails the tests.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db import Error, connection, models, transaction

from tests.dossier.world import told
from tests.scene import TODAY
from vlechtwerk.dossier.actions import Draft, write_note
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind

Answers = dict[str, Any]


@dataclass(frozen=True)
class Maker:
    """How rows of a model are made, on which page of a case they are shown and with which form they are written.

    `store` writes a row with a text in a part, as somebody who may. `kinds` are the parts that these pages show. `answers`
    fill in the form for a part.
    """

    store: Callable[[Compartment, Position, str], models.Model]
    shown_at: str
    written_at: str
    answers: Callable[[Compartment], Answers]
    kinds: tuple[Kind, ...] = CONFIDENTIAL


def _note(part: Compartment, by: Position, text: str) -> Note:
    """A note about a talk at which the client was not there, with the reason."""
    draft = Draft(
        happened_on=date(2026, 4, 20),
        kind=NoteKind.CONTACT,
        entry_class=EntryClass.FUNCTIONING,
        text=text,
        attendees=(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER),
        client_absence=text,
    )
    return write_note(compartment=part, draft=draft, by=by, key=uuid4())


MAKERS: dict[type[models.Model], Maker] = {
    Note: Maker(_note, shown_at="dossier", written_at="dossier_write", answers=told),
}


def behind_walls() -> list[type[models.Model]]:
    """Every model whose table is behind the walls, from the program itself."""
    return [model for model in apps.get_models() if getattr(model, "is_behind_walls", False)]


def read_in_database(model: type[models.Model], position: Position, on: date = TODAY) -> set[Any]:
    """The parts of which the database gives rows of a model, asked without any condition."""
    with acting(position, on), connection.cursor() as cursor:
        cursor.execute(f'SELECT DISTINCT compartment_id FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
        return {row[0] for row in cursor.fetchall()}


def read_by_query(model: type[models.Model], position: Position, on: date = TODAY) -> set[Any]:
    """The parts of which the only way in of the program gives rows of a model."""
    with acting(position, on):
        visible = model._default_manager.visible_to(position, on)  # type: ignore[attr-defined]  # every such model has it
        return set(visible.values_list("compartment_id", flat=True))


def database_takes(row: models.Model, position: Position, part: Compartment, on: date = TODAY) -> bool:
    """Whether the database lets somebody add a row like this one in a part; it is taken away again.

    Raises what else the database has against it.
    """
    copy = _like(row, position, part)
    try:
        with undone(), acting(position, on):
            copy.save(force_insert=True)
    except Error as error:
        if "row-level security" not in str(error):
            raise
        return False
    return True


def _like(row: models.Model, position: Position, part: Compartment) -> models.Model:
    """A copy of a row in another part by somebody else, with new identifiers."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    for field in row._meta.concrete_fields:
        if isinstance(field, models.UUIDField) and field.has_default():
            values[field.attname] = field.get_default()
    values["compartment_id"] = part.pk
    if "author_id" in values:
        values["author_id"] = position.pk
    return type(row)(**values)


@contextmanager
def undone() -> Iterator[None]:
    """Take back what was done in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
