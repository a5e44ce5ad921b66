"""The trajectory plan: who signs, upload, approval, the start of the mediation and the first action."""

from datetime import date

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import MANAGER_OF, ActivationFacts
from vlechtwerk.rules.activation.intake import plan_reckoning
from vlechtwerk.rules.activation.milestones import exceeds_maximum, is_closing
from vlechtwerk.rules.activation.terms import ChangedPlanSignedBy, Domain, FirstActionDueFrom
from vlechtwerk.rules.calendar import Reckoning, since, weeks, working_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Due, Event, Shortfall, Verdict
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

EVERYBODY = CASE_MANAGERS | {Role.CLIENT}
FIRST_ACTION_PERIOD = weeks(4)


def plan_term(case: ActivationFacts) -> date | None:
    """The last day for the plan."""
    reckoning = plan_reckoning(case)
    return reckoning.on if reckoning else None


@BOOK.gate("AT-092", CARE_HANDBOOK.at("3.2.1"), refuses=e.PlanSigned)
def first_plan_is_signed_by_all_three(case: ActivationFacts, event: e.PlanSigned) -> Verdict:
    """The client and both case managers sign the first trajectory plan."""
    return True if case.plans else _signatures(event, EVERYBODY)


@BOOK.gate("AT-096", CARE_HANDBOOK.at("3.2.1; 4.1.2"), refuses=e.PlanSigned)
def changed_plan_is_signed(case: ActivationFacts, event: e.PlanSigned) -> Verdict:
    """A changed plan is signed by the client and both case managers.

    Section 3.2.1 asks the client and the case manager whose part changed, section 4.1.2 the team and the client. The stricter
    one is built because it protects the tandem; a region may choose the lenient one.
    """
    if not case.plans:
        return True
    if case.settings.changed_plan_signed_by is ChangedPlanSignedBy.TEAM:
        return _signatures(event, EVERYBODY)
    return _signatures(event, {Role.CLIENT} | {MANAGER_OF[part] for part in event.changed})


def _signatures(event: e.PlanSigned, wanted: frozenset[Role] | set[Role]) -> Verdict:
    missing = tuple(sorted(wanted - set(event.by)))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-095", CARE_HANDBOOK.at("3.2.1; 4.1.2"), refuses=e.PlanSigned)
def versions_follow_each_other(case: ActivationFacts, event: e.PlanSigned) -> Verdict:
    """Each fundamental change gives the next version of the plan; a signed version is never signed again."""
    return event.version in (None, len(case.plans) + 1)


@BOOK.gate("AT-112", CARE_HANDBOOK.at("3.2; 3.4"), refuses=e.PlanUploaded)
def uploaded_plan_is_signed(case: ActivationFacts, event: e.PlanUploaded) -> Verdict:
    """Only a signed plan is uploaded in the confidential file."""
    return case.version(event.version) is not None


@BOOK.gate("AT-112", CARE_HANDBOOK.at("3.4"), refuses=e.PlanUploaded)
def version_is_uploaded_once(case: ActivationFacts, event: e.PlanUploaded) -> Verdict:
    """A version of the plan is uploaded once; its date does not move."""
    plan = case.version(event.version)
    return plan is None or plan.uploaded_on is None


@BOOK.gate("AT-114", CARE_HANDBOOK.at("3.4"), refuses=(e.PlanApproved, e.PlanReturned))
def judged_plan_is_uploaded(case: ActivationFacts, event: e.PlanApproved | e.PlanReturned) -> Verdict:
    """The network coordinator judges a plan after it was uploaded in the confidential file."""
    plan = case.version(event.version)
    return plan is not None and plan.uploaded_on is not None


@BOOK.gate("AT-120", CARE_HANDBOOK.at("3.4"), refuses=(e.PlanApproved, e.PlanReturned))
def plan_is_judged_once(case: ActivationFacts, event: e.PlanApproved | e.PlanReturned) -> Verdict:
    """A version of the plan is approved or returned once; a returned plan comes back as a new version.

    The handbook does not tell what happens when the coordinator does not approve; a new version with new signatures is built,
    and the six weeks stay as they are.
    """
    plan = case.version(event.version)
    return plan is None or (plan.approved_on is None and plan.returned_on is None)


@BOOK.gate("AT-107", CARE_HANDBOOK.at("3.2.3"), refuses=e.MediationStarted, prerequisite=True)
def mediation_starts_once(case: ActivationFacts, event: e.MediationStarted) -> Verdict:
    """The mediation starts once; a changed plan does not restart the duration."""
    return case.started_on is None


