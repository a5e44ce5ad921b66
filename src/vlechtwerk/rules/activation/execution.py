"""Carrying out the plan: interim evaluations, suspended care, interruptions."""

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.plan import EVERYBODY
from vlechtwerk.rules.calendar import Reckoning, calendar_days, months, since
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Due, Event, Force, Shortfall, Verdict
from vlechtwerk.rules.roles import Role

INTERVAL = months(6)
FIXED_EVALUATIONS = (months(6), months(12))
EVALUATION_WHEN_EXTENDED = months(18)


@BOOK.gate(
    "AT-107",
    CARE_HANDBOOK.at("3.2.3; 3.4"),
    refuses=(
        e.CareSuspended,
        e.CareResumed,
        e.Interrupted,
        e.ExtensionRequested,
        e.ExtensionDecided,
        e.LastReportRegistered,
        e.NoInternshipMotivated,
        e.FinalReportRegistered,
        e.FinalAdviceRegistered,
    ),
    prerequisite=True,
)
def trajectory_is_in_progress(case: ActivationFacts, event: Event) -> Verdict:
    """The plan is carried out from the day on which the mediation started."""
    return case.started_on is not None


@BOOK.gate("AT-154", CARE_HANDBOOK.at("4.1.2"), refuses=e.EvaluationHeld)
def evaluation_is_held_together(case: ActivationFacts, event: e.EvaluationHeld) -> Verdict:
    """An interim evaluation is a joint meeting of the client and both case managers."""
    missing = tuple(sorted(EVERYBODY - set(event.attended_by)))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-153", CARE_HANDBOOK.at("4.1.2"), refuses=e.EvaluationHeld)
def there_is_a_plan_to_evaluate(case: ActivationFacts, event: e.EvaluationHeld) -> Verdict:
    """An interim evaluation looks at the plan, so the plan is uploaded first."""
    return case.plan_uploaded_on is not None


def _fixed_evaluations(case: ActivationFacts) -> tuple[Reckoning, ...]:
    """The evaluations at fixed dates after the plan; the third one only when the trajectory was extended.

    When the extension is granted after that third date, the evaluation is due two weeks after the decision (a proposal, to
    avoid an obligation that is late when it is born).
    """
    if case.plan_uploaded_on is None:
        return ()
    plan = since("plan_uploaded", case.plan_uploaded_on)
    fixed = tuple(plan.plus(term) for term in FIXED_EVALUATIONS)
    if case.extension_granted_on is None:
        return fixed
    third = plan.plus(EVALUATION_WHEN_EXTENDED)
    if third.on < case.extension_granted_on:
        third = since("extension_granted", case.extension_granted_on).plus(calendar_days(14))
    return (*fixed, third)


def _evaluation_dates(case: ActivationFacts) -> list[tuple[str, Reckoning]]:
    """The date of every evaluation, held and to come, in order, each with the rule that sets it.

    The n-th evaluation that is held counts for the n-th date. After an evaluation the next one is due at its fixed date or six
    months after the one before, whichever comes first.
    """
    fixed, held = _fixed_evaluations(case), case.evaluations
    found: list[tuple[str, Reckoning]] = []
    for index in range(max(len(fixed), len(held) + 1)):
        interval = since("evaluation_held", held[index - 1]).plus(INTERVAL) if 0 < index <= len(held) else None
        if index < len(fixed) and (interval is None or fixed[index].on <= interval.on):
            found.append(("AT-154", fixed[index]))
        elif interval is not None:
            found.append(("AT-153", interval))
    return found


def _evaluations_set_by(rule: str, case: ActivationFacts) -> tuple[Due, ...]:
    held = dict(enumerate(case.evaluations, start=1))
    return tuple(
        Due(by, done=held.get(number), opens=case.plan_uploaded_on, number=number)
        for number, (setter, by) in enumerate(_evaluation_dates(case), start=1)
        if setter == rule
    )


@BOOK.deadline("AT-153", CARE_HANDBOOK.at("4.1.2; 4.4"), what="evaluation", owner=Role.CASE_MANAGEMENT_TEAM)
def evaluation_within_six_months(case: ActivationFacts) -> tuple[Due, ...]:
    """The next interim evaluation follows within six months after the previous one.

    The handbook asks an evaluation at least every six months and also one at six and at twelve months after the plan; after an
    early evaluation these differ, and the earlier date holds.
    """
    return _evaluations_set_by("AT-153", case)


@BOOK.deadline("AT-154", CARE_HANDBOOK.at("4.1.2; 3.6.3"), what="evaluation", owner=Role.CASE_MANAGEMENT_TEAM)
def evaluation_at_fixed_dates(case: ActivationFacts) -> tuple[Due, ...]:
    """The client and both case managers meet at the latest six and twelve months after the plan, and eighteen when extended.

    "After the plan" is taken as the upload of the first version, the only date that is registered.
    """
    return _evaluations_set_by("AT-154", case)


@BOOK.gate("AT-165", CARE_HANDBOOK.at("4.1.3"), refuses=e.CareSuspended, force=Force.MAY)
def care_is_suspended_once(case: ActivationFacts, event: e.CareSuspended) -> Verdict:
    """Care actions that are already suspended cannot be suspended again."""
    return case.care_suspended_on is None


@BOOK.gate("AT-167", CARE_HANDBOOK.at("4.1.3"), refuses=e.CareResumed, force=Force.SHOULD)
def only_suspended_care_is_resumed(case: ActivationFacts, event: e.CareResumed) -> Verdict:
    """Care actions are resumed after they were suspended."""
    return case.care_suspended_on is not None


@BOOK.deadline(
    "AT-166", CARE_HANDBOOK.at("4.1.3"), what="immediate_internship", owner=Role.CASE_MANAGEMENT_TEAM, signal=True
)
def immediate_internship(case: ActivationFacts) -> Due | None:
    """When the care actions are suspended, the internship or its preparation starts at once.

    "At once" has no figure; seven calendar days is a proposal and only a signal. An internship that already ran is enough.
    """
    suspended = case.care_suspended_on
    if suspended is None:
        return None
    return Due(since("care_suspended", suspended).plus(calendar_days(7)), done=case.internship_on)
