"""The order of the actions in a plan: what builds on what, idle periods, and work and care side by side."""

from collections.abc import Iterable
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.plan_shape import Plan, first_start
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force

WORK_AFTER_CARE = 3
"""Months after the first care action by which the first work action starts (a proposal; the handbook only says together)."""


@BOOK.requirement(
    "AT-098",
    CARE_HANDBOOK.at("3.2.2"),
    concerns="trajectory_plan",
    points={"order": "no action starts before the action it builds on has been evaluated"},
)
def actions_follow_logically(plan: Plan) -> Findings:
    """The team watches over a logical order of the actions."""
    evaluated = {action.code: action.evaluated_on for action in plan.actions}
    return unmet(
        order=not any(
            action.starts_on and (before := evaluated.get(code)) and action.starts_on < before
            for action in plan.actions
            for code in action.after
        )
    )


def idle_days(periods: Iterable[tuple[date, date]]) -> int:
    """The calendar days between the first start and the last end on which no action runs.

    A period is the first and the last day of an action, both included.
    """
    total, busy_until = 0, None
    for first, last in sorted(periods):
        if busy_until is not None and first > busy_until:
            total += (first - busy_until).days - 1
        busy_until = last if busy_until is None else max(busy_until, last)
    return total


@BOOK.requirement(
    "AT-102",
    CARE_HANDBOOK.at("3.2.2"),
    concerns="trajectory_plan",
    force=Force.SHOULD,
    points={"no_gap": "no day without any action between the first and the last"},
)
def actions_follow_on(plan: Plan) -> Findings:
    """The actions follow on to each other as well as possible, with as little idle time as possible."""
    periods = [(one.starts_on, one.evaluated_on) for one in plan.actions if one.starts_on and one.evaluated_on]
    return unmet(no_gap=idle_days(periods) == 0)


@BOOK.requirement(
    "AT-110",
    CARE_HANDBOOK.at("3.3"),
    concerns="trajectory_plan",
    force=Force.SHOULD,
    points={"together": "the first work action starts within three months after the first care action"},
)
def work_and_care_start_together(plan: Plan) -> Findings:
    """Work and care influence each other from the first day on, so they start together.

    The three months are a proposal. A plan without work or without care gives nothing here; other rules see to it.
    """
    care, work = first_start(plan.of(Domain.CARE)), first_start(plan.of(Domain.WORK))
    return unmet(together=care is None or work is None or work <= months_after(care, WORK_AFTER_CARE))
