"""How each event changes the facts of an activation trajectory. The gates have let the event through before it comes here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.facts import ActivationFacts, Ending, Interruption, PlanVersion
from vlechtwerk.rules.activation.terms import Attendance, StopManner
from vlechtwerk.rules.kernel import Event, leaves_date


def fold(case: ActivationFacts, event: Event) -> ActivationFacts:
    """The facts after `event`."""
    return FOLDS[type(event)](case, event)


def _leaves_first_date(field: str) -> Callable[[ActivationFacts, Any], ActivationFacts]:
    """For an event that leaves its date behind the first time; doing it again changes nothing."""

    def apply(case: ActivationFacts, event: Event) -> ActivationFacts:
        return case if getattr(case, field) is not None else case.with_(**{field: event.on})

    return apply


def _first_meeting(case: ActivationFacts, event: e.FirstMeeting) -> ActivationFacts:
    if event.attendance is not Attendance.PRESENT:
        return case
    return case.with_(first_meeting_on=event.on, first_meeting_with=frozenset(event.attended_by))


def _plan_signed(case: ActivationFacts, event: e.PlanSigned) -> ActivationFacts:
    signed = PlanVersion(len(case.plans) + 1, event.on, frozenset(event.by))
    return case.with_(plans=(*case.plans, signed))


def _plan_changed(field: str) -> Callable[[ActivationFacts, Any], ActivationFacts]:
    """For an event that dates something of one plan version; a second upload leaves the first date as it is."""

    def apply(case: ActivationFacts, event: Any) -> ActivationFacts:
        number = event.version or len(case.plans)
        plan = case.plans[number - 1]
        if getattr(plan, field) is not None:
            return case
        changed = replace(plan, **{field: event.on})
        return case.with_(plans=(*case.plans[: number - 1], changed, *case.plans[number:]))

    return apply


def _action_started(case: ActivationFacts, event: e.ActionStarted) -> ActivationFacts:
    return case.with_(
        first_action_on=case.first_action_on or event.on,
        internship_on=case.internship_on or (event.on if event.internship else None),
    )


def _evaluation_held(case: ActivationFacts, event: e.EvaluationHeld) -> ActivationFacts:
    return case.with_(evaluations=(*case.evaluations, event.on))


def _care_resumed(case: ActivationFacts, event: e.CareResumed) -> ActivationFacts:
    return case.with_(care_suspended_on=None)


def _interrupted(case: ActivationFacts, event: e.Interrupted) -> ActivationFacts:
    return case.with_(interruptions=(*case.interruptions, Interruption(event.on, event.until, event.reason)))


def _extension_requested(case: ActivationFacts, event: e.ExtensionRequested) -> ActivationFacts:
    return case.with_(extension_asked_on=event.on, extension_asked_months=event.months)


def _extension_decided(case: ActivationFacts, event: e.ExtensionDecided) -> ActivationFacts:
    answered = case.with_(extension_asked_on=None, extension_asked_months=0, extension_decided_on=event.on)
    if not event.granted:
        return answered
    return answered.with_(
        extension_months=case.extension_months + (event.months or case.extension_asked_months),
        extension_granted_on=case.extension_granted_on or event.on,
    )


def _icf_completed(case: ActivationFacts, event: e.IcfCompleted) -> ActivationFacts:
    return case.with_(icf_categories=event.categories, icf_on=event.on)


def _mediation_advice(case: ActivationFacts, event: e.MediationAdviceRegistered) -> ActivationFacts:
    return case.with_(mediation_advice=event.advice, mediation_advice_on=event.on)


def _final_report(case: ActivationFacts, event: e.FinalReportRegistered) -> ActivationFacts:
    """A report that was not joint is completed by a joint one; a joint report is not undone by another."""
    if case.final_report_joint:
        return case
    return case.with_(final_report_on=event.on, final_report_joint=event.joint)


def _final_advice(case: ActivationFacts, event: e.FinalAdviceRegistered) -> ActivationFacts:
    ending = Ending("ended", event.on, "final_advice")
    return case.with_(final_advice=event.advice, final_advice_on=event.on, ending=ending)


def _stop_decided(case: ActivationFacts, event: e.StopDecided) -> ActivationFacts:
    """A stop counts from the day it was requested; without a request from the day of the decision."""
    code = "ended" if event.manner is StopManner.EARLY_STOP else "cancelled"
    ended_on: date = case.stop_requested_on or event.on
    return case.with_(ending=Ending(code, ended_on, event.manner.value))


def _welfare_reviewed(case: ActivationFacts, event: e.WelfareReviewed) -> ActivationFacts:
    return case.with_(welfare_reviews=(*case.welfare_reviews, event.on))


FOLDS: dict[type[Event], Callable[[ActivationFacts, Any], ActivationFacts]] = {
    e.Referred: leaves_date("referred_on"),
    e.IntakeNotified: _leaves_first_date("intake_notified_on"),
    e.FirstMeeting: _first_meeting,
    e.ThreeWayMeeting: leaves_date("three_way_meeting_on"),
    e.StartConfirmed: leaves_date("confirmed_on"),
    e.StartRefused: leaves_date("refused_on"),
    e.MediationRequested: _leaves_first_date("mediation_requested_on"),
    e.DelayNoted: _leaves_first_date("delay_noted_on"),
    e.PlanSigned: _plan_signed,
    e.PlanUploaded: _plan_changed("uploaded_on"),
    e.PlanApproved: _plan_changed("approved_on"),
    e.PlanReturned: _plan_changed("returned_on"),
    e.MediationStarted: leaves_date("started_on"),
    e.ActionStarted: _action_started,
    e.EvaluationHeld: _evaluation_held,
    e.CareSuspended: leaves_date("care_suspended_on"),
    e.CareResumed: _care_resumed,
    e.Interrupted: _interrupted,
    e.ExtensionRequested: _extension_requested,
    e.ExtensionDecided: _extension_decided,
    e.LastReportRegistered: leaves_date("last_report_on"),
    e.IcfCompleted: _icf_completed,
    e.NoInternshipMotivated: leaves_date("no_internship_on"),
    e.MediationAdviceRegistered: _mediation_advice,
    e.CoordinatorWarned: leaves_date("coordinator_warned_on"),
    e.FinalReportRegistered: _final_report,
    e.FinalAdviceRegistered: _final_advice,
    e.StopRequested: leaves_date("stop_requested_on"),
    e.StopDecided: _stop_decided,
    e.AccessBlocked: leaves_date("access_blocked_on"),
    e.WelfareReviewed: _welfare_reviewed,
}
