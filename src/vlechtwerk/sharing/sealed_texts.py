"""Rows whose texts are sealed in the own notes of care: sealed before they are stored, opened after they are read.

A model with such rows has a column `sealed` (null elsewhere), the trigger `OwnRowsAreSealed`, and an attribute `shut`.
The database never holds their words; everything else of a row stays as it is for all rows.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar
from uuid import UUID

from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.sealing import Place, Shut, open_all, seal_all


class Sealable(Protocol):
    """A row that may be sealed."""

    compartment: Any
    compartment_id: UUID
    sealed: Any
    shut: Shut | None

    @property
    def pk(self) -> Any:
        """The identifier of the row."""


S = TypeVar("S", bound=Sealable)


def seal_texts(table: str, rows: Iterable[S], fields: Sequence[str]) -> None:
    """Take the texts in these fields out of sight in own notes, right before they are stored; other rows stay as they are.

    Raises KeyMissing when the deployment key is not there.
    """
    own = [row for row in rows if _is_own(row.compartment) and row.sealed is None]
    things = [(_place(table, row), wording(*(getattr(row, field) for field in fields))) for row in own]
    for row, sealed in zip(own, seal_all(things) if own else [], strict=True):
        row.sealed = sealed
        for field in fields:
            setattr(row, field, "")


def open_texts(table: str, rows: Iterable[S], fields: Sequence[str]) -> list[S]:
    """The rows with their texts in these fields, with one query for the keys of all.

    A row of which the key is destroyed or not there has no texts, and `shut` says why. Raises Tampered.
    """
    found = list(rows)
    sealed = [row for row in found if row.sealed is not None]
    answers = open_all([(_place(table, row), bytes(row.sealed)) for row in sealed])
    for row, answer in zip(sealed, answers, strict=True):
        if isinstance(answer, Shut):
            row.shut = answer
            continue
        for field, text in zip(fields, json.loads(answer), strict=True):
            setattr(row, field, text)
    return found


def wording(*texts: str) -> bytes:
    """What is sealed of a row."""
    return json.dumps(texts).encode()


def _is_own(part: Compartment) -> bool:
    return part.kind == Kind.CARE_OWN


def _place(table: str, row: Sealable) -> Place:
    return Place(table, row.pk, row.compartment_id)
