"""A file as somebody brings it, with what has to become of it."""

from collections.abc import Callable
from dataclasses import dataclass

from vlechtwerk.documents.kinds import MEDIA_TYPES, FileKind
from vlechtwerk.documents.refusing import Reason

PDF, PNG, JPEG, DOCX, XLSX, ODT, TEXT = (
    FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.DOCX, FileKind.XLSX, FileKind.ODT, FileKind.TEXT,
)  # fmt: skip


@dataclass(frozen=True)
class Brought:
    """What it is, its name, how it is made, and why it is refused; None when it is accepted."""

    what: str
    name: str
    make: Callable[[], bytes]
    reason: Reason | None = None
    declared: str = ""


def of(kind: FileKind, what: str, make: Callable[[], bytes], reason: Reason | None = None) -> Brought:
    """A file whose name and declared type go with this kind."""
    return Brought(what, f"verslag.{kind}", make, reason, MEDIA_TYPES[kind])
