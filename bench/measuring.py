"""Measuring in rounds: every target has its turn in every round, so that a busy moment hits all of them."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from django.test.utils import CaptureQueriesContext

from bench.report import Line, at_most


@dataclass(frozen=True, slots=True)
class Sample:
    """What one turn of a target took: the median of its requests, and the time on a core per request."""

    wall: float
    cpu: float


@dataclass
class Target:
    """Something that is measured again and again; `cpu` tells the time that its processes have spent on a core so far."""

    name: str
    work: Callable[[], float]
    cpu: Callable[[], float]
    samples: list[Sample] = field(default_factory=list)

    def turn(self, times: int) -> None:
        """Do the work so many times. The work returns how long it took."""
        before = self.cpu()
        seconds = [self.work() for _ in range(times)]
        self.samples.append(Sample(median(seconds), (self.cpu() - before) / times))

    @property
    def wall(self) -> float:
        """Seconds from question to answer: the median of all rounds."""
        return median(sample.wall for sample in self.samples)

    @property
    def cores(self) -> float:
        """Seconds on a core for each request: the median of all rounds."""
        return median(sample.cpu for sample in self.samples)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much something takes as its floor: the median over the rounds, each round for itself."""

    wall: float
    cpu: float

    @classmethod
    def of(cls, target: Target, floor: Target) -> "Ratio":
        """Compare a target with its floor round by round."""
        pairs = list(zip(target.samples, floor.samples, strict=True))
        return cls(median(a.wall / b.wall for a, b in pairs), median(a.cpu / max(b.cpu, 1e-9) for a, b in pairs))


TIMES_SMALLEST = 1.2
"""How many times as much something may take in the largest database as in the smallest: it does not grow with it."""


def growth(what: str, by_size: Sequence[tuple[int, Target]], unit: str = "cases") -> list[Line]:
    """What something takes in the largest database beside the smallest; nothing when there is only one size."""
    (small, smallest), (large, largest) = by_size[0], by_size[-1]
    if small == large:
        return []
    ratio, name = Ratio.of(largest, smallest), f"{what}, {large:,} {unit} to {small:,}"
    wall, cpu = (f"{name}, {clock}" for clock in ("wall", "CPU"))
    return [at_most(wall, ratio.wall, TIMES_SMALLEST), at_most(cpu, ratio.cpu, TIMES_SMALLEST)]


def interleaved(targets: Sequence[Target], rounds: int, times: int) -> None:
    """Measure targets in turns. The order is turned round in every other round, so that nobody always comes first."""
    for number in range(rounds):
        for target in targets if number % 2 == 0 else reversed(targets):
            target.turn(times)


def timed(work: Callable[[], object]) -> float:
    """How long it takes to do something once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def rate(work: Callable[[], object], *, seconds: float, rounds: int) -> float:
    """How often a second something can be done: the median of a number of rounds that together take so many seconds."""
    return median(_rates(work, seconds / rounds, rounds))


def _rates(work: Callable[[], object], seconds: float, rounds: int) -> Iterator[float]:
    for _ in range(rounds):
        count, begun = 0, time.process_time()
        while (taken := time.process_time() - begun) < seconds:
            for _ in range(10):
                work()
            count += 10
        yield count / taken


def counted(captured: CaptureQueriesContext) -> int:
    """How many statements were asked, without those that begin and end a transaction."""
    return sum(query["sql"] not in {"BEGIN", "COMMIT"} for query in captured.captured_queries)
