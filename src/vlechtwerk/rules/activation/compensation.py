"""The class of compensation of the care partnership for one trajectory: 100, 60 or 0 percent, with the reason.

The first rule that applies decides. Interruptions and suspended care are not subtracted from the duration: the handbook does
not say so. Unit amounts are dated settings elsewhere.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts, begin
from vlechtwerk.rules.activation.fold import fold
from vlechtwerk.rules.activation.milestones import MINIMUM, automatic_end_on, is_over
from vlechtwerk.rules.activation.terms import RegionSettings, StopManner
from vlechtwerk.rules.calendar import at_least_months
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Event, Rule, Shape


class Share(NamedTuple):
    """A class of compensation in percent of the unit amount (None while the trajectory runs), with its reason in English."""

    percent: int | None
    reason: str


class Compensation(NamedTuple):
    """A share together with the rule that decided it."""

    share: Share
    rule: Rule

    @property
    def code(self) -> str:
        """The code of the reason, as it stands in `REASONS`."""
        return next(iter(self.rule.points))


REASONS = {
    "running": "the trajectory is still running",
    "not_started": "the mediation never started, so there is no duration",
    "short": "the trajectory lasted less than three months",
    "cancelled": "the trajectory was cancelled; what was paid may be reclaimed",
    "early_stop": "the trajectory was stopped early after at least three months",
    "complete": "final report and final advice are registered jointly after at least three months",
    "automatic": "the trajectory ended by itself without a final advice",
    "incomplete": "the final report is missing or was not registered jointly",
}


@BOOK.amount("AT-018", CARE_HANDBOOK.at("2.2"), what="compensation", points={"running": REASONS["running"]})
def no_claim_while_running(case: ActivationFacts, on: date) -> Share | None:
    """Only a completed trajectory counts for compensation."""
    return None if is_over(case, on) else Share(None, REASONS["running"])


@BOOK.amount(
    "AT-107", CARE_HANDBOOK.at("2.2; 3.2.3"), what="compensation", points={"not_started": REASONS["not_started"]}
)
def nothing_without_duration(case: ActivationFacts, on: date) -> Share | None:
    """A trajectory that never started has no duration and gives no compensation."""
    return Share(0, REASONS["not_started"]) if case.started_on is None else None


@BOOK.amount(
    "AT-021",
    CARE_HANDBOOK.at("2.2"),
    what="compensation",
    points={"short": REASONS["short"]},
)
def nothing_below_three_months(case: ActivationFacts, on: date) -> Share | None:
    """A trajectory of less than three months gives no compensation."""
    end = case.ending.on if case.ending else automatic_end_on(case)
    if case.started_on is None or end is None or at_least_months(case.started_on, end, MINIMUM):
        return None
    return Share(0, REASONS["short"])


@BOOK.amount("AT-236", CARE_HANDBOOK.at("5.3"), what="compensation", points={"cancelled": REASONS["cancelled"]})
def nothing_when_cancelled(case: ActivationFacts, on: date) -> Share | None:
    """A trajectory that was removed from the contingent gives no compensation.

    Whether the care partnership's part can be reclaimed too is not told; no claim is the cautious reading.
    """
    cancelled = case.ending is not None and case.ending.code == "cancelled"
    return Share(0, REASONS["cancelled"]) if cancelled else None


@BOOK.amount("AT-021", CARE_HANDBOOK.at("2.2"), what="compensation", points={"early_stop": REASONS["early_stop"]})
def sixty_percent_for_an_early_stop(case: ActivationFacts, on: date) -> Share | None:
    """A trajectory that was stopped early after at least three months gives sixty percent."""
    stopped = case.ending is not None and case.ending.reason == StopManner.EARLY_STOP.value
    return Share(60, REASONS["early_stop"]) if stopped else None


@BOOK.amount("AT-020", CARE_HANDBOOK.at("2.2"), what="compensation", points={"complete": REASONS["complete"]})
def full_when_complete(case: ActivationFacts, on: date) -> Share | None:
    """A joint final report, a joint final advice and at least three months give the full compensation."""
    complete = case.final_advice_on is not None and case.final_report_on is not None and case.final_report_joint
    return Share(100, REASONS["complete"]) if complete else None


@BOOK.amount("AT-206", CARE_HANDBOOK.at("5.1.2; 2.2"), what="compensation", points={"automatic": REASONS["automatic"]})
def nothing_after_an_automatic_end(case: ActivationFacts, on: date) -> Share | None:
    """A trajectory that ended by itself without final advice gives no compensation.

    The handbook does not say so in words; without a final advice the conditions for the full amount are not met.
    """
    return Share(0, REASONS["automatic"]) if case.ending is None else None


@BOOK.amount("AT-020", CARE_HANDBOOK.at("2.2"), what="compensation", points={"incomplete": REASONS["incomplete"]})
def nothing_while_incomplete(case: ActivationFacts, on: date) -> Share | None:
    """Without a joint final report there is no compensation until it is registered."""
    return Share(0, REASONS["incomplete"])


_TABLE = tuple(rule for rule in BOOK.of_shape(Shape.AMOUNT) if rule.what == "compensation")


def compensation_on(case: ActivationFacts, on: date) -> Compensation:
    """The class of compensation on a day: the first rule of the table that applies."""
    for rule in _TABLE:
        share: Share | None = rule.function(case, on)
        if share is not None:
            return Compensation(share, rule)
    raise AssertionError("the last rule of the table always applies")


DECIDING: tuple[type[Event], ...] = (
    e.MediationStarted,
    e.ExtensionRequested,
    e.ExtensionDecided,
    e.FinalReportRegistered,
    e.FinalAdviceRegistered,
    e.StopRequested,
    e.StopDecided,
)
"""The events on which the class of compensation and the day of the end depend; all others leave both as they are."""


def deciding_facts(events: Iterable[Event], until: date, settings: RegionSettings) -> ActivationFacts:
    """The facts for the compensation on a day, from the events of a kept history in the order in which they are taken.

    Every event of a kept history was accepted when it was recorded, so no gate is asked again, and only those of `DECIDING`
    are looked at: that makes a statement of thousands of trajectories possible at once. For the compensation alone.
    """
    facts = begin(settings)
    for event in events:
        if event.on <= until and isinstance(event, DECIDING):
            facts = fold(facts, event)
    return facts
