"""The table that is printed: what was measured, what it should be, and whether it holds."""

import sys
from dataclasses import dataclass, field

COLUMNS = ("measured", "found", "target", "")
HOLDS, DOES_NOT = "holds", "does not hold"


@dataclass(frozen=True, slots=True)
class Line:
    """One result. Without a target there is nothing to hold."""

    what: str
    found: str
    target: str = ""
    holds: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What stands in the table."""
        return self.what, self.found, self.target, "" if self.holds is None else HOLDS if self.holds else DOES_NOT


@dataclass
class Report:
    """The results of a run, part by part, and what could not be measured."""

    parts: list[tuple[str, list[Line]]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def part(self, title: str) -> list[Line]:
        """A new part; add its lines to the list."""
        lines: list[Line] = []
        self.parts.append((title, lines))
        return lines

    def printed(self, machine: str) -> str:
        """The table as text."""
        rows = [line.cells for _, lines in self.parts for line in lines]
        widths = [max(len(row[column]) for row in [COLUMNS, *rows]) for column in range(len(COLUMNS))]
        text = []
        for title, lines in self.parts:
            text += ["", title, "-" * len(title), *(_row(line.cells, widths) for line in lines)]
        text += [
            "",
            *(f"Not measured: {failure}" for failure in self.failures),
            self._summary(),
            f"Machine: {machine}.",
        ]
        return "\n".join(text)

    def _summary(self) -> str:
        judged = [line for _, lines in self.parts for line in lines if line.holds is not None]
        return f"{sum(bool(line.holds) for line in judged)} of {len(judged)} targets hold."


def at_most(what: str, found: float, limit: float, unit: str = "x") -> Line:
    """A result that should not be larger than a limit."""
    return Line(what, f"{found:.2f} {unit}", f"at most {limit:g} {unit}", found <= limit)


def time_of(what: str, seconds: float) -> Line:
    """How long something takes on this machine: to compare runs on one machine, never with another one."""
    return Line(f"{what}, time", f"{seconds * 1000:.1f} ms")


def progress(text: str) -> None:
    """Say on standard error what happens now, because it takes a while."""
    print(f"... {text}", file=sys.stderr, flush=True)


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
