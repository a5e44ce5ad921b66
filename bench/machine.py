"""What this machine is, and what its processes use: read from the kernel (Linux only)."""

import os
import platform
import time
from contextlib import suppress
from pathlib import Path

from vlechtwerk.config.programs import server_programs, version_of

PROC = Path("/proc")
BILLION = 1_000_000_000


class CannotMeasure(Exception):
    """Something cannot be measured here; the text says why."""


def described() -> str:
    """The machine in one line: cores, memory, and the versions of Python and PostgreSQL."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, PostgreSQL {version_of(server_programs())}"
    )


class Neighbours:
    """Tells how much of the machine was used by others than this process and what it started."""

    def __init__(self) -> None:
        """Begin to count."""
        self._begun, self._all, self._ours = time.monotonic(), _busy(), _ours()

    def cores(self) -> float:
        """How many cores others used on average; call it after everything that was started has ended."""
        others = (_busy() - self._all) - (_ours() - self._ours)
        return max(others, 0.0) / (time.monotonic() - self._begun)


def _busy() -> float:
    """The time that all processes of the machine spent on its cores."""
    user, nice, system, _idle, _waiting, *interrupts = map(int, (PROC / "stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def _ours() -> float:
    """The time that this process and its ended descendants spent on a core."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def family(pid: int) -> list[int]:
    """A process with all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (parent := _parent(int(entry.name))) is not None:
            children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, []))
    return found


class Meter:
    """Counts the time that some processes and their descendants, with all their threads, spend on a core.

    What a process that ended meanwhile had used when it was last seen stays counted.
    """

    def __init__(self, *pids: int) -> None:
        """Name the processes."""
        self._pids = pids
        self._seen: dict[int, float] = {}

    def seconds(self) -> float:
        """The time until now."""
        for pid in {one for root in self._pids for one in family(root)}:
            with suppress(FileNotFoundError, ProcessLookupError):
                self._seen[pid] = sum(_on_core(task) for task in (PROC / str(pid) / "task").iterdir())
        return sum(self._seen.values())


def proportional_memory(pid: int) -> float:
    """The memory of a process in millions of bytes, what it shares divided among those who share it.

    Raises CannotMeasure.
    """
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError as error:
        raise CannotMeasure(f"the kernel does not tell the memory of a process ({error.strerror})") from None
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def _parent(pid: int) -> int | None:
    try:
        # The name of a program stands between brackets and may hold anything.
        return int((PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return None


def _on_core(task: Path) -> float:
    """The time of one thread: in billionths of a second where the kernel counts so, else in its ticks."""
    try:
        return int((task / "schedstat").read_text().split()[0]) / BILLION
    except FileNotFoundError:
        ticks = (task / "stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
