"""The seal of a statement: a digest of everything in it, so that a change made past the program is seen."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from vlechtwerk.compensation.models import Line, Statement, Step, StepKind

SEALED = (
    "case_id", "number", "kind", "started_on", "ended_on", "percent", "code", "rule", "unit_amount", "amount",
    "corrects_id", "version", "unsettled",
)  # fmt: skip
"""The fields of a line that the seal covers."""


def digest_of_lines(statement: Statement, lines: Iterable[Line]) -> str:
    """The digest of what a statement is about and of its lines in the order of their numbers."""
    about = [statement.region_id, statement.year, statement.half, statement.attempt]
    told = [[getattr(line, name) for name in SEALED] for line in sorted(lines, key=lambda line: line.number)]
    return _digest([about, told])


def digest_of_steps(statement: Statement, steps: Iterable[Step]) -> str:
    """The digest of the lines together with who prepared the statement and what happened to it before it was closed."""
    told = [[one.kind, one.entered_by_id, one.reason] for one in steps if one.kind != StepKind.CLOSED]
    return _digest([statement.digest, statement.entered_by_id, told])


def _digest(told: object) -> str:
    text = json.dumps(told, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """A statement that is no longer what was sealed."""

    statement_id: UUID
    what: str

    def __str__(self) -> str:
        return f"statement {self.statement_id}: the {self.what} are not what was sealed"


def broken_seals() -> Iterator[BrokenSeal]:
    """Compute every seal again and tell which do not hold, one statement after the other."""
    for statement in Statement.objects.prefetch_related("steps").iterator(20):
        steps = list(statement.steps.all())
        if digest_of_lines(statement, statement.lines.order_by("number")) != statement.digest:
            yield BrokenSeal(statement.pk, "lines")
        closed = next((one for one in steps if one.kind == StepKind.CLOSED), None)
        if closed and closed.digest != digest_of_steps(statement, steps):
            yield BrokenSeal(statement.pk, "steps")
