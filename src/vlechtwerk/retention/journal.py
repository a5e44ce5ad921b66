"""The journal of erasures: a file outside the database, so that an older copy of the database does not bring anybody back.

It holds identifiers, codes and days. A line is `file, region, because, ended on, erased on`, separated by tabs.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from vlechtwerk.retention.models import Because, Erasure, Proposal

AGAIN = "the journal of erasures"
"""What stands as the source of a proposal that was repeated."""


class Damaged(ValueError):
    """A line of the journal cannot be read; the text says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """An erasure: of which file in which region, why, when its trajectory ended, and on which day it was carried out."""

    file_id: UUID
    region_id: UUID
    because: Because
    ended_on: date
    on: date

    def proposal(self) -> Proposal:
        """A proposal that says the same, not stored yet."""
        told = {"because": self.because, "ended_on": self.ended_on, "due_on": self.on, "made_on": self.on}
        return Proposal(file_id=self.file_id, region_id=self.region_id, sources=[AGAIN], **told)


def add(file: Path, erasure: Erasure) -> None:
    """Add a line; it is on the disk when this returns. Call it in the transaction of the erasure, as the last thing in it."""
    proposal = erasure.proposal
    told = (proposal.file_id, proposal.region_id, proposal.because, proposal.ended_on, erasure.on)
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as journal:
        journal.write("\t".join(str(one) for one in told) + "\n")
        journal.flush()
        os.fsync(journal.fileno())


def lines(file: Path) -> Iterator[Line]:
    """The erasures in their order. Raises Damaged."""
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            file_id, region_id, because, ended_on, on = text.split("\t")
            day, ended = date.fromisoformat(on), date.fromisoformat(ended_on)
            yield Line(UUID(file_id), UUID(region_id), Because(because), ended, day)
        except ValueError as fault:
            raise Damaged(f"line {number} of the journal of erasures cannot be read: {fault}") from None
