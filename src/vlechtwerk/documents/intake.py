"""Taking in an uploaded file: recognised, written anew, and checked for viruses."""

from dataclasses import dataclass

from vlechtwerk.documents.apart import rewritten_apart
from vlechtwerk.documents.kinds import MEDIA_TYPES, FileKind, agreed, recognised
from vlechtwerk.documents.names import clean_name
from vlechtwerk.documents.refusing import Reason, UploadRefused
from vlechtwerk.documents.scanning import Scan, scanned


@dataclass(frozen=True, slots=True)
class Limits:
    """What the operator decided: the largest file in bytes, and the address of the scanner (empty without one)."""

    most_bytes: int
    scanner: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that is accepted: the name as it is shown, its kind, what is kept of it, and what the scanner said."""

    name: str
    kind: FileKind
    content: bytes
    scan: Scan

    @property
    def media_type(self) -> str:
        """The type under which it is handed out."""
        return MEDIA_TYPES[self.kind]


def take_in(name: str, declared: str, content: bytes, limits: Limits) -> TakenIn:
    """Accept a file, or refuse it with a reason.

    `name` and `declared` are the name and the type that the browser told. What is checked for viruses is what is kept, so
    that a check of later looks at the same bytes. Raises UploadRefused.
    """
    if len(content) > limits.most_bytes:
        raise UploadRefused(Reason.TOO_LARGE)
    shown, kind = clean_name(name), recognised(content)
    agreed(kind, shown, declared)
    kept = rewritten_apart(content, kind, limits.most_bytes)
    scan = scanned(kept, limits.scanner)
    if scan is Scan.INFECTED:
        raise UploadRefused(Reason.VIRUS)
    return TakenIn(shown, kind, kept, scan)
