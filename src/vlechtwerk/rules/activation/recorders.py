"""Who may record what happened in an activation trajectory.

Each event belongs to one requirement rule that names the capacities; the rule stands under "Why?" when somebody else tries.
A capacity is that of the involvement in the file, not a function at an organisation: the mediator of VDAB who referred a
person is later the trusted advisor.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from types import MappingProxyType

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Event, Findings, Rule, Shortfall
from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role

CONCERNS = "recording"
WORK = frozenset({Role.WORK_CASE_MANAGER})

_RECORDERS: dict[type[Event], frozenset[Role]] = {}
_RULES: dict[type[Event], Rule] = {}
_BY_ADVICE: dict[Advice, Rule] = {}

Norm = Callable[[], None]
Check = Callable[[Iterable[Role]], Findings]


def _requirement(id: str, section: str, roles: frozenset[Role]) -> Callable[[Norm], Rule]:
    """Register a norm that these capacities record something; its function gives who may when none of the given ones may."""

    def register(norm: Norm) -> Rule:
        @wraps(norm)
        def unmet(capacities: Iterable[Role]) -> Findings:
            return tuple(sorted(roles.difference(capacities))) if roles.isdisjoint(capacities) else ()

        points = {role.value: POINTS[role] for role in sorted(roles)}
        BOOK.requirement(id, CARE_HANDBOOK.at(section), concerns=CONCERNS, points=points)(unmet)
        return BOOK.rules[-1]

    return register


def recorded_by(id: str, section: str, roles: Iterable[Role], *kinds: type[Event]) -> Callable[[Norm], Rule]:
    """Register who records events of these kinds."""
    allowed = frozenset(roles)

    def register(norm: Norm) -> Rule:
        rule = _requirement(id, section, allowed)(norm)
        _RECORDERS.update(dict.fromkeys(kinds, allowed))
        _RULES.update(dict.fromkeys(kinds, rule))
        return rule

    return register


def advice_by(id: str, section: str, role: Role, *advices: Advice) -> Callable[[Norm], Rule]:
    """Register who records a mediation advice with one of these outcomes."""

    def register(norm: Norm) -> Rule:
        rule = _requirement(id, section, frozenset({role}))(norm)
        _BY_ADVICE.update(dict.fromkeys(advices, rule))
        return rule

    return register


def rule_of(event: Event) -> Rule:
    """The rule that tells who records this event."""
    if isinstance(event, e.MediationAdviceRegistered):
        return _BY_ADVICE[event.advice]
    return _RULES[type(event)]


def reason_against(event: Event, capacities: Iterable[Role]) -> Reason | None:
    """Why somebody with these capacities in the file does not record this event; None when they may."""
    rule = rule_of(event)
    missing: Findings = rule.function(frozenset(capacities))
    return Reason(rule, Shortfall(missing=missing)) if missing else None


POINTS = {
    Role.WORK_CASE_MANAGER: "the work case manager records this",
    Role.CARE_CASE_MANAGER: "the care case manager records this",
    Role.NETWORK_COORDINATOR: "the network coordinator records this",
    Role.WORK_PROVIDER: "the work provider records this",
    Role.CARE_PROVIDER: "the care provider records this",
    Role.VDAB_MEDIATOR: "the VDAB mediator records this",
    Role.TRUSTED_ADVISOR: "the trusted advisor of VDAB records this",
    Role.PROJECT_FOLLOWER: "the project follower of VDAB records this",
    Role.DGS: "the specialised screening service of VDAB records this",
}


@recorded_by("AT-031", "3.1.1; 3.1.2", {Role.VDAB_MEDIATOR}, e.Referred)
def referral() -> None:
    """Participants enter through VDAB, which also decides about the candidates that a care organisation proposes."""


@recorded_by("AT-052", "3.1.2", WORK, e.IntakeNotified)
def intake_notice() -> None:
    """The work case manager tells the care partnership about the intake."""


@recorded_by("AT-060", "3.1.3; 3.1.4", WORK, e.FirstMeeting)
def first_appointment() -> None:
    """The work case manager completes the first appointment as present or absent."""


@recorded_by("AT-067", "3.1.3", WORK, e.StartConfirmed, e.StartRefused)
def answer_to_the_start() -> None:
    """The client answers in the first agreements bundle, which is kept at the work side by the work case manager."""


@recorded_by("AT-070", "3.1.3", WORK, e.MediationRequested)
def request_for_mediation() -> None:
    """The work case manager shares the note that asks for mediation."""


@recorded_by("AT-087", "3.2", CASE_MANAGERS, e.DelayNoted)
def explanation_of_a_delay() -> None:
    """The case managers explain why the plan is late."""


@recorded_by("AT-092", "3.2.1", CASE_MANAGERS, e.PlanSigned)
def signing_of_the_plan() -> None:
    """The plan is signed with both case managers, and one of them records it."""


@recorded_by(
    "AT-139",
    "3.7.3",
    CASE_MANAGERS,
    e.ThreeWayMeeting,
    e.PlanUploaded,
    e.Interrupted,
    e.IcfCompleted,
)
def keeping_of_the_file() -> None:
    """Both case managers keep the contacts, upload documents such as the plan, and fill in the ICF categories."""


@recorded_by("AT-120", "3.4", {Role.NETWORK_COORDINATOR}, e.PlanApproved, e.PlanReturned)
def judgement_of_the_plan() -> None:
    """The network coordinator judges the plan and notes the approval."""


@recorded_by("AT-106", "3.4; 3.2.3", WORK, e.MediationStarted)
def start_of_the_mediation() -> None:
    """The work case manager starts the mediation process."""


@recorded_by("AT-119", "3.4; 3.5", PROVIDERS | CASE_MANAGERS | {Role.NETWORK_COORDINATOR}, e.ActionStarted)
def start_of_an_action() -> None:
    """The start of an action is recorded by the provider, by a case manager or by the coordinator who facilitates it."""


@recorded_by("AT-153", "4.1.2", CASE_MANAGERS, e.EvaluationHeld)
def interim_evaluation() -> None:
    """The case managers organise and record the interim evaluation."""


@recorded_by("AT-165", "4.1.3", CASE_MANAGERS, e.CareSuspended, e.CareResumed)
def suspension_of_care() -> None:
    """The case managers decide with the client that the care actions stop for a while and start again."""


@recorded_by("AT-228", "5.2.2", WORK, e.ExtensionRequested)
def request_for_an_extension() -> None:
    """The work case manager asks for an extension with a shared note."""


@recorded_by("AT-221", "5.2.1", {Role.PROJECT_FOLLOWER}, e.ExtensionDecided)
def decision_on_an_extension() -> None:
    """The project follower of VDAB decides on an extension."""


@recorded_by("AT-207", "5.1.3", PROVIDERS | CASE_MANAGERS, e.LastReportRegistered)
def action_reports() -> None:
    """The providers report on their actions; who registers the last report may be a case manager too."""


@recorded_by("AT-193", "4.4", {Role.WORK_PROVIDER, Role.WORK_CASE_MANAGER}, e.NoInternshipMotivated)
def motivation_without_internship() -> None:
    """The work provider explains in the file why no internship could take place; the work case manager may record it."""


@advice_by("AT-213", "5.1.4; 5.4", Role.WORK_CASE_MANAGER, Advice.NEC)
def advice_for_the_regular_circuit() -> None:
    """The work case manager registers a mediation advice for the regular circuit without asking anybody."""


@advice_by("AT-214", "5.1.4", Role.WORK_CASE_MANAGER, Advice.SEC)
def advice_for_the_social_economy() -> None:
    """The work case manager registers a mediation advice for the social economy after the right was granted."""


@advice_by("AT-215", "5.1.4; 5.4", Role.TRUSTED_ADVISOR, Advice.AMA)
def advice_for_work_like_activities() -> None:
    """The trusted advisor of VDAB registers a mediation advice for work-like activities."""


@advice_by("AT-216", "5.1.4; 5.4", Role.DGS, Advice.WELFARE)
def advice_welfare() -> None:
    """The specialised screening service of VDAB validates and registers an advice Welfare."""


@recorded_by("AT-129", "3.6.3; 4.1.1", CASE_MANAGERS, e.CoordinatorWarned)
def warning_of_the_coordinator() -> None:
    """The case managers warn the network coordinator before the closing."""


@recorded_by("AT-208", "5.1.3", CASE_MANAGERS, e.FinalReportRegistered)
def final_report_of_the_team() -> None:
    """The case managers register the final report."""


@recorded_by("AT-200", "5.1.1", WORK, e.FinalAdviceRegistered)
def registration_of_the_advice() -> None:
    """Both case managers agree on the final advice and the work case manager registers it."""


@recorded_by("AT-232", "5.3", WORK, e.StopRequested)
def request_for_a_stop() -> None:
    """The work case manager contacts the project follower about an early stop."""


@recorded_by("AT-233", "5.3", {Role.PROJECT_FOLLOWER}, e.StopDecided)
def decision_on_a_stop() -> None:
    """The project follower of VDAB decides how the trajectory is closed."""


@recorded_by("AT-241", "5.4", WORK, e.AccessBlocked)
def blocking_of_the_access() -> None:
    """The work case manager blocks the access to the file, the own access last."""


@recorded_by("AT-217", "5.1.4", {Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR, Role.DGS}, e.WelfareReviewed)
def yearly_review() -> None:
    """VDAB looks every year whether an advice Welfare still holds."""


_RECORDERS[e.MediationAdviceRegistered] = frozenset(Role(role) for rule in _BY_ADVICE.values() for role in rule.points)
RECORDERS = MappingProxyType(_RECORDERS)
"""The capacities that may record each kind of event; for a mediation advice it depends on the advice (`rule_of`)."""
