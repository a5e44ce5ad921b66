"""The extension of the maximum duration: who may ask it, when, why and for how long."""

from collections.abc import Sequence
from datetime import date, timedelta

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts, Interruption
from vlechtwerk.rules.activation.milestones import LONGEST_EXTENSION, MAXIMUM, maximum_reached
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.calendar import ONE_DAY, Reckoning, calendar_days, months, months_after, since
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Due, Force, Shortfall, Verdict
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

NEEDED_INTERRUPTION = 3
"""Months of interruption that an extension needs."""


@BOOK.deadline(
    "AT-203", CARE_HANDBOOK.at("5.1.1"), what="maximum_approaching", owner=Role.WORK_CASE_MANAGER, signal=True
)
def maximum_approaching(case: ActivationFacts) -> Due | None:
    """The work case manager gets a signal when the maximum duration comes near.

    The lead time is not told; 60 calendar days is a proposal that leaves time to ask for an extension.
    """
    by = maximum_reached(case)
    if by is None:
        return None
    return Due(by, done=case.final_advice_on, opens=by.on - timedelta(days=case.settings.maximum_signal_days))


@BOOK.deadline(
    "AT-122",
    CARE_HANDBOOK.at("3.4"),
    what="closing_reserve",
    owner=Role.CASE_MANAGEMENT_TEAM,
    signal=True,
    force=Force.MAY,
)
def closing_reserve(case: ActivationFacts) -> Due | None:
    """Some regions carry out the plan within seventeen months and keep the last month for the paperwork."""
    by, reserve = maximum_reached(case), case.settings.closing_reserve_months
    if by is None or not reserve:
        return None
    return Due(by.plus(months(-reserve)), done=case.last_report_on)


@BOOK.deadline(
    "AT-155",
    CARE_HANDBOOK.at("4.1.2"),
    what="target_duration",
    owner=Role.CASE_MANAGEMENT_TEAM,
    signal=True,
    force=Force.MAY,
)
def target_duration(case: ActivationFacts) -> Due | None:
    """A region may aim at a trajectory that is shorter than the maximum: as short as possible, as long as necessary."""
    if case.started_on is None or case.settings.target_months is None:
        return None
    by = since("mediation_started", case.started_on).plus(months(case.settings.target_months))
    return Due(by, done=case.final_advice_on)


@BOOK.gate("AT-229", CARE_HANDBOOK.at("5.2.2"), refuses=e.ExtensionRequested)
def asked_before_the_maximum(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """An extension is asked before the trajectory reaches eighteen months."""
    return case.started_on is not None and event.on < months_after(case.started_on, MAXIMUM)


@BOOK.gate("AT-225", CARE_HANDBOOK.at("5.2.1"), refuses=e.ExtensionRequested)
def both_agree_on_the_extension(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """Both case managers agree that the extension is necessary."""
    missing = tuple(sorted(CASE_MANAGERS - set(event.agreed_by)))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-224", CARE_HANDBOOK.at("5.2.1"), refuses=e.ExtensionRequested)
def necessary_actions_are_shown(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """A request shows which necessary actions remain before a final advice is possible, and in which period they fit."""
    return event.necessary_actions


@BOOK.gate("AT-220", CARE_HANDBOOK.at("5.2; 5.1.2"), refuses=e.ExtensionRequested)
def asked_months_fit(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """Extensions add at most six months in all.

    Whether more than one extension is possible is not told; it is, as long as the sum fits and each is asked in time.
    """
    return case.extension_months + event.months <= LONGEST_EXTENSION


@BOOK.gate("AT-220", CARE_HANDBOOK.at("5.2; 5.1.2"), refuses=e.ExtensionDecided)
def granted_months_fit(case: ActivationFacts, event: e.ExtensionDecided) -> Verdict:
    """The project follower grants at most six months of extension in all."""
    granted = event.months or case.extension_asked_months
    return not event.granted or case.extension_months + granted <= LONGEST_EXTENSION


@BOOK.gate("AT-228", CARE_HANDBOOK.at("5.2.2"), refuses=e.ExtensionRequested)
def one_request_at_a_time(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """A new extension is asked after the project follower decided on the previous request."""
    return case.extension_asked_on is None


@BOOK.gate("AT-221", CARE_HANDBOOK.at("5.2.1"), refuses=e.ExtensionDecided)
def there_is_a_request_to_decide(case: ActivationFacts, event: e.ExtensionDecided) -> Verdict:
    """The project follower decides on an extension that was asked; the decision itself may come after the maximum."""
    return case.extension_asked_on is not None


@BOOK.gate("AT-222", CARE_HANDBOOK.at("5.2.1"), refuses=e.ExtensionRequested)
def interrupted_long_enough(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """An extension needs at least three months in which the client could not carry out the actions for a valid reason.

    Whether separate periods add up is not told; they do here, and each is shown to the project follower. Only time before the
    request counts. An internship that has started is an exception (AT-227).
    """
    return internship_exception(case, event) or interruption_suffices(case.interruptions, event.on)


@BOOK.gate("AT-226", CARE_HANDBOOK.at("5.2.1"), refuses=e.ExtensionRequested)
def provider_delay_is_no_reason(case: ActivationFacts, event: e.ExtensionRequested) -> Verdict:
    """Delay by a provider, for lack of staff or absence, never justifies an extension."""
    reasons = {period.reason for period in case.interruptions}
    return reasons != {InterruptionReason.PROVIDER} or internship_exception(case, event)


@BOOK.requirement(
    "AT-227",
    CARE_HANDBOOK.at("5.2.1"),
    concerns="extension",
    force=Force.MAY,
    points={"internship": "the internship started before the eighteen months passed"},
)
def internship_exception_points(case: ActivationFacts) -> tuple[str, ...]:
    """The three months of interruption may be waived when the internship started before the eighteen months passed."""
    if case.internship_on is None or case.started_on is None:
        return ("internship",)
    return () if case.internship_on < months_after(case.started_on, MAXIMUM) else ("internship",)


def internship_exception(case: ActivationFacts, event: e.ExtensionRequested) -> bool:
    """Whether the exception for a started internship holds; the necessity is part of every request (AT-224)."""
    return not internship_exception_points(case)


def interruption_suffices(interruptions: Sequence[Interruption], asked_on: date) -> bool:
    """Whether the interruptions on the client's side, up to the day of the request, add up to three months.

    Three months are counted from the first day of the interruption for which they are shortest, so that one more
    interruption never harms; overlapping days count once.
    """
    days = sorted(
        (period.on, min(period.until, asked_on))
        for period in interruptions
        if period.reason is not InterruptionReason.PROVIDER and period.on <= asked_on
    )
    if not days:
        return False
    total, counted_until = 0, days[0][0] - ONE_DAY
    for first, last in days:
        total += max(0, (last - max(first - ONE_DAY, counted_until)).days)
        counted_until = max(counted_until, last)
    return total >= min((months_after(first, NEEDED_INTERRUPTION) - first).days for first, _ in days)


def extension_window_closes(case: ActivationFacts) -> Reckoning | None:
    """The last day on which an extension can be asked: the day before eighteen months."""
    if case.started_on is None:
        return None
    return since("mediation_started", case.started_on).plus(months(MAXIMUM)).plus(calendar_days(-1))
