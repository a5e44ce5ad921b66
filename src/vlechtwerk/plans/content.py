"""What one wording of a plan says, without a database: the goals, the actions, and the frame that article 15 asks for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from vlechtwerk.rules.activation.duties.plan_shape import NO_HOURS, Action, Goal, Plan
from vlechtwerk.rules.activation.terms import Domain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A goal as the plan took it over. `goal` is the row it came from; `code` stays when that is replaced by another one."""

    code: str
    goal: str
    domain: Domain
    text: str
    measure: str
    feasibility: str
    obstacle: str
    why: str
    due_on: date

    def as_rules(self) -> Goal:
        """The goal as the rules of the plan know it."""
        return Goal(
            code=self.code,
            domain=self.domain,
            result=self.text,
            measure=self.measure,
            feasibility=self.feasibility,
            relevance=self.why,
            due_on=self.due_on,
            obstacle=self.obstacle,
        )


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action of the plan. `cost` is an estimate in euro; `task` is one of the tasks of a care provider."""

    code: str
    domain: Domain
    text: str
    need: str = ""
    task: str = ""
    discipline: str = ""
    provider: str = ""
    internship: bool = False
    hours: Decimal = NO_HOURS
    starts_on: date | None = None
    evaluated_on: date | None = None
    cost: Decimal | None = None
    goals: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def as_rules(self) -> Action:
        """The action as the rules of the plan know it."""
        return Action(
            code=self.code,
            domain=self.domain,
            goals=self.goals,
            starts_on=self.starts_on,
            evaluated_on=self.evaluated_on,
            need=self.need.strip(),
            provider=self.provider,
            internship=self.internship,
            hours_per_week=self.hours,
            after=self.after,
        )


@dataclass(frozen=True, slots=True)
class Agreements:
    """The frame of the plan: likely start and duration, content and aim, rights and duties, and how often it is evaluated.

    `aligned_on` is the day on which the draft was talked about with the network coordinator (AT-111).
    """

    expected_start: date | None = None
    months: int | None = None
    aim: str = ""
    rights: str = ""
    evaluations: str = ""
    aligned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one wording of a plan says."""

    agreements: Agreements = field(default_factory=Agreements)
    goals: tuple[PlannedGoal, ...] = ()
    actions: tuple[PlannedAction, ...] = ()

    def as_rules(self) -> Plan:
        """The plan as the rules know it."""
        goals = tuple(one.as_rules() for one in self.goals)
        return Plan(goals, tuple(one.as_rules() for one in self.actions))

    def action(self, code: str) -> PlannedAction | None:
        """The action with a code."""
        return next((one for one in self.actions if one.code == code), None)

    @property
    def costs(self) -> tuple[Decimal, ...]:
        """The estimates that were filled in."""
        return tuple(one.cost for one in self.actions if one.cost is not None)


def stored(content: Content) -> dict[str, Any]:
    """The content as it is kept in a column."""
    found: dict[str, Any] = _plain(asdict(content))
    return found


def read(kept: Mapping[str, Any]) -> Content:
    """The content that a column holds."""
    return Content(
        _made(Agreements, kept["agreements"]),
        tuple(_made(PlannedGoal, one) for one in kept["goals"]),
        tuple(_made(PlannedAction, one) for one in kept["actions"]),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | Domain) else value


DAYS = {"due_on", "starts_on", "evaluated_on", "expected_start", "aligned_on"}
AMOUNTS = {"hours", "cost"}


def _made(kind: type[T], kept: Mapping[str, Any]) -> T:
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]  # only dataclasses of this file come in
    return kind(**{name: _value(name, one) for name, one in kept.items() if name in known})


def _value(name: str, kept: Any) -> Any:
    if kept is None:
        return None
    if name in DAYS:
        return date.fromisoformat(kept)
    if name in AMOUNTS:
        return Decimal(kept)
    if name == "domain":
        return Domain(kept)
    return tuple(kept) if isinstance(kept, list) else kept
