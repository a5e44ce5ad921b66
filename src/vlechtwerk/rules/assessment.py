"""`assess`: a dated history in, an explained assessment out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

from vlechtwerk.rules.calendar import Reckoning
from vlechtwerk.rules.kernel import Due, Event, Rule, Rulebook, Shape, Shortfall

Facts = TypeVar("Facts")


class State(StrEnum):
    """How an obligation stands on the day of the assessment."""

    OPEN = "open"
    LATE = "late"
    MET = "met"
    MET_LATE = "met_late"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a case: its code (None before the case exists), since when, and why when it is final."""

    code: str | None = None
    since: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that is owed, with the rule it comes from and its state on the day of the assessment."""

    rule: Rule
    due: Due
    state: State

    @property
    def by(self) -> date:
        """The last day on which it is on time."""
        return self.due.by.on


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event is not possible: the rule and what keeps its gate shut."""

    rule: Rule
    shortfall: Shortfall


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that is not possible, with all reasons. `on` is the day of the event or of the assessment."""

    event: str
    on: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Assessment:
    """What the rules say about one case on one day.

    `dates` holds the dates on which something changes by itself, None while they cannot be known. `extra` holds what is
    peculiar to the procedure (compensation). `future` counts the events after `on`, which have not happened yet.
    """

    procedure: str
    on: date
    status: Status
    dates: Mapping[str, tuple[Rule, Reckoning] | None]
    flags: tuple[str, ...]
    obligations: tuple[Obligation, ...]
    signals: tuple[Obligation, ...]
    allowed: tuple[str, ...]
    blocked: tuple[Refusal, ...]
    refused: tuple[Refusal, ...]
    future: int
    facts: Any
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Procedure(Generic[Facts]):
    """A procedure of a handbook: its events, how they fold into facts, and how its status follows from the facts.

    `settings` is the dataclass of the choices a region may make and `begin` makes the facts of an empty history from one;
    `candidates` gives the most favourable forms of an event that has not happened, to tell whether it is possible at all;
    `over_on` is the day the case is final, also when that day still lies ahead; `milestones` are the automatic changes
    reported as dates; `unsupported` tells (as an English text) why a history falls outside these rules, such as an older
    decree.
    """

    name: str
    book: Rulebook
    events: Mapping[str, type[Event]]
    settings: type[Any]
    begin: Callable[[Any], Facts]
    fold: Callable[[Facts, Event], Facts]
    status_on: Callable[[Facts, date], Status]
    over_on: Callable[[Facts], date | None]
    flags_on: Callable[[Facts, date], tuple[str, ...]]
    candidates: Callable[[Facts, type[Event], date], tuple[Event, ...]]
    milestones: tuple[str, ...]
    extra_on: Callable[[Facts, date], Mapping[str, Any]]
    unsupported: Callable[[Sequence[Event]], str | None]

    @cached_property
    def names(self) -> Mapping[type[Event], str]:
        """The name of each event type."""
        return {kind: name for name, kind in self.events.items()}

    @cached_property
    def gates(self) -> Mapping[type[Event], tuple[Rule, ...]]:
        """The gates of each event type: prerequisites first, and of these the ones that guard most events first."""
        gates = sorted(self.book.of_shape(Shape.GATE), key=lambda rule: rule.id)
        gates.sort(key=lambda rule: (not rule.prerequisite, -len(rule.refuses) if rule.prerequisite else 0))
        return {kind: tuple(rule for rule in gates if kind in rule.refuses) for kind in self.events.values()}

    @cached_property
    def deadlines(self) -> tuple[Rule, ...]:
        """The deadlines of the procedure in the order of the register."""
        return tuple(sorted(self.book.of_shape(Shape.DEADLINE), key=lambda rule: rule.id))

    @cached_property
    def automatics(self) -> Mapping[str, Rule]:
        """The automatic changes of the procedure by name."""
        return {rule.what: rule for rule in self.book.of_shape(Shape.AUTOMATIC)}


def reasons_against(procedure: Procedure[Facts], facts: Facts, event: Event) -> tuple[Reason, ...]:
    """Every reason why `event` may not happen to a case with these facts; empty when it may."""
    found: list[Reason] = []
    for rule in procedure.gates[type(event)]:
        if (rule.valid_from or rule.valid_until) and not rule.in_force(event.on):
            continue
        verdict = rule.function(facts, event)
        if verdict is True:
            continue
        found.append(Reason(rule, verdict if isinstance(verdict, Shortfall) else Shortfall()))
        if rule.prerequisite:
            break
    return tuple(found)


def replay(
    procedure: Procedure[Facts], events: Iterable[Event], settings: Any = None
) -> tuple[Facts, tuple[Refusal, ...]]:
    """Fold a history into facts. An event that the rules refuse at its date changes nothing and is told with its reasons."""
    facts = procedure.begin(procedure.settings() if settings is None else settings)
    refused: list[Refusal] = []
    for event in sorted(events, key=lambda happened: happened.on):
        if reasons := reasons_against(procedure, facts, event):
            refused.append(Refusal(procedure.names[type(event)], event.on, reasons))
        else:
            facts = procedure.fold(facts, event)
    return facts, tuple(refused)


def state_of(due: Due, on: date) -> State:
    """How something owed stands on a day."""
    if due.done is not None:
        return State.MET if due.done <= due.by.on else State.MET_LATE
    if due.lapses is not None and on >= due.lapses:
        return State.LAPSED
    return State.LATE if due.by.on < on else State.OPEN


def dues(procedure: Procedure[Facts], facts: Facts) -> tuple[tuple[Rule, Due], ...]:
    """Everything that is or will be owed as far as these facts tell, in order of date.

    Unless its rule says otherwise something is owed from its start fact until the case is over; what is done before it opens,
    or would lapse before it does, is never owed at all.
    """
    over_on = procedure.over_on(facts)
    found: list[tuple[Rule, Due]] = []
    for rule in procedure.deadlines:
        for due in _each(rule.function(facts)):
            opens = due.opens or due.by.start
            lapses = due.lapses or (None if rule.outlives else over_on)
            if rule.in_force(due.by.start) and _ever_owed(due.done, opens, lapses):
                found.append((rule, Due(due.by, due.done, opens, lapses, due.number, due.other_reading)))
    return tuple(sorted(found, key=lambda pair: (pair[1].by.on, pair[1].number)))


def _ever_owed(done: date | None, opens: date, lapses: date | None) -> bool:
    if done is not None:
        return done >= opens
    return lapses is None or opens < lapses


def _each(answer: Due | tuple[Due, ...] | None) -> tuple[Due, ...]:
    if answer is None:
        return ()
    return (answer,) if isinstance(answer, Due) else answer


def obligations_on(
    procedure: Procedure[Facts], facts: Facts, on: date
) -> tuple[tuple[Obligation, ...], tuple[Obligation, ...]]:
    """What is owed on a day: the obligations of the handbook, and the signals."""
    found = [Obligation(rule, due, state_of(due, on)) for rule, due in dues(procedure, facts) if _owed(due, on)]
    return (
        tuple(one for one in found if not one.rule.signal),
        tuple(one for one in found if one.rule.signal),
    )


def _owed(due: Due, on: date) -> bool:
    return due.opens is not None and due.opens <= on


def possibilities(procedure: Procedure[Facts], facts: Facts, on: date) -> tuple[tuple[str, ...], tuple[Refusal, ...]]:
    """Which events may happen on a day in their most favourable form, and which not, with the reasons."""
    allowed: list[str] = []
    blocked: list[Refusal] = []
    for name, kind in procedure.events.items():
        against = _fewest_reasons(procedure, facts, procedure.candidates(facts, kind, on))
        if against:
            blocked.append(Refusal(name, on, against))
        else:
            allowed.append(name)
    return tuple(allowed), tuple(blocked)


def _fewest_reasons(procedure: Procedure[Facts], facts: Facts, forms: tuple[Event, ...]) -> tuple[Reason, ...]:
    """The reasons against the form of an event that has the fewest; the first form that is possible ends the search."""
    fewest: tuple[Reason, ...] | None = None
    for form in forms:
        against = reasons_against(procedure, facts, form)
        if not against:
            return ()
        if fewest is None or len(against) < len(fewest):
            fewest = against
    return fewest or ()


def assess(procedure: Procedure[Facts], events: Sequence[Event], on: date, settings: Any = None) -> Assessment:
    """What the rules say about the case with these events on the day `on`.

    Events may come in any order; they are taken in order of their date, then of the sequence. Events after `on` have not
    happened yet and are only counted. `settings` are the choices of the region (the defaults of the procedure when left out).
    """
    happened = [event for event in events if event.on <= on]
    facts, refused = replay(procedure, happened, settings)
    obligations, signals = obligations_on(procedure, facts, on)
    allowed, blocked = possibilities(procedure, facts, on)
    return Assessment(
        procedure=procedure.name,
        on=on,
        status=procedure.status_on(facts, on),
        dates={name: milestone(procedure, facts, name) for name in procedure.milestones},
        flags=procedure.flags_on(facts, on),
        obligations=obligations,
        signals=signals,
        allowed=allowed,
        blocked=blocked,
        refused=refused,
        future=len(events) - len(happened),
        facts=facts,
        extra=procedure.extra_on(facts, on),
    )


def milestone(procedure: Procedure[Facts], facts: Facts, name: str) -> tuple[Rule, Reckoning] | None:
    """The date of an automatic change with its rule, or None while it cannot be known."""
    rule = procedure.automatics[name]
    reckoning: Reckoning | None = rule.function(facts)
    return None if reckoning is None else (rule, reckoning)
