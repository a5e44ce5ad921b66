"""What a YAML or JSON reader gives: plain data, and the line on which each part of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vlechtwerk.rules.casefile import Fault

DEEPEST = 20
"""Levels of lists and keys inside each other; a case file needs four."""
MOST_VALUES = 500_000
"""Values in one file; ten thousand full events need about a hundred thousand."""

TOO_DEEP = "lists and keys are nested too deeply; {limit} levels is the most that is read"
TOO_MANY = "this file holds too many values; {limit} is the most that is read"
DUPLICATE_KEY = "the key {key} stands here more than once"


@dataclass(frozen=True)
class Document:
    """Plain data (mappings, lists, texts, numbers, yes and no, nothing) from one file.

    `lines` gives the line of a path such as `events[3].on`, counted from 1, where it is known. `faults` are those that do not
    keep the rest from being read.
    """

    data: object
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


class Unusable(Exception):
    """Nothing can be read from this file; says why, and on which line when that is known."""

    def __init__(self, message: str, *, where: str = "", line: int | None = None, **parameters: str) -> None:
        """Keep the fault, and its line as `lines` of a document would."""
        super().__init__(message)
        self.fault = Fault(where, message, parameters)
        self.lines: Mapping[str, int] = {} if line is None else {where: line}


class Counter:
    """Counts the values of a document and stops at a depth or a number that no case file needs."""

    def __init__(self) -> None:
        self._values = 0

    def enter(self, where: str, depth: int, line: int | None = None) -> None:
        """Note one more value at a depth; raises Unusable when it is too deep or one too many."""
        self._values += 1
        if depth > DEEPEST:
            raise Unusable(TOO_DEEP, where=where, line=line, limit=str(DEEPEST))
        if self._values > MOST_VALUES:
            raise Unusable(TOO_MANY, limit=str(MOST_VALUES))
