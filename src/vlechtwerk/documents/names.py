"""Names of files: what is shown of the name that somebody gave, and the neutral name under which a file is handed out."""

import re
import unicodedata
from datetime import date

from vlechtwerk.documents.kinds import FileKind

LONGEST = 120
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that some systems keep for devices."""
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(given: str) -> str:
    """The name of a file as it may be shown: no folders, nothing invisible or turning the reading direction, not too long.

    Never empty, and it keeps its extension.
    """
    last = re.split(r"[/\\]", given)[-1]
    shown = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C")
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub("", shown)).strip().rstrip(".")
    stem, point, extension = name.rpartition(".")
    if not point:
        stem, extension = name, ""
    if not stem.strip(" .") or RESERVED.fullmatch(stem.split(".")[0].strip()):
        stem = f"document {stem}".strip(" .")
    extension = extension[:10]
    return f"{stem[: LONGEST - len(extension) - 1].rstrip(' .')}{point}{extension}"


def download_name(what: str, on: date, kind: FileKind) -> str:
    """The name under which a file is handed out: what it is and a day, never a name that somebody gave.

    `what` is a word of ours, in the language of the reader.
    """
    plain = unicodedata.normalize("NFKD", what.lower()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"
    return f"{word}-{on.isoformat()}.{kind}"
