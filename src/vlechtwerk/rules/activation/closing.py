"""Closing a trajectory: final report, final advice, the closing month, early stop and removal, blocking access."""

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.milestones import (
    MINIMUM,
    automatic_end_on,
    closing_from,
    is_over,
    maximum_reached,
    over_on,
)
from vlechtwerk.rules.activation.terms import Advice, StopManner
from vlechtwerk.rules.calendar import months, months_after, since, weeks
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Due, Event, Force, Shortfall, Verdict
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

ALL_ICF_CATEGORIES = 43
AFTER_ANY_END = (e.AccessBlocked,)
AFTER_ADVICE = (*AFTER_ANY_END, e.FinalReportRegistered, e.WelfareReviewed)
AFTER_STOP = (*AFTER_ANY_END, e.IcfCompleted)


def _all_but(*kept: type[Event]) -> tuple[type[Event], ...]:
    return tuple(kind for kind in e.EVENTS.values() if kind not in (*kept, e.Referred))


@BOOK.gate("AT-200", CARE_HANDBOOK.at("5.1.1"), refuses=_all_but(*AFTER_ADVICE), prerequisite=True)
def final_advice_ends_the_trajectory(case: ActivationFacts, event: Event) -> Verdict:
    """With the final advice the trajectory has ended; only the final report and the blocking of access may follow."""
    return case.final_advice_on is None


@BOOK.gate("AT-237", CARE_HANDBOOK.at("5.3"), refuses=_all_but(*AFTER_STOP), prerequisite=True)
def stop_ends_the_trajectory(case: ActivationFacts, event: Event) -> Verdict:
    """A stopped or removed trajectory is closed without a final advice; only the ICF and the access are still put in order."""
    return case.ending is None or case.final_advice_on is not None


@BOOK.gate("AT-206", CARE_HANDBOOK.at("5.1.2"), refuses=_all_but(*AFTER_ANY_END), prerequisite=True)
def automatic_end_is_final(case: ActivationFacts, event: Event) -> Verdict:
    """One month after closing began the trajectory has ended by itself, and nothing more is registered."""
    end = automatic_end_on(case)
    return case.ending is not None or end is None or event.on < end


@BOOK.deadline("AT-208", CARE_HANDBOOK.at("5.1.3"), what="final_report", owner=Role.CASE_MANAGEMENT_TEAM, outlives=True)
def final_report(case: ActivationFacts) -> Due | None:
    """The final report and the final advice are registered within four weeks after the last action report.

    How the four weeks relate to the maximum duration is not told; the earlier of both dates is the one to aim at. A report
    that is missing when the advice is registered is still owed, because it decides about the compensation.
    """
    if case.last_report_on is None:
        return None
    by = since("last_report_registered", case.last_report_on).plus(weeks(4))
    maximum = maximum_reached(case)
    if maximum is not None and case.last_report_on < maximum.on < by.on:
        by = by.moved("maximum_reached", maximum.on)
    done = max(case.final_report_on, case.final_advice_on) if case.final_report_on and case.final_advice_on else None
    return Due(by, done=done, lapses=None if case.final_advice_on else over_on(case))


@BOOK.deadline("AT-205", CARE_HANDBOOK.at("5.1.2"), what="closing_registrations", owner=Role.CASE_MANAGEMENT_TEAM)
def closing_registrations(case: ActivationFacts) -> Due | None:
    """One month after closing began all registrations of the end are complete, the final advice included."""
    closing = closing_from(case)
    if closing is None:
        return None
    return Due(since("closing_from", closing.on).plus(months(1)), done=case.final_advice_on)


