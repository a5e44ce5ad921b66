"""The kernel: what a rule is, how rules are registered, and the five shapes they come in.

deadline      something is owed by a date;
gate          an event may or may not happen;
automatic     something changes on a date without anybody doing anything;
requirement   what must be complete, told of typed input that is not (yet) an event;
amount        what is paid, as a class or an amount.

A rule is a function with a docstring. The first paragraph of the docstring is the norm in one sentence: the text that is
shown, translated, under "Why?". Further paragraphs tell of contradictions in the source and of the reading that is built.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from inspect import getdoc
from typing import Any, Self, TypeVar

from vlechtwerk.rules.calendar import Reckoning
from vlechtwerk.rules.documents import Source
from vlechtwerk.rules.roles import Role

F = TypeVar("F", bound=Callable[..., Any])
Findings = tuple[str, ...]
Points = Mapping[str, str]


class Shape(StrEnum):
    """The five shapes of a rule."""

    DEADLINE = "deadline"
    GATE = "gate"
    AUTOMATIC = "automatic"
    REQUIREMENT = "requirement"
    AMOUNT = "amount"


class Force(StrEnum):
    """How strongly the source words the rule: an obligation, advice, or something that is allowed."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. Subclasses add what else was recorded."""

    on: date


@dataclass(frozen=True)
class CaseFacts:
    """What is known of one case: subclasses hold the frozen result of folding its events."""

    def with_(self, **changes: Any) -> Self:
        """The same facts with some changed.

        `dataclasses.replace` runs the constructor over all fields for each event; copying the dictionary of a frozen instance
        is ten times faster, and a history of forty events is folded two thousand times a second.
        """
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__)
        changed.__dict__.update(changes)
        return changed