@BOOK.gate("AT-066", CARE_HANDBOOK.at("3.1.3; 3.2.3"), refuses=e.MediationStarted)
def client_confirmed(case: ActivationFacts, event: e.MediationStarted) -> Verdict:
    """The client has to confirm the start before the mediation can start."""
    return case.confirmed_on is not None


@BOOK.gate("AT-106", CARE_HANDBOOK.at("3.4; 3.2.3; 3.1.3"), refuses=e.MediationStarted)
def plan_is_uploaded_and_approved(case: ActivationFacts, event: e.MediationStarted) -> Verdict:
    """The mediation starts only when the trajectory plan is uploaded and approved by the network coordinator.

    Sections 3.1.3 and 3.2.3 name the confirmation and the upload only, section 3.4 adds the approval; all three are asked.
    """
    steps = {"plan_uploaded": case.plan_uploaded_on, "plan_approved": case.plan_approved_on}
    missing = tuple(step for step, day in steps.items() if day is None)
    return Shortfall(missing=missing) if missing else True


@BOOK.deadline("AT-106", CARE_HANDBOOK.at("3.4"), what="mediation_start", owner=Role.WORK_CASE_MANAGER, signal=True)
def mediation_start(case: ActivationFacts) -> Due | None:
    """After the approval of the plan and the confirmation by the client the work case manager starts the mediation.

    The handbook gives no figure; five working days is a proposal and only a signal.
    """
    approved, confirmed = case.plan_approved_on, case.confirmed_on
    if approved is None or confirmed is None:
        return None
    ready = since("plan_approved", approved) if approved >= confirmed else since("start_confirmed", confirmed)
    return Due(ready.plus(working_days(5)), done=case.started_on)


def first_action_reckoning(case: ActivationFacts, reading: FirstActionDueFrom) -> Reckoning | None:
    """The four weeks to the first action under one of the two readings."""
    if reading is FirstActionDueFrom.APPROVAL:
        day, fact = case.plan_approved_on, "plan_approved"
    else:
        day, fact = case.plan_uploaded_on, "plan_uploaded"
    return since(fact, day).plus(FIRST_ACTION_PERIOD) if day else None


def first_action_term(case: ActivationFacts) -> date | None:
    """The last day for the first action under the reading of the region."""
    reckoning = first_action_reckoning(case, case.settings.first_action_due_from)
    return reckoning.on if reckoning else None


@BOOK.deadline("AT-119", CARE_HANDBOOK.at("3.4; 3.5; 3.6.3; 4.2"), what="first_action", owner=Role.NETWORK_COORDINATOR)
def first_action(case: ActivationFacts) -> Due | None:
    """The first action at a provider starts within four weeks after the plan was uploaded.

    Sections 3.4 and 3.5 count from the upload, section 4.2 and a checklist from the approval. The upload is built because the
    earlier date protects the client; a region may choose the other, and both dates are shown.
    """
    reading = case.settings.first_action_due_from
    by = first_action_reckoning(case, reading)
    if by is None:
        return None
    other = FirstActionDueFrom.UPLOAD if reading is FirstActionDueFrom.APPROVAL else FirstActionDueFrom.APPROVAL
    return Due(by, done=case.first_action_on, other_reading=first_action_reckoning(case, other))


@BOOK.gate("AT-123", CARE_HANDBOOK.at("3.5"), refuses=e.ActionStarted)
def plan_is_approved_before_actions(case: ActivationFacts, event: e.ActionStarted) -> Verdict:
    """A client goes to the providers only after the network coordinator approved the plan."""
    return case.plan_approved_on is not None


@BOOK.gate("AT-165", CARE_HANDBOOK.at("4.1.3"), refuses=e.ActionStarted)
def care_is_not_suspended(case: ActivationFacts, event: e.ActionStarted) -> Verdict:
    """While the care actions are suspended no care action starts; they are resumed first."""
    return event.domain is not Domain.CARE or case.care_suspended_on is None


@BOOK.gate("AT-204", CARE_HANDBOOK.at("5.1.2"), refuses=(e.PlanSigned, e.ActionStarted))
def no_new_actions_in_the_closing_month(case: ActivationFacts, event: Event) -> Verdict:
    """In the closing month only registrations are completed; the plan gets no new actions."""
    return not is_closing(case, event.on)


@BOOK.gate("AT-108", CARE_HANDBOOK.at("3.2.3; 5.1.1"), refuses=(e.PlanSigned, e.ActionStarted))
def no_new_actions_after_the_maximum(case: ActivationFacts, event: Event) -> Verdict:
    """After the maximum duration, without a pending or granted extension, the plan gets no new actions.

    What happens at eighteen months without advice is not told; the trajectory stays in progress and is signalled.
    """
    return is_closing(case, event.on) or not exceeds_maximum(case, event.on)
