"""Whether a change of a history is possible: who records it, on which day, and what the rules say. Pure: no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vlechtwerk.history.refusals import (
    BEFORE_THE_CASE,
    FUTURE,
    NOTHING_LEFT,
    OUT_OF_RANGE,
    DayNotPossible,
    NotPossible,
    Refused,
    Unsupported,
)
from vlechtwerk.rules.activation import recorders
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Procedure, Reason, Refusal, replay
from vlechtwerk.rules.casefile import FIRST_DAY, LAST_DAY
from vlechtwerk.rules.kernel import Event, Shortfall
from vlechtwerk.rules.roles import Role, acts_as

RECORDERS: Mapping[str, Any] = {ACTIVATION.name: recorders}
"""The module that tells who records what, for each procedure of which cases are stored."""
ONLY_ONCE = {ACTIVATION.name: "AT-037"}
"""The rule that a person has one case of a procedure only, where there is such a rule."""


@dataclass(frozen=True, slots=True)
class History:
    """The events of a case in the order in which they are taken, with the settings of its region."""

    procedure: Procedure[Any]
    events: tuple[Event, ...]
    settings: Any

    @property
    def first_on(self) -> date:
        """The day on which the case began. Raises ValueError when nothing happened yet."""
        return min(event.on for event in self.events)

    @property
    def last_on(self) -> date:
        """The day of the last event. Raises ValueError when nothing happened yet."""
        return max(event.on for event in self.events)

    def name_of(self, event: Event) -> str:
        """The name of an event in this procedure."""
        return self.procedure.names[type(event)]

    def facts(self) -> Any:
        """What the events fold into. Raises Refused when one of them is not possible."""
        return self.facts_after(None)

    def facts_after(self, change: Event | None) -> Any:
        """What the events fold into after a change: `change` was just put among them, or (None) one was struck.

        Raises Refused with the reasons against the change, or else with the events that it makes impossible; NotPossible when no
        event is left.
        """
        if not self.events:
            raise NotPossible(NOTHING_LEFT)
        facts, refused = replay(self.procedure, self.events, self.settings)
        if refused:
            raise _refused(self, change, refused)
        return facts


def _refused(history: History, change: Event | None, refused: Sequence[Refusal]) -> Refused:
    """The refusal of a change, from the refusals of the events of the history that came of it."""
    own = [one for one in refused if change is not None and (one.event, one.on) == (history.name_of(change), change.on)]
    if own:
        return Refused(own[0].event, own[0].on, own[0].reasons)
    first = refused[0]
    if change is None:
        return Refused(first.event, first.on, (), tuple(refused))
    return Refused(history.name_of(change), change.on, (), tuple(refused))


def check_recorder(procedure: Procedure[Any], event: Event, capacities: Iterable[Role]) -> None:
    """Raise Refused when nobody with these capacities in the file records such an event."""
    covered = frozenset[Role]().union(*(acts_as(capacity) for capacity in capacities))
    reason = RECORDERS[procedure.name].reason_against(event, covered)
    if reason is not None:
        raise Refused(procedure.names[type(event)], event.on, (reason,))


def check_day(event: Event, before: History, today: date) -> None:
    """Raise DayNotPossible for a day that has not come, lies out of range, or precedes the case.

    `before` is the history without the event. The event that begins a case may take any day that has come.
    """
    if not FIRST_DAY <= event.on <= LAST_DAY:
        raise DayNotPossible(OUT_OF_RANGE)
    if event.on > today:
        raise DayNotPossible(FUTURE)
    begins = isinstance(event, next(iter(before.procedure.events.values())))
    if before.events and not begins and event.on < before.first_on:
        raise DayNotPossible(BEFORE_THE_CASE)


def check_only_case(history: History, has_another: bool) -> None:
    """Raise Refused when a person may have one case of this procedure only, and has another."""
    if has_another and (only_once := ONLY_ONCE.get(history.procedure.name)):
        first = history.events[0]
        rule = next(rule for rule in history.procedure.gates[type(first)] if rule.id == only_once)
        raise Refused(history.name_of(first), first.on, (Reason(rule, Shortfall()),))


def check_supported(history: History) -> None:
    """Raise Unsupported when these rules do not cover the history, such as one under an older decree."""
    if reason := history.procedure.unsupported(history.events):
        raise Unsupported(reason)


def asked_about(procedure: Procedure[Any], event: Event) -> tuple[str, ...]:
    """The ids of the rules that judged an event: who records it, and its gates on its day."""
    gates = tuple(rule.id for rule in procedure.gates[type(event)] if rule.in_force(event.on))
    return (RECORDERS[procedure.name].rule_of(event).id, *gates)
