"""Who may do what with which part of a file: `policy.csv` as data, read without Django or a database.

One row opens one thing: a capacity may read, write or give access to one kind of compartment, in one stage of the file, on
one basis. What no row opens stays shut. Both walls are made from these rows: the condition of the queries and the function
of the database (`sharing.queries`, `sharing.walls`), and so is docs/access.md.
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from vlechtwerk.rules.roles import Role

FIELDS = ("capacity", "compartment", "verb", "stage", "basis", "source")


class Kind(StrEnum):
    """The parts of a file. `care_own` is one part for each care organisation that takes part; of the others there is one."""

    ADMINISTRATIVE = "administrative"
    SHARED = "shared"
    ICF = "icf"
    CARE_OWN = "care_own"
    COST = "cost"
    PARTNERSHIP = "partnership"


CONFIDENTIAL = (Kind.SHARED, Kind.ICF, Kind.CARE_OWN)
"""The parts that make up the confidential file: what is written about somebody stands in one of these."""
OF_EVERY_FILE = tuple(kind for kind in Kind if kind is not Kind.CARE_OWN)
"""The parts of which every file has exactly one."""


class Verb(StrEnum):
    """What is done with a part: read it, write in it, or give others access to it."""

    READ = "read"
    WRITE = "write"
    GRANT = "grant"


class Stage(StrEnum):
    """Where a file stands: open, or blocked because the work case manager closed it after the end (AT-241)."""

    OPEN = "open"
    BLOCKED = "blocked"


class Basis(StrEnum):
    """On what a right rests: taking part, doing so for the organisation of the part, an explicit grant, or an emergency."""

    INVOLVEMENT = "involvement"
    ORGANISATION = "organisation"
    GRANT = "grant"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is open, with the entry of the register that opens it."""

    capacity: Role
    compartment: Kind
    verb: Verb
    stage: Stage
    basis: Basis
    source: str


class PolicyFault(ValueError):
    """The table cannot be used as it stands; the text says which line and why."""


def read_policy(text: str) -> tuple[Row, ...]:
    """The rows of a table in the form of `policy.csv`.

    Raises PolicyFault for an unknown word, a thing that is opened twice, and what may be written but not read: the database
    gives a row back when it is written, and nobody answers for a text that cannot be looked up again.
    """
    lines = csv.DictReader(text.splitlines(), strict=True)
    if tuple(lines.fieldnames or ()) != FIELDS:
        raise PolicyFault(f"the columns are not {', '.join(FIELDS)}")
    rows = tuple(_row(number, line) for number, line in enumerate(lines, start=2))
    opened = {(row.capacity, row.compartment, row.verb, row.stage): row.basis for row in rows}
    if len(opened) < len(rows):
        raise PolicyFault("something is opened more than once")
    for (capacity, kind, verb, stage), basis in opened.items():
        if verb is Verb.WRITE and opened.get((capacity, kind, Verb.READ, stage)) is not basis:
            raise PolicyFault(f"{capacity} writes in {kind} without reading it on the same basis")
        if (basis is Basis.ORGANISATION) and kind is not Kind.CARE_OWN:
            raise PolicyFault(f"{kind} belongs to no organisation")
        if basis is Basis.EMERGENCY and verb is not Verb.READ:
            raise PolicyFault(f"{capacity} does more than reading in an emergency")
    return rows


def _row(number: int, line: dict[str, str]) -> Row:
    try:
        return Row(
            capacity=Role(line["capacity"]),
            compartment=Kind(line["compartment"]),
            verb=Verb(line["verb"]),
            stage=Stage(line["stage"]),
            basis=Basis(line["basis"]),
            source=line["source"],
        )
    except (ValueError, KeyError) as fault:
        raise PolicyFault(f"line {number}: {fault}") from None


TEXT = (files(__package__) / "policy.csv").read_text(encoding="utf-8")
POLICY = read_policy(TEXT)
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
"""What tells this edition of the table from another; each edition comes with a migration that names it."""
_BASES = {(row.capacity, row.compartment, row.verb, row.stage): row.basis for row in POLICY}


def basis_of(capacity: Role, kind: Kind, verb: Verb, stage: Stage = Stage.OPEN) -> Basis | None:
    """On what the right to do something rests; None when there is no such right."""
    return _BASES.get((capacity, kind, verb, stage))


def rows_for(verb: Verb, *bases: Basis) -> Iterator[Row]:
    """The rows for a verb that rest on one of these bases."""
    return (row for row in POLICY if row.verb is verb and row.basis in bases)


@dataclass(frozen=True, slots=True)
class Opening:
    """Rows that say the same: all of these capacities may do it in all of these parts."""

    capacities: tuple[str, ...]
    compartments: tuple[str, ...]
    stage: Stage
    basis: Basis


@cache
def openings(verb: Verb, *bases: Basis) -> tuple[Opening, ...]:
    """The rows for a verb that rest on one of these bases, in as few conditions as a query needs."""
    kinds: dict[tuple[Stage, Basis, Role], list[str]] = defaultdict(list)
    for row in rows_for(verb, *bases):
        kinds[row.stage, row.basis, row.capacity].append(str(row.compartment))
    together: dict[tuple[Stage, Basis, tuple[str, ...]], list[str]] = defaultdict(list)
    for (stage, basis, capacity), found in kinds.items():
        together[stage, basis, tuple(sorted(found))].append(str(capacity))
    return tuple(Opening(tuple(who), parts, stage, basis) for (stage, basis, parts), who in together.items())


def verbs_by_grant(capacity: Role, kind: Kind) -> tuple[Verb, ...]:
    """What a grant gives a capacity in a part; nothing when access to it is never granted."""
    return tuple(verb for verb in Verb if basis_of(capacity, kind, verb) is Basis.GRANT)


GRANTABLE = tuple(kind for kind in CONFIDENTIAL if basis_of(Role.WORK_CASE_MANAGER, kind, Verb.GRANT))
"""The parts to which access is given by somebody."""
LET_IN = frozenset(
    row.capacity for row in POLICY if row.compartment in CONFIDENTIAL and row.basis in {Basis.GRANT, Basis.ORGANISATION}
)
"""The professionals whose access to the confidential file ends when it is blocked."""
CARE = frozenset(row.capacity for row in rows_for(Verb.WRITE, Basis.ORGANISATION))
"""The capacities that keep notes of their own organisation."""
