"""What stands behind the walls in a way of its own, and how the database and the queries are asked about everything there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.apps import apps
from django.db import Error, connection, models, transaction

from tests.access.engine import plan_rows
from tests.access.engine.items import make_item
from tests.scene import TODAY
from vlechtwerk.dossier.models import Aside
from vlechtwerk.history.models import Reply
from vlechtwerk.intake.models import Draft, Proposal
from vlechtwerk.network.models import Assignment
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.models import Plan
from vlechtwerk.retention.models import Saying
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, CompartmentKey
from vlechtwerk.unsent.models import Unsent

KEYS: tuple[type[models.Model], ...] = (CompartmentKey,)
"""What stands behind the walls and is made by the program with the first row that needs it."""

OF_THE_WHOLE_FILE: tuple[type[models.Model], ...] = (Reply, Saying, Assignment)
"""What stands behind the walls and is open by taking part in the file: `tests/sharing/test_catalogue.py` looks at the wall of
replies, `tests/retention/test_requests_walls.py` at that of what is asked about own data, `tests/network/test_walls.py` at that
of assignments."""


BEFORE_A_FILE: tuple[type[models.Model], ...] = (Draft, Proposal)
"""What stands behind the walls before there is a file: `tests/intake/test_walls.py` looks at its wall."""
OF_THE_AUTHOR: tuple[type[models.Model], ...] = (Aside, Unsent)
"""What stands behind the walls for its author alone: `test_of_the_author.py` looks at everybody else."""


def parts_in_database(model: type[models.Model], position: Position, on: date = TODAY) -> set[Any]:
    """The parts of which the database gives rows of a model, asked without any condition."""
    with acting(position, on), connection.cursor() as cursor:
        cursor.execute(f'SELECT DISTINCT compartment_id FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
        return {row[0] for row in cursor.fetchall()}


def behind_walls() -> list[type[models.Model]]:
    """Every model whose table is behind the walls, from the program itself."""
    return [model for model in apps.get_models() if getattr(model, "is_behind_walls", False)]


def marks_in_database(model: type[models.Model], position: Position, on: date = TODAY) -> set[Any]:
    """The rows of a model that the database gives, asked without any condition."""
    with acting(position, on), connection.cursor() as cursor:
        cursor.execute(f'SELECT id FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
        return {row[0] for row in cursor.fetchall()}


def marks_by_query(model: type[models.Model], position: Position, on: date = TODAY) -> set[Any]:
    """The rows of a model that the only way in of the program gives."""
    with acting(position, on):
        visible = model._default_manager.visible_to(position, on)  # type: ignore[attr-defined]  # asked only of models that have it
        return set(visible.values_list("pk", flat=True))


def database_takes(row: models.Model, position: Position, part: Compartment, on: date = TODAY) -> bool:
    """Whether the database lets somebody add a row like this one in a part; it is taken away again.

    Raises what else the database has against it.
    """
    try:
        with undone(), acting(position, on):
            _like(row, position, part).save(force_insert=True)
    except Error as error:
        if "row-level security" not in str(error):
            raise
        return False
    return True


def _like(row: models.Model, position: Position, part: Compartment) -> models.Model:
    """A copy of a row in another part by somebody else, with new identifiers and, where it is one, an item of its own."""
    names = {field.attname for field in row._meta.concrete_fields} - row.get_deferred_fields()
    values = {name: getattr(row, name) for name in names}
    for field in row._meta.concrete_fields:
        if isinstance(field, models.UUIDField) and field.has_default():
            values[field.attname] = field.get_default()
    values["compartment_id"] = part.pk
    if "author_id" in values:
        values["author_id"] = position.pk
    if isinstance(row, Plan):
        values["number"] = next(plan_rows.NUMBERS)
    alone = any("item" in one.fields for one in row._meta.total_unique_constraints)
    if alone or isinstance(row._meta.get_field("item"), models.OneToOneField):
        values["item_id"] = make_item(part, position, Role(position.role), "for all").pk
    return type(row)(**values)


@contextmanager
def undone() -> Iterator[None]:
    """Take back what was done in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