def leaves_date(field: str) -> Callable[[Any, Event], Any]:
    """The fold of an event that leaves nothing behind but its date, in this field of the facts."""

    def apply(case: CaseFacts, event: Event) -> CaseFacts:
        return case.with_(**{field: event.on})

    return apply


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the register, as one function.

    `what` names the obligation, transition or amount; `owner` is who owes it; `refuses` are the events a gate guards;
    `concerns` is the form or moment a requirement belongs to and `points` its parts (code: English text).
    `valid_from` and `valid_until` (both inclusive) date an edition: a term keeps the edition of its start.
    """

    id: str
    shape: Shape
    source: Source
    norm: str
    function: Callable[..., Any]
    force: Force = Force.MUST
    what: str = ""
    owner: Role | None = None
    refuses: tuple[type[Event], ...] = ()
    prerequisite: bool = False
    signal: bool = False
    outlives: bool = False
    concerns: str = ""
    points: Points = field(default_factory=dict)
    valid_from: date | None = None
    valid_until: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether this edition of the rule applies to something that starts on `day`."""
        return (self.valid_from is None or day >= self.valid_from) and (
            self.valid_until is None or day <= self.valid_until
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """Every English text of this rule that needs a translation."""
        return (self.norm, *self.points.values())


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is owed: by when, done or not, and from and until which day it is owed at all.

    `opens` defaults to the start fact of the reckoning; `lapses` is the first day on which it is no longer owed.
    `number` counts obligations of one kind (evaluations), from 1. Where the source contradicts itself, `other_reading` is the
    date under the reading that was not chosen, so that both can be shown.
    """

    by: Reckoning
    done: date | None = None
    opens: date | None = None
    lapses: date | None = None
    number: int = 1
    other_reading: Reckoning | None = None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why a gate stays shut, beyond its norm: what is missing (codes), or the first or last day on which it is open."""

    missing: tuple[str, ...] = ()
    possible_from: date | None = None
    possible_until: date | None = None


Verdict = bool | Shortfall
"""What a gate answers: True (open), False (shut) or the Shortfall that keeps it shut."""


def unmet(**conditions: object) -> Findings:
    """The codes of the points that do not hold, in the order in which they are given.

    A point holds unless its value is False, None, an empty collection or a text of only white space.
    """
    return tuple(code for code, value in conditions.items() if not _holds(value))


def _holds(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def norm_of(function: Callable[..., Any]) -> str:
    """The norm of a rule: the first paragraph of its docstring on one line.

    Raises ValueError when there is no docstring.
    """
    text = getdoc(function)
    if not text:
        raise ValueError(f"rule {function.__qualname__} has no norm")
    return " ".join(text.split("\n\n", 1)[0].split())


@dataclass(frozen=True, slots=True)
class Checklist:
    """A requirement that is a list of points; each must be ticked, recorded or explained."""

    points: Points

    def missing(self, done: Collection[str]) -> Findings:
        """The codes of the points that are not among `done`, in order.

        Raises ValueError for a code that is not on the list.
        """
        if unknown := [code for code in done if code not in self.points]:
            raise ValueError(f"not on this list: {', '.join(unknown)}")
        return tuple(code for code in self.points if code not in done)


@dataclass
class Rulebook:
    """The rules of one procedure. Modules of the procedure register their rules with its decorators."""

    procedure: str
    rules: list[Rule] = field(default_factory=list)
    _by_function: dict[Callable[..., Any], Rule] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator[Rule]:
        """All rules in the order in which they were registered."""
        return iter(self.rules)

    def of_shape(self, shape: Shape) -> tuple[Rule, ...]:
        """The rules of one shape."""
        return tuple(rule for rule in self.rules if rule.shape is shape)

    def rule_of(self, registered: Callable[..., Any] | Checklist) -> Rule:
        """The rule that a function or a checklist is. Raises LookupError for one that was not registered."""
        if isinstance(registered, Checklist):
            found, named = next((rule for rule in self.rules if rule.points is registered.points), None), "this list"
        else:
            found, named = self._by_function.get(registered), registered.__qualname__
        if found is None:
            raise LookupError(f"{named} is no rule of {self.procedure}")
        return found

    def _register(self, shape: Shape, id: str, source: Source, **details: Any) -> Callable[[F], F]:
        def register(function: F) -> F:
            rule = self._by_function[function] = Rule(id, shape, source, norm_of(function), function, **details)
            self.rules.append(rule)
            return function

        return register

    def deadline(self, id: str, source: Source, *, what: str, owner: Role, **details: Any) -> Callable[[F], F]:
        """Register a function of the facts that gives one Due, several, or none.

        With `signal=True` it is no obligation of the handbook but something that deserves attention; with `outlives=True` it
        is still owed after the case is over.
        """
        return self._register(Shape.DEADLINE, id, source, what=what, owner=owner, **details)

    def gate(
        self, id: str, source: Source, *, refuses: type[Event] | tuple[type[Event], ...], **details: Any
    ) -> Callable[[F], F]:
        """Register a function of the facts and an event that gives a Verdict.

        With `prerequisite=True` the other gates of the event are only asked when this one is open.
        """
        guarded = refuses if isinstance(refuses, tuple) else (refuses,)
        return self._register(Shape.GATE, id, source, refuses=guarded, **details)

    def automatic(self, id: str, source: Source, *, what: str, **details: Any) -> Callable[[F], F]:
        """Register a function of the facts that gives the Reckoning of a day on which something changes by itself."""
        return self._register(Shape.AUTOMATIC, id, source, what=what, **details)

    def requirement(
        self, id: str, source: Source, *, concerns: str, points: Points, **details: Any
    ) -> Callable[[F], F]:
        """Register a function of typed input that gives the codes of the points that are not fulfilled."""
        return self._register(Shape.REQUIREMENT, id, source, concerns=concerns, points=points, **details)

    def checklist(
        self, id: str, source: Source, *, concerns: str, **details: Any
    ) -> Callable[[Callable[[], Points]], Checklist]:
        """Register a list of points (code: English text), given by a function without input."""

        def register(function: Callable[[], Points]) -> Checklist:
            points = function()
            self._register(Shape.REQUIREMENT, id, source, concerns=concerns, points=points, **details)(function)
            return Checklist(points)

        return register

    def amount(self, id: str, source: Source, *, what: str, **details: Any) -> Callable[[F], F]:
        """Register a function that gives what is paid."""
        return self._register(Shape.AMOUNT, id, source, what=what, **details)
