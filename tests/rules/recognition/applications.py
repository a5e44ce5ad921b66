"""Applications that the tests start from: the two worked calendars, cut at any point."""

from collections.abc import Sequence
from datetime import date

from vlechtwerk.rules.assessment import Assessment, Obligation, assess
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.procedure import RECOGNITION
from vlechtwerk.rules.recognition.terms import Condition, Exemption, Outcome

ALL_FIVE = tuple(Condition)
THREE = (Condition.QUALITY_MODEL, Condition.AREA_AND_CAPACITY, Condition.INTERVISION)


def full(on: date, *, undersigned: bool = False) -> e.ApplicationSubmitted:
    """A complete application in the full procedure."""
    return e.ApplicationSubmitted(on, Exemption.NONE, True, 2, True, True, True, undersigned)


def simplified(on: date, exemption: Exemption = Exemption.GTB) -> e.ApplicationSubmitted:
    """A complete application in the simplified procedure."""
    return e.ApplicationSubmitted(on, exemption, area=True, plan_of_action=True, declared=True)


STARTED = e.ApplicationStarted(date(2025, 4, 7))
SUBMITTED: tuple[Event, ...] = (STARTED, full(date(2025, 4, 10)))
JUDGED: tuple[Event, ...] = (*SUBMITTED, e.AdmissibilityJudged(date(2025, 4, 16), True))
MAILED: tuple[Event, ...] = (*JUDGED, e.AdmissibilityEmailSent(date(2025, 4, 16)))
EXAMINED: tuple[Event, ...] = (*MAILED, e.ExaminationOpened(date(2025, 4, 22)))
ADVISED: tuple[Event, ...] = (*EXAMINED, e.AdviceFinalised(date(2025, 5, 28), True, ALL_FIVE, motivated=True))
DECIDED: tuple[Event, ...] = (*ADVISED, e.DecisionRecorded(date(2025, 6, 18), True, document=True))
RECOGNISED: tuple[Event, ...] = (*DECIDED, e.DecisionCommunicated(date(2025, 6, 20), date(2025, 7, 1)))
"""The first worked calendar: recognised from 1 July 2025 until 30 June 2030."""

REFUSED: tuple[Event, ...] = (
    *ADVISED,
    e.DecisionRecorded(date(2026, 2, 20), False, document=True, motivated=True),
    e.DecisionCommunicated(date(2026, 2, 23), way_to_object=True),
)
"""A refusal that the applicant learned on Monday 23 February 2026."""

OBJECTED: tuple[Event, ...] = (*REFUSED, e.ObjectionFiled(date(2026, 3, 2), motivated=True))
REVISED: tuple[Event, ...] = (*OBJECTED, e.ReconsiderationDecided(date(2026, 4, 1), Outcome.REVISED))


def submitted_on(day: date) -> tuple[Event, ...]:
    """A full application that was started and submitted on one day."""
    return (e.ApplicationStarted(day), full(day))


def mailed_on(day: date) -> tuple[Event, ...]:
    """An admissible application of which the e-mail was sent on a day."""
    return (*submitted_on(day), e.AdmissibilityJudged(day, True), e.AdmissibilityEmailSent(day))


def informed_on(day: date, starts_on: date | None = None) -> tuple[Event, ...]:
    """A positive decision that the applicant learned on a day, with everything before it on that day too."""
    return (
        *mailed_on(day),
        e.ExaminationOpened(day),
        e.AdviceFinalised(day, True, ALL_FIVE, motivated=True),
        e.DecisionRecorded(day, True, document=True),
        e.DecisionCommunicated(day, starts_on or day),
    )


def on(day: date, *events: Event) -> Assessment:
    """The assessment of these events on a day."""
    return assess(RECOGNITION, events, day)


def code(day: date, *events: Event) -> str | None:
    """The status of these events on a day."""
    return on(day, *events).status.code


def owed(assessment: Assessment, what: str, number: int = 1) -> Obligation | None:
    """One obligation or signal of an assessment, None when it is not owed."""
    found = (*assessment.obligations, *assessment.signals)
    return next((one for one in found if one.rule.what == what and one.due.number == number), None)


def due(assessment: Assessment, what: str) -> date | None:
    """The last day of one obligation or signal, None when it is not owed."""
    found = owed(assessment, what)
    return found.by if found else None


def dated(assessment: Assessment, name: str) -> date | None:
    """One of the dates of an assessment."""
    found = assessment.dates[name]
    return found[1].on if found else None


def tried(history: Sequence[Event], event: Event) -> set[str]:
    """The ids of the rules that refuse `event` after `history`; empty when it is accepted."""
    assessment = assess(RECOGNITION, (*history, event), event.on)
    name = RECOGNITION.names[type(event)]
    return {reason.rule.id for one in assessment.refused if one.event == name for reason in one.reasons}
