"""How many sessions a provider told of in the reports of actions, beside the notes that were made of them (AT-126)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from vlechtwerk.network.models import Assignment
from vlechtwerk.network.queries import PROVIDER_OF, SESSIONS, Execution
from vlechtwerk.rules.activation.terms import Domain


@dataclass(frozen=True, slots=True)
class Sessions:
    """How many sessions there were from the first to the last day, both included, and of how many there is a note."""

    first: date
    last: date
    told: int
    noted: int

    @property
    def without_record(self) -> int:
        """Of how many sessions there is no note."""
        return max(self.told - self.noted, 0)


def compares_sessions(execution: Execution, assignment: Assignment) -> bool:
    """Whether the visitor compares them: a case manager, or somebody of the provider itself."""
    position = execution.plans.found.position
    return execution.plans.manages is not None or position.organisation_id == assignment.organisation_id


def sessions_of(execution: Execution, assignment: Assignment) -> list[Sessions]:
    """The sessions of the provider of an assignment, a line for each period that was told, the first one first.

    A provider with several actions on one side is told of once for all of them: a session may serve more than one action.
    Only what is open to the visitor counts.
    """
    if not compares_sessions(execution, assignment):
        return []
    who = (assignment.organisation_id, str(PROVIDER_OF[Domain(assignment.domain)]))
    days = [day for *author, day in execution.noted_sessions if tuple(author) == who]
    told: Counter[tuple[date, date]] = Counter()
    for one in execution.told_sessions:
        if (one.author.organisation_id, one.author.role) == who:
            told[date.fromisoformat(one.told["sessions_from"]), one.happened_on] += int(one.told[SESSIONS])
    return [
        Sessions(first, last, count, sum(first <= day <= last for day in days))
        for (first, last), count in sorted(told.items())
    ]
