"""The dates on which a trajectory changes by itself, and the status that follows from them."""

from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.terms import ClosingFrom
from vlechtwerk.rules.assessment import Status
from vlechtwerk.rules.calendar import ONE_DAY, Reckoning, calendar_days, earliest, months, months_after, since
from vlechtwerk.rules.documents import CARE_HANDBOOK

MINIMUM = 3
"""Months a trajectory lasts at least."""
MAXIMUM = 18
"""Months a trajectory lasts at most without extension."""
LONGEST_EXTENSION = 6
"""Months that extensions add at most, in all."""
TECHNICAL_END = 24
"""Months after which a trajectory goes to closing."""


@BOOK.automatic("AT-108", CARE_HANDBOOK.at("3.2.3"), what="minimum_reached")
def minimum_reached(case: ActivationFacts) -> Reckoning | None:
    """A trajectory lasts at least three months from its start."""
    return since("mediation_started", case.started_on).plus(months(MINIMUM)) if case.started_on else None


@BOOK.automatic("AT-107", CARE_HANDBOOK.at("3.2.3; 3.4"), what="duration_start")
def duration_start(case: ActivationFacts) -> Reckoning | None:
    """The duration runs from the day on which the trajectory is in progress, not from the referral, the plan or a signature."""
    return since("mediation_started", case.started_on) if case.started_on else None


@BOOK.automatic("AT-108", CARE_HANDBOOK.at("3.2.3; 5.1.1; 5.2"), what="maximum_reached")
def maximum_reached(case: ActivationFacts) -> Reckoning | None:
    """A trajectory lasts at most eighteen months from its start, plus the months of extension that were granted."""
    if case.started_on is None:
        return None
    return since("mediation_started", case.started_on).plus(months(MAXIMUM + case.extension_months))


@BOOK.automatic("AT-204", CARE_HANDBOOK.at("5.1.2"), what="closing_from")
def closing_from(case: ActivationFacts) -> Reckoning | None:
    """A trajectory that reaches twenty-four months without final advice goes to closing by itself.

    The handbook is silent about eighteen months, or about eighteen months plus a shorter extension, without advice. An
    irreversible step that matters for payment must not come earlier than it is written, so nothing changes by itself before
    twenty-four months; a region may choose to let closing start at the trajectory's own maximum. Then too no closing step
    comes before the decision on an extension that was asked in time.
    """
    maximum = maximum_reached(case)
    if case.started_on is None or maximum is None:
        return None
    latest = since("mediation_started", case.started_on).plus(months(TECHNICAL_END))
    if not _closes_at_maximum(case):
        return latest
    decided_on = case.extension_decided_on or maximum.on
    return earliest((maximum.moved("extension_decided", max(maximum.on, decided_on)), latest))


def _closes_at_maximum(case: ActivationFacts) -> bool:
    return case.settings.closing_from is ClosingFrom.MAXIMUM and case.extension_asked_on is None


@BOOK.automatic("AT-206", CARE_HANDBOOK.at("5.1.2"), what="automatic_end")
def automatic_end(case: ActivationFacts) -> Reckoning | None:
    """A trajectory without final advice one month after closing began ends by itself, without advice, on the next day."""
    closing = closing_from(case)
    if closing is None:
        return None
    return since("closing_from", closing.on).plus(months(1)).plus(calendar_days(1))


def maximum_on(case: ActivationFacts) -> date | None:
    """The day the maximum is reached, extension included."""
    return months_after(case.started_on, MAXIMUM + case.extension_months) if case.started_on else None


def closing_on(case: ActivationFacts) -> date | None:
    """The day the closing month starts."""
    maximum = maximum_on(case)
    if case.started_on is None or maximum is None:
        return None
    latest = months_after(case.started_on, TECHNICAL_END)
    if not _closes_at_maximum(case):
        return latest
    return min(max(maximum, case.extension_decided_on or maximum), latest)


def automatic_end_on(case: ActivationFacts) -> date | None:
    """The day the trajectory ends by itself."""
    closing = closing_on(case)
    return months_after(closing, 1) + ONE_DAY if closing else None


def over_on(case: ActivationFacts) -> date | None:
    """The day from which the trajectory is final: decided by people, or else the automatic end that lies ahead."""
    return case.ending.on if case.ending else automatic_end_on(case)


def status_on(case: ActivationFacts, day: date) -> Status:
    """The status of the service on a day."""
    if case.ending is not None:
        return Status(case.ending.code, case.ending.on, case.ending.reason)
    if case.started_on is not None:
        return _running_status(case, case.started_on, day)
    if case.first_meeting_on is not None:
        return Status("accepted", case.first_meeting_on)
    if case.referred_on is not None:
        return Status("initiated", case.referred_on)
    return Status()


def _running_status(case: ActivationFacts, started_on: date, day: date) -> Status:
    closing, end = closing_on(case), automatic_end_on(case)
    if end is not None and day >= end:
        return Status("ended", end, "automatic")
    if closing is not None and day >= closing:
        return Status("closing", closing)
    return Status("in_progress", started_on)


def is_over(case: ActivationFacts, day: date) -> bool:
    """Whether the trajectory is ended or cancelled on a day."""
    if case.ending is not None:
        return True
    end = automatic_end_on(case)
    return end is not None and day >= end


def is_closing(case: ActivationFacts, day: date) -> bool:
    """Whether the closing month has begun on a day (and was not ended before it by people)."""
    closing = closing_on(case)
    return closing is not None and day >= closing


def exceeds_maximum(case: ActivationFacts, day: date) -> bool:
    """Whether the maximum has been reached on a day without advice and without a request that waits for its decision."""
    reached = maximum_on(case)
    return reached is not None and day >= reached and case.extension_asked_on is None
