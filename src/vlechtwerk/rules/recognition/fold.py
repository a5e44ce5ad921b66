"""How each event changes the facts of an application. The gates have let the event through before it comes here."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from vlechtwerk.rules.kernel import Event, leaves_date
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.facts import Application, Decision, RecognitionFacts
from vlechtwerk.rules.recognition.terms import Exemption


def fold(case: RecognitionFacts, event: Event) -> RecognitionFacts:
    """The facts after `event`."""
    return FOLDS[type(event)](case, event)


def _submitted(case: RecognitionFacts, event: e.ApplicationSubmitted) -> RecognitionFacts:
    """What an exempted applicant filled in under part 2 stays out of the application (IM-059)."""
    exemption = event.exemption or Exemption.NONE
    application = Application(event.on, exemption, 0 if exemption.simplified else event.guides)
    return case.with_(application=application, undersigned_on=event.on if event.undersigned else None)


def _judged(case: RecognitionFacts, event: e.AdmissibilityJudged) -> RecognitionFacts:
    return case.with_(judged_on=event.on, admissible=event.admissible, defects=event.defects)


def _advised(case: RecognitionFacts, event: e.AdviceFinalised) -> RecognitionFacts:
    return case.with_(advice_on=event.on, advice_positive=event.positive)


def _decided(case: RecognitionFacts, event: e.DecisionRecorded) -> RecognitionFacts:
    return case.with_(decisions=(*case.decisions, Decision(event.positive, event.on)))


def _communicated(case: RecognitionFacts, event: e.DecisionCommunicated) -> RecognitionFacts:
    starts_on = event.recognition_starts_on
    return _latest_changed(case, communicated_on=event.on, recognition_starts_on=starts_on)


def _objected(case: RecognitionFacts, event: e.ObjectionFiled) -> RecognitionFacts:
    return _latest_changed(case, objection_on=event.on)


def _reconsidered(case: RecognitionFacts, event: e.ReconsiderationDecided) -> RecognitionFacts:
    return _latest_changed(case, reconsidered_on=event.on, outcome=event.outcome)


def _latest_changed(case: RecognitionFacts, **changes: Any) -> RecognitionFacts:
    *earlier, latest = case.decisions
    return case.with_(decisions=(*earlier, replace(latest, **changes)))


FOLDS: dict[type[Event], Callable[[RecognitionFacts, Any], RecognitionFacts]] = {
    e.ApplicationStarted: leaves_date("started_on"),
    e.ApplicationSubmitted: _submitted,
    e.ApplicationUndersigned: leaves_date("undersigned_on"),
    e.ApplicationCancelled: leaves_date("cancelled_on"),
    e.AdmissibilityJudged: _judged,
    e.AdmissibilityEmailSent: leaves_date("email_sent_on"),
    e.ExaminationOpened: leaves_date("examination_on"),
    e.AdviceFinalised: _advised,
    e.DecisionRecorded: _decided,
    e.DecisionCommunicated: _communicated,
    e.ObjectionFiled: _objected,
    e.ReconsiderationDecided: _reconsidered,
    e.RenewalStarted: leaves_date("renewal_on"),
}
