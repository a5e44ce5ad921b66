"""What a trajectory plan is made of: goals and actions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vlechtwerk.rules.activation.terms import Domain

NO_HOURS = Decimal(0)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the plan, formulated SMART; what is not filled in is empty or None.

    `obstacle` is the obstacle to work that a care goal removes.
    """

    code: str
    domain: Domain
    result: str = ""
    measure: str = ""
    feasibility: str = ""
    relevance: str = ""
    due_on: date | None = None
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action of the plan; `goals` and `after` are codes of the goals it serves and the actions it builds on.

    `hours_per_week` is asked of an internship only.
    """

    code: str
    domain: Domain
    goals: tuple[str, ...] = ()
    starts_on: date | None = None
    evaluated_on: date | None = None
    need: str = ""
    provider: str = ""
    internship: bool = False
    hours_per_week: Decimal = NO_HOURS
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The goals and actions of one version of the plan, for work and care together."""

    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()

    def of(self, domain: Domain) -> tuple[Action, ...]:
        """The actions of one side."""
        return tuple(action for action in self.actions if action.domain is domain)


def first_start(actions: Iterable[Action]) -> date | None:
    """The earliest planned start of these actions; None when none is planned."""
    return min((action.starts_on for action in actions if action.starts_on), default=None)
