"""A file is taken apart in a process of its own, so that one that does harm only harms that process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.refusing import REFUSED, Reason, UploadRefused

# Named and not imported: the libraries that take files apart do not come into the web process.
CHILD = "vlechtwerk.documents.child"
LONGEST = 10
"""Seconds after which the process is ended, whatever it waits for."""
SOURCES = Path(__file__).resolve().parents[2]


def rewritten_apart(content: bytes, kind: FileKind, most_bytes: int) -> bytes:
    """The file without what does harm or tells about its maker, at most `most_bytes` long.

    The file goes through memory only: it is never on a disk. Raises UploadRefused, also when the process did not manage.
    """
    with _in_memory(content) as given, _in_memory(b"") as made:
        try:
            ended = subprocess.run(
                [sys.executable, "-P", "-W", "ignore", "-m", CHILD, kind.value, str(most_bytes)],
                stdin=given,
                stdout=made,
                stderr=subprocess.PIPE,
                timeout=LONGEST,
                cwd="/",
                env={"PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise UploadRefused(Reason.TOO_HEAVY) from late
        if ended.returncode == REFUSED:
            raise UploadRefused(_told(ended.stderr))
        if ended.returncode:
            raise UploadRefused(Reason.TOO_HEAVY)
        return _read(made)


def _told(said: bytes) -> Reason:
    """The reason that the process gave; a word that is none of ours came from a process that was led astray."""
    return next((one for one in Reason if one.encode() == said), Reason.DAMAGED)


@contextmanager
def _in_memory(content: bytes) -> Iterator[int]:
    """A file that exists in memory only, with this in it."""
    file = os.memfd_create("document")
    try:
        with os.fdopen(os.dup(file), "wb") as writing:
            writing.write(content)
        os.lseek(file, 0, os.SEEK_SET)
        yield file
    finally:
        os.close(file)


def _read(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    with os.fdopen(os.dup(file), "rb") as reading:
        return reading.read()
