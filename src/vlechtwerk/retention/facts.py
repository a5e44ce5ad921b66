"""The terms and the classes as data: `terms.csv`, `classes.csv` and `answering.csv`, read without Django or a database.

A term that no source tells is empty, and then nothing follows from it. Every table of the program has a line in
`classes.csv`: to which class what stands in it belongs, and what an erasure does with it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Deed(StrEnum):
    """What an erasure does with a table: remove the rows, destroy the key, empty the columns, or leave it."""

    ERASE = "erase"
    SHRED = "shred"
    EMPTY = "empty"
    KEEP = "keep"


class Way(StrEnum):
    """How a row is found from the file: by the file, or by what of the file it belongs to."""

    FILE = "file"
    CASE = "case"
    PART = "part"
    ITEM = "item"
    ITEMS = "items"
    DOCUMENT = "document"
    INVOLVEMENT = "involvement"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a class of data is kept, from what it counts, and the text in which that stands; all of it may be empty."""

    counts_from: str
    at_least_years: int | None
    at_most_years: int | None
    at_most_months: int | None
    source: str
    address: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Treated:
    """A table, the class of what stands in it, what is done with it, and for what is erased how it is found."""

    model: str
    kept_as: str
    deed: Deed
    way: Way | None


@dataclass(frozen=True, slots=True)
class Answering:
    """Within how many months a request about the own data is answered, and by how many more that can be extended."""

    months: int
    extra_months: int
    source: str
    address: str
    valid_from: date


def _lines(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines(), strict=True))


@cache
def terms() -> Mapping[str, Term]:
    """The terms by class."""
    return {line["class"]: _term(line) for line in _lines("terms.csv")}


def _term(line: dict[str, str]) -> Term:
    since = date.fromisoformat(line["since"]) if line["since"] else None
    least, years, months = (
        int(line[name]) if line[name] else None for name in ("at_least_years", "at_most_years", "at_most_months")
    )
    return Term(line["counts_from"], least, years, months, line["source"], line["address"], since)


@cache
def treated() -> tuple[Treated, ...]:
    """The tables in the order in which they are erased: what refers to another comes before it."""
    return tuple(
        Treated(line["model"], line["class"], Deed(line["deed"]), Way(line["way"]) if line["way"] else None)
        for line in _lines("classes.csv")
    )


@cache
def answering() -> tuple[Answering, ...]:
    """The terms for answering, in the order of the day from which they hold."""
    return tuple(
        Answering(
            int(line["months"]),
            int(line["extra_months"]),
            line["source"],
            line["address"],
            date.fromisoformat(line["valid_from"]),
        )
        for line in _lines("answering.csv")
    )


def answering_on(day: date) -> Answering:
    """The term that holds on a day. Raises LookupError before the first one."""
    holding = [one for one in answering() if one.valid_from <= day]
    if not holding:
        raise LookupError(f"no term for answering on {day}")
    return holding[-1]


TRAJECTORY = terms()["trajectory"]
"""The term of the data of an activation trajectory."""
