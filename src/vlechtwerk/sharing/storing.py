"""Storing a new row of one's own in a part of a file, without reading back what the database filled in."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model
from django.db.models.expressions import DatabaseDefault


def store(row: Model) -> None:
    """Store a new row; what the database fills in by itself is looked up when somebody asks for it.

    `save` would let the statement tell it at once. Behind the second wall telling is reading, so that the database would look
    through everything that is open to the writer a second time: as long again as storing the row. Where that reading is meant,
    because the row stands beside the item of somebody else, it is stored with `save`.
    """
    every = row._meta.concrete_fields  # noqa: SLF001 - documented by Django
    filled_in = tuple(one for one in every if isinstance(row.__dict__.get(one.attname), DatabaseDefault))
    statement, fields = _statement(type(row), filled_in)
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001 - documented by Django
    for field in filled_in:
        delattr(row, field.attname)


@cache
def _statement(model: type[Model], filled_in: "tuple[Field[Any, Any], ...]") -> "tuple[str, Sequence[Field[Any, Any]]]":
    """The statement that stores a row without these columns, and the fields of the others in their order."""
    described = model._meta  # noqa: SLF001 - documented by Django
    fields = [field for field in described.concrete_fields if field not in filled_in]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{described.db_table}" ({columns}) VALUES ({places})', fields  # noqa: S608 - only names of the models
