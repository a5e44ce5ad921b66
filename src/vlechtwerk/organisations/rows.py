"""Rows of a statement that is written out, as objects of their model: what Django does for a queryset, without making one.

A page of a full file makes more than a hundred of them. So they are filled at once and not field by field with a signal before
and after, to which nothing here listens; a test compares them with those of a queryset.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import JSONField, Model
from django.db.models.base import ModelState

M = TypeVar("M", bound=Model)


@cache
def columns_of(model: type[Model]) -> str:
    """The columns of a table, with its name, in the order of the fields of the model."""
    described = model._meta  # noqa: SLF001 - documented by Django
    return ", ".join(f'{described.db_table}."{field.column}"' for field in described.concrete_fields)


def objects_of(model: type[M], rows: Iterable[Iterable[Any]]) -> list[M]:
    """The objects of rows that have these columns."""
    return [object_of(model, iter(row)) for row in rows]


def object_of(model: type[M], values: Iterator[Any]) -> M:
    """The object of the next values of a row, as many as its model has fields; those of another one may follow."""
    names, documents = _shape(model)
    own = list(islice(values, len(names)))
    for place in documents:
        own[place] = None if own[place] is None else json.loads(own[place])
    made = model.__new__(model)
    made.__dict__.update(zip(names, own, strict=True))
    made._state = state = ModelState()  # noqa: SLF001 - documented by Django
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    return made


@cache
def _shape(model: type[Model]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names of the fields, and the places of the documents, which the driver gives as text."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - documented by Django
    documents = (place for place, field in enumerate(fields) if isinstance(field, JSONField))
    return tuple(field.attname for field in fields), tuple(documents)
