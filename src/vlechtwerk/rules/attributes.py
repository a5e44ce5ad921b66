"""How the attributes of an event are written in a case file, told with annotations on the event's fields."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a field in a case file, where the word is reserved in Python (`with`) or shorter there."""

    name: str


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and highest whole number a field may hold (both included)."""

    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class NotBefore:
    """The name of a date field before which this date cannot lie."""

    field: str
