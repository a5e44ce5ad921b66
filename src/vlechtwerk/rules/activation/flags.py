"""What is remarkable about a trajectory on a day, beside its status."""

from datetime import date

from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.milestones import exceeds_maximum, status_on
from vlechtwerk.rules.activation.plan import first_action_term, plan_term


def flags_on(case: ActivationFacts, day: date) -> tuple[str, ...]:
    """The flags that hold on a day, in a fixed order."""
    code = status_on(case, day).code
    running = code in ("accepted", "in_progress", "closing")
    found = {
        "start_unconfirmed": code == "accepted" and case.refused_on is not None and case.confirmed_on is None,
        "plan_late": running and _is_late(plan_term(case), case.plan_uploaded_on, day),
        "first_action_late": running and _is_late(first_action_term(case), case.first_action_on, day),
        "care_suspended": running and case.care_suspended_on is not None,
        "interrupted": running and any(period.on <= day <= period.until for period in case.interruptions),
        "extension_pending": running and case.extension_asked_on is not None,
        "extension_granted": case.extension_months > 0,
        "max_exceeded": code == "in_progress" and exceeds_maximum(case, day),
        "access_still_open": code in ("ended", "cancelled") and case.access_blocked_on is None,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def _is_late(due_on: date | None, done_on: date | None, day: date) -> bool:
    return due_on is not None and done_on is None and day > due_on
