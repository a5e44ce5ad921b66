"""Why a file is refused, as codes. The words stand in `documents.words`: the codes also go to a process without Django."""

from enum import StrEnum

REFUSED = 3
"""How the process that takes a file apart ends when it refuses the file."""


class Reason(StrEnum):
    """Why a file is not accepted."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    HEIC = "heic"
    OLD_OFFICE = "old_office"
    WRONG_EXTENSION = "wrong_extension"
    WRONG_TYPE = "wrong_type"
    DAMAGED = "damaged"
    PROTECTED = "protected"
    DYNAMIC_FORM = "dynamic_form"
    SIGNED_AND_ACTIVE = "signed_and_active"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_HEAVY = "too_heavy"
    MACROS = "macros"
    EMBEDDED = "embedded"
    OUTSIDE_LINK = "outside_link"
    TRACKED_CHANGES = "tracked_changes"
    UNSAFE_ARCHIVE = "unsafe_archive"
    VIRUS = "virus"


class UploadRefused(Exception):
    """A file is not accepted. `reason` says why; the file itself appears nowhere in it."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(str(reason))
        self.reason = reason
