"""The decision on a recognition, its communication to the applicant, and the renewal of a recognition."""

from vlechtwerk.rules.calendar import ONE_DAY, Reckoning, calendar_days, months, months_after
from vlechtwerk.rules.kernel import Due, Event, Shortfall, Verdict
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.book import AFTER_SUBMISSION, BOOK
from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.milestones import RECOGNITION_PERIOD, recognition_expires, recognition_start
from vlechtwerk.rules.recognition.review import NEEDS_JUDGEMENT
from vlechtwerk.rules.roles import Role

FIRST_REMINDER_MONTHS = 12
SECOND_REMINDER_MONTHS = 6
AFTER_ADVICE = tuple(
    kind for kind in NEEDS_JUDGEMENT if kind not in (e.AdmissibilityEmailSent, e.ExaminationOpened, e.AdviceFinalised)
)


@BOOK.gate("IM-089", AFTER_SUBMISSION, refuses=AFTER_ADVICE, prerequisite=True)
def advice_comes_first(case: RecognitionFacts, event: Event) -> Verdict:
    """A decision is recorded after the advice to the minister was finalised."""
    return case.advice_on is not None


@BOOK.gate("IM-090", AFTER_SUBMISSION, refuses=e.DecisionRecorded, prerequisite=True)
def application_is_decided_once(case: RecognitionFacts, event: e.DecisionRecorded) -> Verdict:
    """An application is decided once; only a decision that was revised after an objection is replaced by a new one."""
    return case.latest is None or case.latest.is_revised


@BOOK.gate("IM-090", AFTER_SUBMISSION, refuses=e.DecisionRecorded)
def decision_document_is_there(case: RecognitionFacts, event: e.DecisionRecorded) -> Verdict:
    """The reviewer records a decision only with the decision document."""
    return event.document


@BOOK.gate("IM-090", AFTER_SUBMISSION, refuses=e.DecisionRecorded)
def decision_is_motivated(case: RecognitionFacts, event: e.DecisionRecorded) -> Verdict:
    """A negative decision is motivated, and so is a decision that departs from the advice."""
    return event.motivated or (event.positive and case.advice_positive)


@BOOK.gate("IM-091", AFTER_SUBMISSION, refuses=e.DecisionCommunicated, prerequisite=True)
def decision_waits_for_its_communication(case: RecognitionFacts, event: e.DecisionCommunicated) -> Verdict:
    """Each decision that was recorded is communicated to the applicant once."""
    return case.latest is not None and case.latest.communicated_on is None


@BOOK.gate("IM-091", AFTER_SUBMISSION, refuses=e.DecisionCommunicated)
def positive_decision_has_a_start_date(case: RecognitionFacts, event: e.DecisionCommunicated) -> Verdict:
    """The communication of a positive decision mentions the start date of the recognition; that of a negative one has none."""
    return case.latest is None or case.latest.positive is (event.recognition_starts_on is not None)


@BOOK.gate("IM-091", AFTER_SUBMISSION, refuses=e.DecisionCommunicated)
def recognition_starts_after_the_application(case: RecognitionFacts, event: e.DecisionCommunicated) -> Verdict:
    """A recognition does not start before its application was submitted.

    The source sets no limit to the start date; this one catches slips of the pen.
    """
    start = event.recognition_starts_on
    return start is None or case.application is None or start >= case.application.on


@BOOK.gate("IM-091", AFTER_SUBMISSION, refuses=e.DecisionCommunicated)
def refusal_tells_how_to_object(case: RecognitionFacts, event: e.DecisionCommunicated) -> Verdict:
    """The communication of a negative decision tells how the applicant can object."""
    return event.way_to_object or case.latest is None or case.latest.positive


@BOOK.deadline("IM-092", AFTER_SUBMISSION, what="renewal", owner=Role.APPLICANT_ORGANISATION, signal=True)
def renewal(case: RecognitionFacts) -> tuple[Due, ...]:
    """A recognition is renewed by a new application, in time before the last day.

    The source is silent about renewal. Two reminders are a proposal: twelve months before the day after the last day one
    appears for the six months that follow, and six months before it another for what is left.
    """
    expiry = recognition_expires(case)
    if expiry is None:
        return ()
    return (
        _reminder(case, expiry, FIRST_REMINDER_MONTHS, expiry.plus(months(-SECOND_REMINDER_MONTHS))),
        _reminder(case, expiry, SECOND_REMINDER_MONTHS, expiry.plus(calendar_days(-1))),
    )


def _reminder(case: RecognitionFacts, expiry: Reckoning, lead: int, by: Reckoning) -> Due:
    number = 1 if lead == FIRST_REMINDER_MONTHS else 2
    return Due(by, done=case.renewal_on, opens=months_after(expiry.on, -lead), number=number)


@BOOK.gate("IM-092", AFTER_SUBMISSION, refuses=e.RenewalStarted)
def a_recognition_is_renewed_in_its_last_year(case: RecognitionFacts, event: e.RenewalStarted) -> Verdict:
    """A recognition is renewed once, in its last twelve months; after its last day the organisation applies like any other.

    The source is silent; twelve months is a proposal, so that a renewal cannot be noted years too early.
    """
    start = recognition_start(case)
    if start is None or case.renewal_on is not None:
        return False
    expiry = RECOGNITION_PERIOD.after(start)
    opens = months_after(expiry, -FIRST_REMINDER_MONTHS)
    if event.on < opens:
        return Shortfall(possible_from=opens)
    return True if event.on < expiry else Shortfall(possible_until=expiry - ONE_DAY)