@BOOK.gate("AT-201", CARE_HANDBOOK.at("5.1.1"), refuses=e.FinalAdviceRegistered)
def three_months_have_passed(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """A final advice is registered three months after the start of the mediation at the earliest."""
    if case.started_on is None:
        return False
    earliest = months_after(case.started_on, MINIMUM)
    return True if event.on >= earliest else Shortfall(possible_from=earliest)


@BOOK.gate("AT-200", CARE_HANDBOOK.at("5.1.1; 5.1.3"), refuses=e.FinalAdviceRegistered)
def both_agree_on_the_advice(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """Both case managers agree on the final advice; the work case manager registers it.

    Section 5.1.1 lets the work case manager register, section 5.1.3 the team: both agree and the work case manager submits.
    """
    missing = tuple(sorted(CASE_MANAGERS - set(event.agreed_by)))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-207", CARE_HANDBOOK.at("5.1.3"), refuses=e.FinalAdviceRegistered)
def all_reports_are_registered(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """All reports about the actions are registered before the final advice."""
    return case.last_report_on is not None


@BOOK.gate("AT-143", CARE_HANDBOOK.at("3.8; 5.1.3; 5.4"), refuses=e.FinalAdviceRegistered)
def icf_is_complete(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """All 43 ICF categories are filled in before the final advice."""
    return case.icf_categories >= ALL_ICF_CATEGORIES


@BOOK.gate("AT-210", CARE_HANDBOOK.at("5.1.3"), refuses=e.FinalAdviceRegistered)
def mediation_advice_matches(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """A new mediation advice that matches the final advice is registered first."""
    return case.mediation_advice is event.advice


@BOOK.gate("AT-129", CARE_HANDBOOK.at("3.6.3; 4.1.1"), refuses=e.FinalAdviceRegistered)
def coordinator_is_warned(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """The network coordinator is warned before the trajectory is closed."""
    return case.coordinator_warned_on is not None


@BOOK.gate("AT-193", CARE_HANDBOOK.at("3.2; 3.3; 4.4"), refuses=(e.FinalAdviceRegistered, e.FinalReportRegistered))
def internship_or_motivation(case: ActivationFacts, event: Event) -> Verdict:
    """Without an internship a trajectory is closed only when it is shown on four points why none could take place."""
    return case.internship_on is not None or case.no_internship_on is not None


@BOOK.gate("AT-193", CARE_HANDBOOK.at("4.4"), refuses=e.NoInternshipMotivated)
def motivation_is_for_lack_of_an_internship(case: ActivationFacts, event: e.NoInternshipMotivated) -> Verdict:
    """The lack of an internship is explained only when none has started."""
    return case.internship_on is None


@BOOK.gate("AT-237", CARE_HANDBOOK.at("5.3"), refuses=e.FinalAdviceRegistered)
def no_advice_while_a_stop_is_asked(case: ActivationFacts, event: e.FinalAdviceRegistered) -> Verdict:
    """No final advice is formulated once an early stop was asked."""
    return case.stop_requested_on is None


@BOOK.gate("AT-231", CARE_HANDBOOK.at("5.3"), refuses=e.StopRequested)
def both_agree_on_the_stop(case: ActivationFacts, event: e.StopRequested) -> Verdict:
    """An early stop is asked only when both case managers agree that continuing is no longer possible."""
    missing = tuple(sorted(CASE_MANAGERS - set(event.agreed_by)))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-232", CARE_HANDBOOK.at("5.3"), refuses=e.StopRequested)
def stop_is_asked_once(case: ActivationFacts, event: e.StopRequested) -> Verdict:
    """The work case manager asks the project follower once; then the project follower decides."""
    return case.stop_requested_on is None


@BOOK.gate("AT-233", CARE_HANDBOOK.at("5.3"), refuses=e.StopDecided)
def early_stop_was_asked(case: ActivationFacts, event: e.StopDecided) -> Verdict:
    """The project follower decides on an early stop after the work case manager asked it with the agreement of both."""
    return event.manner is not StopManner.EARLY_STOP or case.stop_requested_on is not None


@BOOK.deadline(
    "AT-239",
    CARE_HANDBOOK.at("5.4"),
    what="icf_at_stop",
    owner=Role.CASE_MANAGEMENT_TEAM,
    signal=True,
    outlives=True,
)
def icf_is_completed_at_a_stop(case: ActivationFacts) -> Due | None:
    """Whatever the way of closing, the ICF is completed."""
    if case.ending is None or case.ending.reason != StopManner.EARLY_STOP.value:
        return None
    done = case.icf_on if case.icf_categories >= ALL_ICF_CATEGORIES else None
    return Due(since("end", case.ending.on), done=max(done, case.ending.on) if done else None)


@BOOK.deadline("AT-241", CARE_HANDBOOK.at("5.4"), what="block_access", owner=Role.WORK_CASE_MANAGER, outlives=True)
def block_access(case: ActivationFacts) -> Due | None:
    """At closing the work case manager blocks all access to the confidential file, the own access last."""
    end = over_on(case)
    return Due(since("end", end), done=case.access_blocked_on) if end else None


@BOOK.gate("AT-241", CARE_HANDBOOK.at("5.4"), refuses=e.AccessBlocked)
def access_is_blocked_at_the_end(case: ActivationFacts, event: e.AccessBlocked) -> Verdict:
    """Access is blocked when the trajectory has ended or was cancelled, once; earlier nobody could finish the registrations."""
    return is_over(case, event.on) and case.access_blocked_on is None


@BOOK.deadline(
    "AT-217",
    CARE_HANDBOOK.at("5.1.4"),
    what="welfare_review",
    owner=Role.VDAB_MEDIATOR,
    signal=True,
    outlives=True,
)
def welfare_review(case: ActivationFacts) -> tuple[Due, ...]:
    """VDAB looks every year whether an advice Welfare is still right."""
    if case.final_advice is not Advice.WELFARE or case.final_advice_on is None:
        return ()
    moments = (case.final_advice_on, *case.welfare_reviews)
    facts = ("final_advice_registered", *("welfare_reviewed" for _ in case.welfare_reviews))
    return tuple(
        Due(since(fact, day).plus(months(12)), done=next(iter(moments[number:]), None), number=number)
        for number, (fact, day) in enumerate(zip(facts, moments, strict=True), start=1)
    )


@BOOK.gate("AT-217", CARE_HANDBOOK.at("5.1.4"), refuses=e.WelfareReviewed, force=Force.MUST)
def only_welfare_is_reviewed(case: ActivationFacts, event: e.WelfareReviewed) -> Verdict:
    """Only an advice Welfare is reviewed every year."""
    return case.final_advice is Advice.WELFARE
