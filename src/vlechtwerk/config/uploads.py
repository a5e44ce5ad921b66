"""The settings of uploaded files: how large one may be, and the scanner for viruses beside the program."""

import os

from vlechtwerk.config.environment import ConfigurationError


def most_bytes() -> int:
    """The largest file in bytes: VLECHTWERK_UPLOAD_MB in megabytes, 20 when it is not set.

    Raises ConfigurationError when it is no whole number from 1 to 200: more does not fit in the memory of one document.
    """
    chosen = os.environ.get("VLECHTWERK_UPLOAD_MB", "20")
    if not chosen.isdecimal() or not 1 <= int(chosen) <= 200:
        raise ConfigurationError(f"VLECHTWERK_UPLOAD_MB must be a whole number from 1 to 200, not {chosen!r}.")
    return int(chosen) * 1024 * 1024


UPLOAD_MOST_BYTES = most_bytes()
# A file on a disk would outlive the request in which its consent was withdrawn, so files stay in memory.
FILE_UPLOAD_HANDLERS = ["vlechtwerk.documents.receiving.LimitedUpload"]
# No form of ours asks for more than one file, and each may take its full measure of memory.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
# The socket of a ClamAV: a path, or "host:port". Empty: nothing is checked, and everybody sees that.
UPLOAD_SCANNER = os.environ.get("VLECHTWERK_CLAMAV_SOCKET", "")
