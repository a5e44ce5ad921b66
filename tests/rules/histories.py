"""Histories that the rule tests start from: the main line of the handbook's worked calendar, cut at any point."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import (
    Advice,
    Attendance,
    Domain,
    InterruptionReason,
    Medium,
    RegionSettings,
    StopGround,
    StopManner,
)
from vlechtwerk.rules.assessment import Assessment, Obligation, assess
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

CLIENT = Role.CLIENT
WORK = Role.WORK_CASE_MANAGER
CARE = Role.CARE_CASE_MANAGER
ALL_THREE = (CLIENT, WORK, CARE)
BOTH = (WORK, CARE)

REFERRED = e.Referred(date(2026, 2, 2))
FIRST_MEETING = e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, ALL_THREE)
CONFIRMED = e.StartConfirmed(date(2026, 2, 19))
SIGNED = e.PlanSigned(date(2026, 3, 30), ALL_THREE)
UPLOADED = e.PlanUploaded(date(2026, 3, 31))
APPROVED = e.PlanApproved(date(2026, 4, 3))
STARTED = e.MediationStarted(date(2026, 4, 7))

INITIATED: tuple[Event, ...] = (REFERRED,)
ACCEPTED: tuple[Event, ...] = (REFERRED, FIRST_MEETING, CONFIRMED)
IN_PROGRESS: tuple[Event, ...] = (*ACCEPTED, SIGNED, UPLOADED, APPROVED, STARTED)
"""In progress since 7 April 2026: minimum 7 July 2026, maximum 7 October 2027, closing 7 April 2028."""

CARE_ACTION = e.ActionStarted(date(2026, 4, 20), Domain.CARE)
INTERNSHIP = e.ActionStarted(date(2026, 6, 1), Domain.WORK, internship=True)
READY_FOR_ADVICE: tuple[Event, ...] = (
    *IN_PROGRESS,
    CARE_ACTION,
    INTERNSHIP,
    e.LastReportRegistered(date(2027, 6, 1)),
    e.CoordinatorWarned(date(2027, 6, 15)),
    e.IcfCompleted(date(2027, 6, 25), 43),
    e.MediationAdviceRegistered(date(2027, 6, 25), Advice.NEC),
)
FINAL_REPORT = e.FinalReportRegistered(date(2027, 6, 29), joint=True)
FINAL_ADVICE = e.FinalAdviceRegistered(date(2027, 6, 29), Advice.NEC, BOTH)


def started_on(day: date) -> tuple[Event, ...]:
    """A trajectory whose mediation started on `day`, with everything before it in order."""
    return (
        e.Referred(day),
        e.FirstMeeting(day, Attendance.PRESENT, ALL_THREE),
        e.StartConfirmed(day),
        e.PlanSigned(day, ALL_THREE),
        e.PlanUploaded(day),
        e.PlanApproved(day),
        e.MediationStarted(day),
    )


def stopped(asked_on: date, decided_on: date | None = None) -> tuple[Event, ...]:
    """An early stop that both case managers agreed on."""
    return (
        e.StopRequested(asked_on, StopGround.AT_WORK, BOTH),
        e.StopDecided(decided_on or asked_on, StopManner.EARLY_STOP),
    )


def on(day: date, *events: Event, settings: RegionSettings | None = None) -> Assessment:
    """The assessment of these events on a day."""
    return assess(ACTIVATION, events, day, settings)


def obligation(assessment: Assessment, what: str, number: int = 1) -> Obligation:
    """One obligation or signal of an assessment."""
    return next(
        one
        for one in (*assessment.obligations, *assessment.signals)
        if one.rule.what == what and one.due.number == number
    )


def owed(assessment: Assessment, what: str) -> list[Obligation]:
    """All obligations and signals of one kind."""
    return [one for one in (*assessment.obligations, *assessment.signals) if one.rule.what == what]


def refused_by(assessment: Assessment, event: str) -> set[str]:
    """The ids of the rules that refused an event of the history."""
    return {reason.rule.id for refusal in assessment.refused if refusal.event == event for reason in refusal.reasons}


def blocked_by(assessment: Assessment, event: str) -> set[str]:
    """The ids of the rules that stand in the way of an event on the day of the assessment; empty when it is allowed."""
    return {reason.rule.id for refusal in assessment.blocked if refusal.event == event for reason in refusal.reasons}


def tried(history: Sequence[Event], event: Event, **settings: Any) -> set[str]:
    """The ids of the rules that refuse `event` after `history`; empty when it is accepted."""
    chosen = RegionSettings(**settings) if settings else None
    assessment = assess(ACTIVATION, (*history, event), event.on, chosen)
    return refused_by(assessment, ACTIVATION.names[type(event)])


def forty_events() -> tuple[Event, ...]:
    """A long and eventful trajectory that ends well: absence, three plan versions, suspended care, illness, an extension."""
    return (
        *_forty_until_the_start(),
        e.ActionStarted(date(2026, 4, 20), Domain.CARE),
        e.ActionStarted(date(2026, 4, 27), Domain.WORK),
        e.IcfCompleted(date(2026, 5, 20), 12),
        e.ActionStarted(date(2026, 6, 1), Domain.WORK, internship=True),
        e.CareSuspended(date(2026, 8, 3)),
        e.EvaluationHeld(date(2026, 9, 28), ALL_THREE),
        e.CareResumed(date(2026, 10, 1)),
        *_forty_plan(date(2026, 10, 5)),
        e.ActionStarted(date(2026, 10, 20), Domain.CARE),
        e.IcfCompleted(date(2026, 12, 1), 25),
        e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS),
        e.EvaluationHeld(date(2027, 3, 25), ALL_THREE),
        *_forty_plan(date(2027, 5, 10)),
        e.ActionStarted(date(2027, 5, 20), Domain.WORK, internship=True),
        e.ExtensionRequested(date(2027, 9, 10), 3, BOTH, necessary_actions=True),
        e.ExtensionDecided(date(2027, 9, 20), granted=True),
        e.EvaluationHeld(date(2027, 9, 23), ALL_THREE),
        e.ActionStarted(date(2027, 10, 4), Domain.CARE),
        e.LastReportRegistered(date(2027, 11, 30)),
        e.CoordinatorWarned(date(2027, 12, 6)),
        e.IcfCompleted(date(2027, 12, 10), 43),
        e.MediationAdviceRegistered(date(2027, 12, 13), Advice.SEC),
        e.FinalReportRegistered(date(2027, 12, 20), joint=True),
        e.FinalAdviceRegistered(date(2027, 12, 20), Advice.SEC, BOTH),
        e.AccessBlocked(date(2027, 12, 20)),
    )


def _forty_until_the_start() -> tuple[Event, ...]:
    return (
        REFERRED,
        e.IntakeNotified(date(2026, 2, 3)),
        e.FirstMeeting(date(2026, 2, 12), Attendance.ABSENT_VALID),
        e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, (CLIENT, WORK)),
        e.StartRefused(date(2026, 2, 19)),
        e.ThreeWayMeeting(date(2026, 3, 3)),
        e.StartConfirmed(date(2026, 3, 5)),
        *_forty_plan(date(2026, 3, 30)),
        STARTED,
    )


def _forty_plan(signed_on: date) -> tuple[Event, ...]:
    """One version of the plan: signed, uploaded the next day and approved two days later."""
    return (
        e.PlanSigned(signed_on, ALL_THREE, Medium.EID),
        e.PlanUploaded(signed_on + timedelta(days=1)),
        e.PlanApproved(signed_on + timedelta(days=3)),
    )
