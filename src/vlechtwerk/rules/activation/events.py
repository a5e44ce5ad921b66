"""What can happen in an activation trajectory.

`on` is the local date on which it happened. Who was there, signed or agreed may be left out, which means that nobody did; a
yes or no that is left out is no. Everything else that has no default must be told.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from vlechtwerk.rules.activation.terms import (
    Advice,
    Attendance,
    Domain,
    InterruptionReason,
    Medium,
    StopGround,
    StopManner,
)
from vlechtwerk.rules.attributes import Key, NotBefore, Range
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

Roles = tuple[Role, ...]
Months = Annotated[int, Range(1, 120)]
Version = Annotated[int, Range(1, 999)]


@dataclass(frozen=True)
class Referred(Event):
    """VDAB created the service: the trajectory is initiated."""


@dataclass(frozen=True)
class IntakeNotified(Event):
    """The work case manager told the care partnership that there is an intake."""


@dataclass(frozen=True)
class FirstMeeting(Event):
    """The work case manager completed the first appointment."""

    attendance: Attendance
    attended_by: Annotated[Roles, Key("with")] = ()


@dataclass(frozen=True)
class ThreeWayMeeting(Event):
    """Client and both case managers spoke together, after a first meeting without the care case manager."""


@dataclass(frozen=True)
class StartConfirmed(Event):
    """The client confirmed the start in the first agreements bundle."""


@dataclass(frozen=True)
class StartRefused(Event):
    """The client was present but refused to confirm the start."""


@dataclass(frozen=True)
class MediationRequested(Event):
    """After a lasting refusal the work case manager shared a note that asks for mediation."""

    shared_with: Roles = ()


@dataclass(frozen=True)
class DelayNoted(Event):
    """A note tells why the plan is late and what is done to start as soon as possible."""

    reason_given: bool = False
    next_steps_given: bool = False


@dataclass(frozen=True)
class PlanSigned(Event):
    """A version of the trajectory plan was signed. `changed` tells which part changed in a later version."""

    by: Roles = ()
    medium: Medium | None = None
    version: Version | None = None
    changed: tuple[Domain, ...] = (Domain.WORK, Domain.CARE)


@dataclass(frozen=True)
class PlanUploaded(Event):
    """A signed plan was uploaded in the confidential file."""

    version: Version | None = None


@dataclass(frozen=True)
class PlanApproved(Event):
    """The network coordinator approved an uploaded plan."""

    version: Version | None = None


@dataclass(frozen=True)
class PlanReturned(Event):
    """The network coordinator returned an uploaded plan with a reason."""

    version: Version | None = None


@dataclass(frozen=True)
class MediationStarted(Event):
    """The work case manager pressed "start mediation process": the duration begins."""


@dataclass(frozen=True)
class ActionStarted(Event):
    """A provider started an action of the plan."""

    domain: Domain
    internship: bool = False


@dataclass(frozen=True)
class EvaluationHeld(Event):
    """An interim evaluation of the plan took place."""

    attended_by: Annotated[Roles, Key("with")] = ()


@dataclass(frozen=True)
class CareSuspended(Event):
    """The care actions were suspended because the client does not attend or refuses them."""


@dataclass(frozen=True)
class CareResumed(Event):
    """The care actions were resumed."""


@dataclass(frozen=True)
class Interrupted(Event):
    """Actions could not be carried out from `on` until and including `until`."""

    until: Annotated[date, NotBefore("on")]
    reason: InterruptionReason


@dataclass(frozen=True)
class ExtensionRequested(Event):
    """The work case manager sent the shared note that asks the project follower for an extension."""

    months: Months
    agreed_by: Roles = ()
    necessary_actions: bool = False


@dataclass(frozen=True)
class ExtensionDecided(Event):
    """The project follower decided on the pending extension; without `months` what was asked is granted."""

    granted: bool
    months: Months | None = None


@dataclass(frozen=True)
class LastReportRegistered(Event):
    """The last missing action report of the providers was registered."""


@dataclass(frozen=True)
class IcfCompleted(Event):
    """The case managers filled in this number of ICF categories in all."""

    categories: Annotated[int, Range(0, 43)]


@dataclass(frozen=True)
class NoInternshipMotivated(Event):
    """The four points are shown that explain why no internship could take place."""


@dataclass(frozen=True)
class MediationAdviceRegistered(Event):
    """A new mediation advice was registered in the client's career file."""

    advice: Advice


@dataclass(frozen=True)
class CoordinatorWarned(Event):
    """The network coordinator was told that the trajectory will be closed."""


@dataclass(frozen=True)
class FinalReportRegistered(Event):
    """The final report was registered; `joint` when both case managers did so together."""

    joint: bool = False


@dataclass(frozen=True)
class FinalAdviceRegistered(Event):
    """The work case manager registered the final advice: the trajectory has ended."""

    advice: Advice
    agreed_by: Roles = ()


@dataclass(frozen=True)
class StopRequested(Event):
    """The work case manager told the project follower that both case managers want an early stop."""

    ground: StopGround
    agreed_by: Roles = ()


@dataclass(frozen=True)
class StopDecided(Event):
    """The project follower decided how the trajectory is closed without a final advice."""

    manner: StopManner


@dataclass(frozen=True)
class AccessBlocked(Event):
    """The work case manager blocked all access to the confidential file, the own access last."""


@dataclass(frozen=True)
class WelfareReviewed(Event):
    """VDAB looked again whether an advice Welfare is still right."""


EVENTS: dict[str, type[Event]] = {
    "referred": Referred,
    "intake_notified": IntakeNotified,
    "first_meeting": FirstMeeting,
    "three_way_meeting": ThreeWayMeeting,
    "start_confirmed": StartConfirmed,
    "start_refused": StartRefused,
    "mediation_requested": MediationRequested,
    "delay_noted": DelayNoted,
    "plan_signed": PlanSigned,
    "plan_uploaded": PlanUploaded,
    "plan_approved": PlanApproved,
    "plan_returned": PlanReturned,
    "mediation_started": MediationStarted,
    "action_started": ActionStarted,
    "evaluation_held": EvaluationHeld,
    "care_suspended": CareSuspended,
    "care_resumed": CareResumed,
    "interrupted": Interrupted,
    "extension_requested": ExtensionRequested,
    "extension_decided": ExtensionDecided,
    "last_report_registered": LastReportRegistered,
    "icf_completed": IcfCompleted,
    "no_internship_motivated": NoInternshipMotivated,
    "mediation_advice_registered": MediationAdviceRegistered,
    "coordinator_warned": CoordinatorWarned,
    "final_report_registered": FinalReportRegistered,
    "final_advice_registered": FinalAdviceRegistered,
    "stop_requested": StopRequested,
    "stop_decided": StopDecided,
    "access_blocked": AccessBlocked,
    "welfare_reviewed": WelfareReviewed,
}
