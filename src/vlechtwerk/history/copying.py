"""Storing many rows of one table with COPY, the way in which PostgreSQL takes them fastest."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from psycopg import sql
from psycopg.types.json import Jsonb


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Store new rows of one table; every field has its value, also those for which the database has a default."""
    if not rows:
        return
    meta = rows[0]._meta  # noqa: SLF001 - Django documents it as the description of a model
    fields = meta.concrete_fields
    names = [field.attname for field in fields]
    documents = {index for index, field in enumerate(fields) if isinstance(field, models.JSONField)}
    columns: list[sql.Composable] = [sql.Identifier(str(field.column)) for field in fields]
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(meta.db_table), sql.SQL(", ").join(columns))
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            values = [getattr(row, name) for name in names]
            copy.write_row([_document(one) if index in documents else one for index, one in enumerate(values)])


def _document(value: Any) -> Any:
    """A value of a JSON column; nothing at all stays nothing."""
    return None if value is None else Jsonb(value)
