"""The intake of an activation trajectory: from the referral to the confirmation of the start."""

from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.terms import PlanDueFrom, StopManner
from vlechtwerk.rules.calendar import ONE_DAY, Reckoning, calendar_days, since, weeks, working_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Due, Event, Force, Shortfall, Verdict
from vlechtwerk.rules.roles import Role

FIRST_MEETING_PERIOD = calendar_days(28)
REFUSAL_PERIOD = calendar_days(15)
PLAN_PERIOD = weeks(6)
ALL_BUT_REFERRED = tuple(kind for kind in e.EVENTS.values() if kind is not e.Referred)


@BOOK.gate("AT-049", CARE_HANDBOOK.at("3.1.2"), refuses=ALL_BUT_REFERRED, prerequisite=True)
def service_is_initiated(case: ActivationFacts, event: Event) -> Verdict:
    """A trajectory exists from the day on which VDAB requests the service."""
    return case.referred_on is not None


@BOOK.gate("AT-037", CARE_HANDBOOK.at("3.1.1"), refuses=e.Referred, prerequisite=True)
def referred_only_once(case: ActivationFacts, event: e.Referred) -> Verdict:
    """A person is referred to an activation trajectory only once."""
    return case.referred_on is None


@BOOK.deadline(
    "AT-052",
    CARE_HANDBOOK.at("3.1.2"),
    what="intake_notice",
    owner=Role.WORK_CASE_MANAGER,
    signal=True,
)
def care_partnership_hears_of_the_intake(case: ActivationFacts) -> Due | None:
    """After the referral the work case manager tells the care partnership that there is an intake.

    The handbook gives no figure; the signal of three working days is a proposal, and ends with the first meeting.
    """
    if case.referred_on is None:
        return None
    by = since("referred", case.referred_on).plus(working_days(3))
    return Due(by, done=case.intake_notified_on, lapses=case.first_meeting_on)


@BOOK.gate("AT-052", CARE_HANDBOOK.at("3.1.2"), refuses=e.IntakeNotified)
def intake_is_told_once(case: ActivationFacts, event: e.IntakeNotified) -> Verdict:
    """The care partnership is told about an intake once."""
    return case.intake_notified_on is None


@BOOK.deadline("AT-059", CARE_HANDBOOK.at("3.1.3"), what="first_meeting", owner=Role.WORK_CASE_MANAGER)
def first_meeting(case: ActivationFacts) -> Due | None:
    """The first meeting takes place within 28 calendar days after the referral.

    The handbook also words the start as the creation of the service; both are the same day here.
    """
    if case.referred_on is None:
        return None
    return Due(since("referred", case.referred_on).plus(FIRST_MEETING_PERIOD), done=case.first_meeting_on)


@BOOK.gate("AT-060", CARE_HANDBOOK.at("3.1.3"), refuses=e.FirstMeeting, prerequisite=True)
def first_meeting_happens_once(case: ActivationFacts, event: e.FirstMeeting) -> Verdict:
    """The first appointment that the client attends makes the trajectory accepted; there is only one."""
    return case.first_meeting_on is None


NEEDS_FIRST_MEETING = (
    e.ThreeWayMeeting,
    e.StartConfirmed,
    e.StartRefused,
    e.MediationRequested,
    e.DelayNoted,
    e.PlanSigned,
    e.PlanUploaded,
    e.PlanApproved,
    e.PlanReturned,
    e.MediationStarted,
    e.ActionStarted,
    e.EvaluationHeld,
    e.IcfCompleted,
    e.MediationAdviceRegistered,
    e.CoordinatorWarned,
    e.StopRequested,
)


@BOOK.gate("AT-074", CARE_HANDBOOK.at("3.1.3; 3.1.4"), refuses=NEEDS_FIRST_MEETING, prerequisite=True)
def first_meeting_was_attended(case: ActivationFacts, event: Event) -> Verdict:
    """A trajectory is accepted only when the client attended the first appointment; after an absence a new one is planned."""
    return case.first_meeting_on is not None


@BOOK.deadline("AT-061", CARE_HANDBOOK.at("3.1.3"), what="three_way_meeting", owner=Role.WORK_CASE_MANAGER, signal=True)
def three_way_meeting(case: ActivationFacts) -> Due | None:
    """After a first meeting without the care case manager a meeting of all three follows as soon as possible.

    No figure is given; the plan has to follow within six weeks, so that is the day by which it makes sense. A history that
    does not tell who attended gives no signal.
    """
    if case.first_meeting_on is None or Role.CARE_CASE_MANAGER in (case.first_meeting_with or {Role.CARE_CASE_MANAGER}):
        return None
    by = since("first_meeting", case.first_meeting_on).plus(PLAN_PERIOD)
    return Due(by, done=case.three_way_meeting_on, lapses=case.plans[0].signed_on if case.plans else None)


@BOOK.deadline("AT-068", CARE_HANDBOOK.at("3.1.3"), what="start_confirmation", owner=Role.CASE_MANAGEMENT_TEAM)
def start_confirmation(case: ActivationFacts) -> Due | None:
    """A client who attended but did not confirm the start is encouraged for at most 15 more calendar days."""
    if case.first_meeting_on is None:
        return None
    return Due(since("first_meeting", case.first_meeting_on).plus(REFUSAL_PERIOD), done=case.confirmed_on)


@BOOK.gate("AT-067", CARE_HANDBOOK.at("3.1.3"), refuses=(e.StartConfirmed, e.StartRefused))
def start_is_confirmed_once(case: ActivationFacts, event: Event) -> Verdict:
    """The client's agreement is laid down once, in the first agreements bundle; after it there is nothing left to refuse."""
    return case.confirmed_on is None


