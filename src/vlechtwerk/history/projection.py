"""What is stored of what the rules say: fields of the case and rows of obligations, computed from the facts alone.

Nothing here depends on today, so what is stored answers every later day by comparing dates.
"""

from datetime import date
from typing import Any, NamedTuple

from vlechtwerk.history.models import CLOSING, Case, Obligation
from vlechtwerk.rules.assessment import Procedure, dues, milestone


class Projection(NamedTuple):
    """The stored fields of a case; their meaning stands at the model."""

    status: str
    status_since: date
    status_reason: str
    started_on: date | None
    minimum_on: date | None
    maximum_on: date | None
    closing_on: date | None
    ends_on: date | None


class Owed(NamedTuple):
    """The stored fields of an obligation; their meaning stands at the model."""

    rule: str
    what: str
    number: int
    owner: str
    due_on: date
    done_on: date | None
    opens_on: date
    lapses_on: date | None
    signal: bool

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from the other obligations of its case."""
        return self.rule, self.what, self.number

    def of_case(self, case: Case) -> Obligation:
        """The row of this obligation, not stored yet."""
        return Obligation(case=case, **self._asdict())


def project(procedure: Procedure[Any], facts: Any, last: date) -> Projection:
    """The fields of a case with these facts, whose last event happened on the day `last`.

    Raises ValueError for facts without a status: a case begins with its first event.
    """
    status, over_on = procedure.status_on(facts, last), procedure.over_on(facts)
    if status.code is None or status.since is None:
        raise ValueError("a case that has not begun is not stored")
    goes_on = over_on is not None and over_on > last
    closing_on = _day(procedure, facts, "closing_from")
    return Projection(
        status=status.code,
        status_since=status.since,
        status_reason=status.reason or "",
        started_on=_day(procedure, facts, "duration_start"),
        minimum_on=_day(procedure, facts, "minimum_reached"),
        maximum_on=_day(procedure, facts, "maximum_reached"),
        closing_on=closing_on if goes_on and status.code != CLOSING else None,
        ends_on=over_on if goes_on else None,
    )


def owed(procedure: Procedure[Any], facts: Any) -> tuple[Owed, ...]:
    """Everything that is or will be owed as far as these facts tell."""
    return tuple(
        Owed(
            rule=rule.id,
            what=rule.what,
            number=due.number,
            owner=str(rule.owner),
            due_on=due.by.on,
            done_on=due.done,
            opens_on=due.opens or due.by.start,
            lapses_on=due.lapses,
            signal=rule.signal,
        )
        for rule, due in dues(procedure, facts)
    )


def _day(procedure: Procedure[Any], facts: Any, name: str) -> date | None:
    """The date of an automatic change; None while it is not known or when the procedure has none of this name."""
    if name not in procedure.automatics:
        return None
    found = milestone(procedure, facts, name)
    return found[1].on if found else None
