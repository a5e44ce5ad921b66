"""How a trajectory goes: courses of events, told from the day of the referral.

A course tells the whole story, also what lies after today. What has not happened yet is cut off when the region is loaded, so
that the same story gives a trajectory in another state for every day on which the referral may have been.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import (
    Advice,
    Attendance,
    Domain,
    InterruptionReason,
    Medium,
    StopGround,
    StopManner,
)
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

ALL_THREE = (Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)
BOTH = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)


@dataclass
class Course:
    """A story under way: its events so far. Days are counted in calendar days from the referral."""

    referred_on: date
    events: list[Event] = field(default_factory=list)

    def on(self, days: int) -> date:
        """The day that lies this many days after the referral."""
        return self.referred_on + timedelta(days=days)

    def add(self, *events: Event) -> "Course":
        """Add events to the story."""
        self.events.extend(events)
        return self


Story = Callable[[date], Course]


def referred(day: date) -> Course:
    """VDAB refers, and the care partnership hears of it two days later."""
    course = Course(day)
    return course.add(e.Referred(day), e.IntakeNotified(course.on(2)))


def absent_first(day: date) -> Course:
    """The client misses the first appointment with a valid reason and comes to the second."""
    course = referred(day)
    missed = e.FirstMeeting(course.on(12), Attendance.ABSENT_VALID)
    return course.add(
        missed, e.FirstMeeting(course.on(24), Attendance.PRESENT, ALL_THREE), e.StartConfirmed(course.on(24))
    )


def never_met(day: date) -> Course:
    """No first meeting takes place: the 28 days pass."""
    return referred(day)


def removed(day: date) -> Course:
    """The client never comes, and the project follower takes the trajectory out of the contingent."""
    course = referred(day)
    missed = (e.FirstMeeting(course.on(days), Attendance.ABSENT) for days in (14, 26))
    return course.add(
        *missed, e.StopDecided(course.on(60), StopManner.CONTINGENT_REMOVAL), e.AccessBlocked(course.on(61))
    )


def met(day: date) -> Course:
    """The first meeting with all three, where the client confirms the start."""
    course = referred(day)
    return course.add(e.FirstMeeting(course.on(16), Attendance.PRESENT, ALL_THREE), e.StartConfirmed(course.on(16)))


def met_alone(day: date) -> Course:
    """The work case manager holds the first meeting alone; the three meet two weeks later."""
    course = referred(day)
    alone = e.FirstMeeting(course.on(27), Attendance.PRESENT, (Role.CLIENT, Role.WORK_CASE_MANAGER))
    return course.add(alone, e.StartConfirmed(course.on(27)), e.ThreeWayMeeting(course.on(41)))


def hesitates(day: date) -> Course:
    """The client attends but does not confirm; after encouragement she does, on the twelfth day."""
    course = referred(day)
    return course.add(
        e.FirstMeeting(course.on(20), Attendance.PRESENT, ALL_THREE),
        e.StartRefused(course.on(20)),
        e.StartConfirmed(course.on(32)),
    )


def keeps_refusing(day: date) -> Course:
    """The client keeps refusing the start; mediation is asked and the project follower removes the trajectory."""
    course = referred(day)
    return course.add(
        e.FirstMeeting(course.on(18), Attendance.PRESENT, ALL_THREE),
        e.StartRefused(course.on(18)),
        e.MediationRequested(course.on(36), (Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER)),
        e.StopDecided(course.on(50), StopManner.REFUSAL),
        e.AccessBlocked(course.on(50)),
    )


def planned(day: date) -> Course:
    """The plan is signed, uploaded in time and approved; the mediation starts on day 63."""
    course = met(day)
    return course.add(
        e.PlanSigned(course.on(52), ALL_THREE, Medium.EID),
        e.PlanUploaded(course.on(53)),
        e.PlanApproved(course.on(57)),
        e.MediationStarted(course.on(63)),
    )


def plan_late(day: date) -> Course:
    """The plan comes three weeks late, with a note that tells why."""
    course = met_alone(day)
    return course.add(
        e.DelayNoted(course.on(72), reason_given=True, next_steps_given=True),
        e.PlanSigned(course.on(90), ALL_THREE, Medium.PAPER),
        e.PlanUploaded(course.on(91)),
        e.PlanApproved(course.on(95)),
        e.MediationStarted(course.on(97)),
    )


def plan_returned(day: date) -> Course:
    """The coordinator returns the first plan; the second version is approved."""
    course = met(day)
    return course.add(
        e.PlanSigned(course.on(48), ALL_THREE, Medium.MIXED),
        e.PlanUploaded(course.on(48)),
        e.PlanReturned(course.on(55)),
        e.PlanSigned(course.on(66), ALL_THREE, Medium.EID),
        e.PlanUploaded(course.on(66)),
        e.PlanApproved(course.on(70)),
        e.MediationStarted(course.on(72)),
    )


def active(day: date) -> Course:
    """A trajectory that runs as the handbook wants it: actions in time, an evaluation every half year, a changed plan."""
    course = planned(day)
    return course.add(
        e.ActionStarted(course.on(75), Domain.CARE),
        e.ActionStarted(course.on(110), Domain.WORK, internship=True),
        e.EvaluationHeld(course.on(225), ALL_THREE),
        e.PlanSigned(course.on(232), ALL_THREE, Medium.EID),
        e.PlanUploaded(course.on(233)),
        e.PlanApproved(course.on(238)),
        e.EvaluationHeld(course.on(400), ALL_THREE),
    )


def slow_start(day: date) -> Course:
    """The plan is approved, but the first action comes only after seven weeks."""
    course = planned(day)
    return course.add(e.ActionStarted(course.on(104), Domain.WORK, internship=True))


def not_evaluated(day: date) -> Course:
    """Actions run, but the interim evaluation is forgotten."""
    course = planned(day)
    return course.add(
        e.ActionStarted(course.on(70), Domain.CARE), e.ActionStarted(course.on(120), Domain.WORK, internship=True)
    )


def care_stops(day: date) -> Course:
    """The client no longer comes to the care actions; they are suspended and the internship starts at once."""
    course = planned(day)
    return course.add(
        e.ActionStarted(course.on(78), Domain.CARE),
        e.CareSuspended(course.on(150)),
        e.ActionStarted(course.on(155), Domain.WORK, internship=True),
        e.EvaluationHeld(course.on(226), ALL_THREE),
        e.CareResumed(course.on(290)),
        e.EvaluationHeld(course.on(405), ALL_THREE),
    )


def falls_ill(day: date) -> Course:
    """Four months of illness; an extension of three months is asked and granted."""
    course = planned(day)
    return course.add(
        e.ActionStarted(course.on(74), Domain.CARE),
        e.EvaluationHeld(course.on(220), ALL_THREE),
        e.Interrupted(course.on(300), course.on(425), InterruptionReason.ILLNESS),
        e.ActionStarted(course.on(430), Domain.WORK, internship=True),
        e.EvaluationHeld(course.on(398), ALL_THREE),
        e.ExtensionRequested(course.on(570), 3, BOTH, necessary_actions=True),
        e.ExtensionDecided(course.on(584), granted=True),
        e.EvaluationHeld(course.on(592), ALL_THREE),
    )


def finishing(day: date, advice: Advice = Advice.NEC) -> Course:
    """The plan is carried out after thirteen months; the final advice follows four weeks after the last report."""
    course = active(day)
    return course.add(
        e.LastReportRegistered(course.on(460)),
        e.CoordinatorWarned(course.on(474)),
        e.IcfCompleted(course.on(480), 43),
        e.MediationAdviceRegistered(course.on(484), advice),
        e.FinalReportRegistered(course.on(486), joint=True),
        e.FinalAdviceRegistered(course.on(486), advice, BOTH),
    )


def finished(day: date) -> Course:
    """Ended with an advice for the regular circuit, the access blocked."""
    course = finishing(day)
    return course.add(e.AccessBlocked(course.on(487)))


def without_internship(day: date) -> Course:
    """No internship could be found; the four points are shown and the advice is work-like activities."""
    course = planned(day)
    return course.add(
        e.ActionStarted(course.on(76), Domain.CARE),
        e.EvaluationHeld(course.on(222), ALL_THREE),
        e.EvaluationHeld(course.on(395), ALL_THREE),
        e.NoInternshipMotivated(course.on(470)),
        e.LastReportRegistered(course.on(475)),
        e.CoordinatorWarned(course.on(480)),
        e.IcfCompleted(course.on(482), 43),
        e.MediationAdviceRegistered(course.on(488), Advice.AMA),
        e.FinalReportRegistered(course.on(495), joint=True),
        e.FinalAdviceRegistered(course.on(495), Advice.AMA, BOTH),
    )


def found_work(day: date) -> Course:
    """The client finds a job; the trajectory is stopped early after more than three months."""
    course = active(day)
    course.events = [event for event in course.events if event.on < course.on(200)]
    return course.add(
        e.StopRequested(course.on(200), StopGround.AT_WORK, BOTH),
        e.StopDecided(course.on(209), StopManner.EARLY_STOP),
        e.IcfCompleted(course.on(215), 43),
    )


def runs_out(day: date) -> Course:
    """Extended by six months and then forgotten: closing after twenty-four months, and an end by itself."""
    course = falls_ill(day)
    course.events = [
        event for event in course.events if not isinstance(event, e.ExtensionRequested | e.ExtensionDecided)
    ]
    return course.add(
        e.ExtensionRequested(course.on(572), 6, BOTH, necessary_actions=True),
        e.ExtensionDecided(course.on(590), granted=True),
    )
