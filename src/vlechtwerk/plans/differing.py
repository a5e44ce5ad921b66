"""What differs between two wordings: to read, and for the rules that tell a fundamental change from a minor one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from vlechtwerk.plans.content import Agreements, Content, PlannedGoal
from vlechtwerk.rules.activation.duties.payment import NOTHING
from vlechtwerk.rules.activation.duties.plan_change import (
    ActionChange,
    Change,
    CostChange,
    DateChange,
    GoalChange,
    InternshipChange,
    Manner,
    OtherChange,
    ProviderChange,
)
from vlechtwerk.rules.activation.terms import Domain

WORDS = {"text", "measure", "feasibility", "obstacle", "why", "need", "task"}
"""What is said in words: whether another meaning came with other words is told by who changes them."""


class What(StrEnum):
    """What happened to a goal or an action between two wordings."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing of a goal or an action that became another; both sides as they are kept."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A goal, an action or the frame of the plan that differs."""

    what: What
    before: Any
    after: Any
    details: tuple[Detail, ...] = ()

    @property
    def subject(self) -> Any:
        """What it is about, as it is now, or as it was when it is gone."""
        return self.after or self.before


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """Everything that differs: first the frame, then the goals, then the actions."""
    frame = _details(before.agreements, after.agreements)
    found = [Difference(What.CHANGED, before.agreements, after.agreements, frame)] if frame else []
    for one, other in ((before.goals, after.goals), (before.actions, after.actions)):
        found += _between({part.code: part for part in one}, {part.code: part for part in other})
    return tuple(found)


def _between(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for code, one in after.items():
        if code not in before:
            yield Difference(What.ADDED, None, one)
        elif details := _details(before[code], one):
            yield Difference(What.CHANGED, before[code], one, details)
    for code, one in before.items():
        if code not in after:
            yield Difference(What.REMOVED, one, None)


def _details(before: Any, after: Any) -> tuple[Detail, ...]:
    names = (one.name for one in fields(before) if one.name not in {"code", "goal"})
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(Detail(name, old, new) for name, old, new in pairs if old != new)


def changed_parts(before: Content, after: Content) -> tuple[Domain, ...]:
    """The sides of the plan in which a goal or an action differs."""
    found = {one.subject.domain for one in differences(before, after) if hasattr(one.subject, "domain")}
    return tuple(domain for domain in Domain if domain in found)


def changes(before: Content, after: Content, *, only_wording: bool) -> tuple[Change, ...]:
    """The differences as the rules about changing a plan know them (AT-097).

    With `only_wording` whoever made the change says that other words mean the same.
    """
    found: list[Change] = []
    for one in differences(before, after):
        found += _changes(one, before, only_wording)
    costs = sum(before.costs, NOTHING), sum(after.costs, NOTHING)
    if costs[0] != costs[1]:
        found.append(CostChange(to=costs[1], approved=costs[0]))
    return tuple(found)


def _changes(one: Difference, before: Content, only_wording: bool) -> Iterator[Change]:
    kind: type[GoalChange | ActionChange] = GoalChange if isinstance(one.subject, PlannedGoal) else ActionChange
    if isinstance(one.subject, Agreements):
        yield OtherChange("agreements")
    elif one.what is not What.CHANGED:
        yield kind(Manner.ADDED if one.what is What.ADDED else Manner.REMOVED)
    else:
        for detail in one.details:
            yield _change(detail, one, before, kind(Manner.REWORDED if only_wording else Manner.REPLACED))


def _change(detail: Detail, one: Difference, before: Content, reworded: Change) -> Change:
    """One thing that became another, in the words of the rules."""
    match detail.name:
        case name if name in WORDS:
            return reworded
        case "internship" | "domain":
            return InternshipChange(in_kind=True)
        case "discipline":
            return ProviderChange(detail.after, frozenset(each.discipline for each in before.actions))
        case "starts_on" | "evaluated_on" | "due_on":
            limit = one.before.due_on if isinstance(one.before, PlannedGoal) else one.before.evaluated_on
            return DateChange(detail.after, limit) if detail.after and limit else OtherChange(detail.name)
        case _:
            return OtherChange(detail.name)