def refusal_lasts_from(case: ActivationFacts) -> Reckoning | None:
    """The first day on which a start that was not confirmed counts as a lasting refusal."""
    if case.first_meeting_on is None:
        return None
    return since("first_meeting", case.first_meeting_on).plus(REFUSAL_PERIOD).plus(calendar_days(1))


@BOOK.deadline("AT-070", CARE_HANDBOOK.at("3.1.3"), what="mediation_request", owner=Role.WORK_CASE_MANAGER, signal=True)
def mediation_request(case: ActivationFacts) -> Due | None:
    """When the client keeps refusing, the work case manager asks the trusted advisor and the project follower to mediate."""
    by = refusal_lasts_from(case)
    return Due(by, done=case.mediation_requested_on, opens=by.on, lapses=case.confirmed_on) if by else None


@BOOK.gate("AT-070", CARE_HANDBOOK.at("3.1.3"), refuses=e.MediationRequested)
def mediation_is_asked_of_both(case: ActivationFacts, event: e.MediationRequested) -> Verdict:
    """The note that asks for mediation is shared with the trusted advisor and with the project follower."""
    missing = {Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER} - set(event.shared_with)
    return Shortfall(missing=tuple(sorted(missing))) if missing else True


@BOOK.gate("AT-068", CARE_HANDBOOK.at("3.1.3"), refuses=e.MediationRequested)
def encouragement_comes_first(case: ActivationFacts, event: e.MediationRequested) -> Verdict:
    """Mediation is asked only when the start is still not confirmed after the 15 days of encouragement."""
    return _refusal_lasts(case, event)


@BOOK.gate("AT-071", CARE_HANDBOOK.at("3.1.3"), refuses=e.StopDecided)
def removal_for_refusal(case: ActivationFacts, event: e.StopDecided) -> Verdict:
    """A client is removed for refusing the start only after attending without confirming for more than 15 calendar days."""
    return event.manner is not StopManner.REFUSAL or _refusal_lasts(case, event)


def _refusal_lasts(case: ActivationFacts, event: Event) -> Verdict:
    lasting = refusal_lasts_from(case)
    if lasting is None or case.confirmed_on is not None:
        return False
    return True if event.on >= lasting.on else Shortfall(possible_from=lasting.on)


def plan_reckoning(case: ActivationFacts) -> Reckoning | None:
    """The six weeks for the plan under the reading that the region chose."""
    return _plan_reading(case, case.settings.plan_due_from)


def _plan_reading(case: ActivationFacts, reading: PlanDueFrom) -> Reckoning | None:
    fact = "referred" if reading is PlanDueFrom.REFERRAL else "first_meeting"
    day = case.referred_on if reading is PlanDueFrom.REFERRAL else case.first_meeting_on
    return since(fact, day).plus(PLAN_PERIOD) if day else None


@BOOK.deadline("AT-085", CARE_HANDBOOK.at("3.2; 3.2.3; 3.6.3"), what="plan_upload", owner=Role.CASE_MANAGEMENT_TEAM)
def plan_upload(case: ActivationFacts) -> Due | None:
    """The trajectory plan is uploaded in the confidential file within six weeks after the first meeting.

    The handbook counts from the first conversation (3.1.3, 3.2), a regional checklist from the referral (3.6.3). The first is
    built because it is stated most often; a region may choose the other.
    """
    by = plan_reckoning(case)
    if by is None:
        return None
    other = PlanDueFrom.FIRST_MEETING if case.settings.plan_due_from is PlanDueFrom.REFERRAL else PlanDueFrom.REFERRAL
    return Due(by, done=case.plan_uploaded_on, other_reading=_plan_reading(case, other))


@BOOK.deadline("AT-087", CARE_HANDBOOK.at("3.2"), what="delay_note", owner=Role.CASE_MANAGEMENT_TEAM, signal=True)
def delay_note(case: ActivationFacts) -> Due | None:
    """When the plan is late, a note tells why and what is done to start as soon as possible."""
    term = plan_reckoning(case)
    if term is None or (case.plan_uploaded_on is not None and case.plan_uploaded_on <= term.on):
        return None
    by = term.plus(calendar_days(1))
    return Due(by, done=case.delay_noted_on, opens=by.on, lapses=case.started_on)


@BOOK.gate("AT-087", CARE_HANDBOOK.at("3.2"), refuses=e.DelayNoted)
def delay_note_is_complete(case: ActivationFacts, event: e.DelayNoted) -> Verdict:
    """The note about a late plan gives the reason of the delay as well as the steps that are taken to start."""
    told = {"reason_given": event.reason_given, "next_steps_given": event.next_steps_given}
    missing = tuple(part for part, given in told.items() if not given)
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("AT-085", CARE_HANDBOOK.at("3.2"), refuses=e.DelayNoted)
def plan_is_late(case: ActivationFacts, event: e.DelayNoted) -> Verdict:
    """A delay is explained when the six weeks for the plan have passed."""
    term = plan_reckoning(case)
    if term is None or (case.plan_uploaded_on is not None and case.plan_uploaded_on <= term.on):
        return False
    return True if event.on > term.on else Shortfall(possible_from=term.on + ONE_DAY)


@BOOK.gate("AT-061", CARE_HANDBOOK.at("3.1.3"), refuses=e.ThreeWayMeeting, force=Force.SHOULD)
def three_way_meeting_is_still_to_come(case: ActivationFacts, event: e.ThreeWayMeeting) -> Verdict:
    """The meeting of all three makes up for a first meeting without the care case manager, once."""
    return case.three_way_meeting_on is None and Role.CARE_CASE_MANAGER not in case.first_meeting_with
