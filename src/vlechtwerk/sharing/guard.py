"""Refuses what the second wall would only answer with silence: a statement about a protected table while nobody acts.

The connection itself uses this, so it knows no models: it asks the finished program which tables are protected.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who acts, and the day on which it is judged what is open: the same for both walls."""

    position_id: UUID
    on: date


class NobodyActs(RuntimeError):
    """A statement about a protected table outside `sharing.identity.acting`: a mistake in the program, not of a visitor."""


def refuse_when_nobody_acts(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement; raise NobodyActs when it concerns a protected table and nobody acts."""
    if context["connection"].identity is None and _about_protected_tables().search(str(sql)):
        raise NobodyActs("confidential rows are read and written inside sharing.identity.acting only")
    return execute(sql, params, many, context)


@contextmanager
def reshaping(connection: Any) -> Iterator[None]:
    """Let a migration change the rows of a protected table, as the owner of the tables and while nobody acts."""
    connection.identity = Identity(UUID(int=0), date.min)
    try:
        yield
    finally:
        connection.identity = None


@cache
def _about_protected_tables() -> re.Pattern[str]:
    """What a statement looks like that reads or writes a protected table; one that makes a table looks different."""
    models = (model for model in apps.get_models() if getattr(model, "is_behind_walls", False))
    names = "|".join(model._meta.db_table for model in models)  # noqa: SLF001 - Django documents it as the description
    return re.compile(rf'\b(?:from|join|into|update|only|using)\s+"?(?:{names})\b', re.IGNORECASE)
