"""What a deed changes in the tables of the program, told so that two deeds can be compared."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models

from tests.scene import TODAY
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.identity import acting

Row = dict[str, Any]
OWN_CHAIN = "audit"
"""The record is left out: it is written whatever is done, and has tests of its own."""


def changed(deed: Callable[[], object], *, by: Position, on: date = TODAY) -> list[tuple[str, Row]]:
    """The rows that a deed added or changed, with the name of their table, without what is different every time."""
    before = _rows(by, on)
    deed()
    after = _rows(by, on)
    new = {key: row for key, row in after.items() if before.get(key) != row}
    gone = [(label, {"gone": str(pk)}) for label, pk in before if (label, pk) not in after]
    return sorted([(label, row) for (label, _pk), row in new.items()] + gone, key=str)


def _rows(by: Position, on: date) -> dict[tuple[str, object], Row]:
    """Every row of every table of the program that somebody who reads the whole file gets."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("vlechtwerk.")]
    with acting(by, on):
        return {
            (model._meta.label, row.pk): {field.attname: _plain(field, row) for field in model._meta.concrete_fields}
            for model in ours
            if model._meta.app_label != OWN_CHAIN
            for row in model._default_manager.all()
        }


def _plain(field: "models.Field[Any, Any]", row: models.Model) -> object:
    """The value of a column; of one that the program fills in by itself only whether there is one."""
    value = getattr(row, field.attname)
    own = isinstance(field, models.DateTimeField | models.OneToOneField) or (
        isinstance(field, models.UUIDField) and not field.is_relation
    )
    return bool(value) if own else value
