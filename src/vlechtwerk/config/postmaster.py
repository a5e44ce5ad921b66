"""What the data folder of a PostgreSQL server tells about the server process that runs on it."""

import hashlib
import os
import tempfile
from enum import Enum, auto
from pathlib import Path

# The system allows about 107 bytes for the path of a socket; the name of the socket file takes the rest.
LONGEST_SOCKET_FOLDER = 88
_STATUS_LINE = 7


class State(Enum):
    """Whether a server runs on a data folder and takes connections."""

    ABSENT = auto()
    CHANGING = auto()
    READY = auto()


def socket_folder(data: Path) -> Path:
    """Return where the server of a data folder has its socket: in the folder, or elsewhere when its path is too long."""
    if len(os.fsencode(data)) <= LONGEST_SOCKET_FOLDER:
        return data
    return Path(tempfile.gettempdir()) / f"vlechtwerk-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"


def state(data: Path) -> State:
    """Return whether the server of a data folder is absent, starting or stopping, or ready."""
    if pid(data) is None:
        return State.ABSENT
    lines = _lines(data)
    ready = len(lines) > _STATUS_LINE and lines[_STATUS_LINE].strip() == "ready"
    return State.READY if ready else State.CHANGING


def pid(data: Path) -> int | None:
    """Return the process number of the server that runs on a data folder; None when none does."""
    lines = _lines(data)
    number = int(lines[0]) if lines and lines[0].strip().isdigit() else None
    return number if number is not None and _works_in(number, data) else None


def forget_the_dead(data: Path) -> None:
    """Remove the mark of a server that is gone when its number now belongs to another program.

    PostgreSQL itself refuses to start then: it cannot know. We can, because every process of a server works in the
    data folder; only when no process at all does so, the mark is removed.
    """
    lines = _lines(data)
    if lines and Path("/proc/self/cwd").exists() and not any(_works_in(number, data) for number in _processes()):
        (data / "postmaster.pid").unlink(missing_ok=True)


def _lines(data: Path) -> list[str]:
    """Return the lines of the mark that a running server keeps in its data folder."""
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _processes() -> list[int]:
    """Return the numbers of all processes."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _works_in(number: int, data: Path) -> bool:
    """Whether a process works in a folder; where the system does not tell (no /proc), whether it lives at all."""
    try:
        if not Path("/proc/self/cwd").exists():
            os.kill(number, 0)
            return True
        return Path(f"/proc/{number}/cwd").samefile(data)
    except (FileNotFoundError, ProcessLookupError):
        return False
    except PermissionError:
        return False
