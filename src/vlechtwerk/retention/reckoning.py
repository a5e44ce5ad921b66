"""When the term of a file is over: pure functions of days."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.retention.facts import TRAJECTORY, answering_on
from vlechtwerk.rules.activation.duties.retention import PaperPlan, destroyable_from
from vlechtwerk.rules.calendar import months_after, years_after


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a region chose: how many years after the end nobody can claim anything any more, and how long it is kept then.

    `claims_years` is empty where nobody said so: then no term of a trajectory can be told. Without `after_years` the
    longest time counts that the decree allows.
    """

    claims_years: int | None = None
    after_years: int | None = None


def trajectory_due_on(ended_on: date, proceedings_ended_on: date | None, chosen: Chosen) -> date | None:
    """The day on which the term of the data of a trajectory ends; None where the region did not say what it needs.

    It counts from the later of the limitation of all claims and the end of the last proceedings (decree of 8 July 2022, art. 25).
    """
    if chosen.claims_years is None or TRAJECTORY.at_most_years is None:
        return None
    claims_end = years_after(ended_on, chosen.claims_years)
    begins = max(claims_end, proceedings_ended_on or claims_end)
    longest = TRAJECTORY.at_most_years
    return years_after(begins, longest if chosen.after_years is None else min(chosen.after_years, longest))


def paper_free_from(ended_on: date) -> date:
    """The first day on which a plan that was signed on paper may go (AT-104)."""
    free = destroyable_from(PaperPlan(place="", holder="", trajectory_ended_on=ended_on))
    if free is None:
        raise ValueError("the trajectory did not end")
    return free


def answer_due_on(asked_on: date, *, extended: bool) -> date:
    """The last day on which a request is answered: a month after it came, three when the term was extended (GDPR, 12(3)).

    The term is the one that held on the day of the request. Raises LookupError for a day before there was one.
    """
    term = answering_on(asked_on)
    return months_after(asked_on, term.months + (term.extra_months if extended else 0))
