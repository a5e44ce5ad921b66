"""Everything that is measured, in order, and the table at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import psycopg

from bench import (
    databases,
    importing,
    machine,
    noting,
    pages,
    portal,
    record,
    recording,
    rules,
    searching,
    starting,
    statements,
    telling,
    walls,
)
from bench.machine import CannotMeasure
from bench.report import Line, Report, progress
from vlechtwerk.config.environment import ConfigurationError

SMALL, LARGE, HUGE = 10_000, 100_000, 1_000_000
PAIRS = 500
LOOKS, FEW_LOOKS = 1_000_000, 100_000
"""Lines of the record in which a client asks who looked: in an ordinary run, and in a quick one."""
BUSY = 0.2
"""Cores that other programs may use before it is told that they disturb."""

Part = Callable[[], dict[str, list[Line]]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, ...]
    imported: int
    rule_seconds: float
    rounds: int
    times: int
    starts: int
    looks: int = LOOKS

    @classmethod
    def of(cls, *, quick: bool, million: bool) -> Self:
        """The plan of an ordinary run, a quick one, or one with a million cases."""
        if quick:
            return cls((SMALL,), 2_000, rule_seconds=3, rounds=5, times=10, starts=3, looks=FEW_LOOKS)
        sizes = (SMALL, LARGE, HUGE) if million else (SMALL, LARGE)
        return cls(sizes, 10_000, rule_seconds=10, rounds=11, times=20, starts=7)

    def parts(self) -> dict[str, Part]:
        """What can be measured, by its name on the command line. Each gives the titles of its tables with their lines."""
        return {
            "rules": lambda: {"Rules, on one core": rules.measure(seconds=self.rule_seconds, rounds=self.rounds)},
            "start": lambda: {"Start": starting.measure(self.starts)},
            "import": lambda: {"Import": importing.measure(self.imported)},
            "pages": self._pages,
            "portal": lambda: {
                "The client's own view": portal.measure(
                    self.sizes, lines=self.looks, rounds=self.rounds, times=self.times
                )
            },
            "search": lambda: {"Search by name": searching.measure(self.sizes, rounds=self.rounds, times=self.times)},
            "statement": lambda: {"Statement": statements.measure(self.sizes[:2], rounds=min(self.rounds, 3))},
            "write": lambda: {
                "Write": recording.measure(min(self.sizes), rounds=self.rounds, times=min(self.times, 12))
            },
            "note": lambda: {"Contact note": noting.measure(self.sizes[:2], rounds=self.rounds, times=self.times)},
            "walls": lambda: {"The second wall": walls.measure(rounds=self.rounds, times=self.times)},
            "telling": lambda: {"Hidden or absent": telling.measure(min(self.sizes), pairs=PAIRS)},
            "record": lambda: {"Record": record.measure(max(self.sizes), rounds=self.rounds, times=self.times)},
        }

    def _pages(self) -> dict[str, list[Line]]:
        found, memory = pages.measure(self.sizes, rounds=self.rounds, times=self.times)
        return {"Pages": found, "Memory": memory}


def run(plan: Plan, only: Sequence[str]) -> int:
    """Measure and print. Returns 1 when something could not be measured, else 0: a target that does not hold is told."""
    report, neighbours = Report(), machine.Neighbours()
    with databases.server():
        for name, part in plan.parts().items():
            if not only or name in only:
                _add(report, name, part)
    print(report.printed(machine.described()))
    others = neighbours.cores()
    if others > BUSY:
        print(f"Other programs used {others:.1f} cores meanwhile: measure again when the machine is quiet.")
    return 1 if report.failures else 0


def _add(report: Report, name: str, part: Part) -> None:
    """Measure one part; when that is not possible, the others still are."""
    try:
        for title, lines in part().items():
            report.part(title).extend(lines)
    except (CannotMeasure, ConfigurationError, psycopg.Error, OSError) as reason:
        progress(f"{name}: {reason}")
        report.failures.append(f"{name}, because {reason}")
