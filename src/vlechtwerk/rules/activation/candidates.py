"""The most favourable form of each event, to tell whether it could happen at all on a day."""

from collections.abc import Callable
from datetime import date

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.plan import EVERYBODY
from vlechtwerk.rules.activation.terms import (
    Advice,
    Attendance,
    Domain,
    InterruptionReason,
    StopGround,
    StopManner,
)
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

BOTH = tuple(sorted(CASE_MANAGERS))
ALL_THREE = tuple(sorted(EVERYBODY))


def _versions(case: ActivationFacts) -> tuple[int | None, ...]:
    """The versions of the plan that may wait for a judgement, the latest (None) first."""
    return (None, *(plan.number for plan in case.plans[:-1]))


FAVOURABLE: dict[type[Event], Callable[[ActivationFacts, date], tuple[Event, ...]]] = {
    e.FirstMeeting: lambda case, on: (e.FirstMeeting(on, Attendance.PRESENT, ALL_THREE),),
    e.MediationRequested: lambda case, on: (e.MediationRequested(on, (Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER)),),
    e.DelayNoted: lambda case, on: (e.DelayNoted(on, reason_given=True, next_steps_given=True),),
    e.PlanSigned: lambda case, on: (e.PlanSigned(on, ALL_THREE),),
    e.PlanApproved: lambda case, on: tuple(e.PlanApproved(on, number) for number in _versions(case)),
    e.PlanReturned: lambda case, on: tuple(e.PlanReturned(on, number) for number in _versions(case)),
    e.ActionStarted: lambda case, on: (e.ActionStarted(on, Domain.WORK),),
    e.EvaluationHeld: lambda case, on: (e.EvaluationHeld(on, ALL_THREE),),
    e.Interrupted: lambda case, on: (e.Interrupted(on, on, InterruptionReason.ILLNESS),),
    e.ExtensionRequested: lambda case, on: (e.ExtensionRequested(on, 1, BOTH, necessary_actions=True),),
    e.ExtensionDecided: lambda case, on: (e.ExtensionDecided(on, granted=True),),
    e.IcfCompleted: lambda case, on: (e.IcfCompleted(on, 43),),
    e.MediationAdviceRegistered: lambda case, on: (e.MediationAdviceRegistered(on, Advice.NEC),),
    e.FinalReportRegistered: lambda case, on: (e.FinalReportRegistered(on, joint=True),),
    e.FinalAdviceRegistered: lambda case, on: (e.FinalAdviceRegistered(on, case.mediation_advice or Advice.NEC, BOTH),),
    e.StopRequested: lambda case, on: (e.StopRequested(on, StopGround.GOAL_UNREACHABLE, BOTH),),
    e.StopDecided: lambda case, on: tuple(e.StopDecided(on, manner) for manner in StopManner),
}


def candidates(case: ActivationFacts, kind: type[Event], on: date) -> tuple[Event, ...]:
    """The forms in which an event of this kind has the best chance on a day."""
    favourable = FAVOURABLE.get(kind)
    return favourable(case, on) if favourable else (kind(on),)
