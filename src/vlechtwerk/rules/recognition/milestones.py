"""The dates of an application on which something changes by itself, and the status that follows from them."""

from datetime import date

from vlechtwerk.rules.assessment import Status
from vlechtwerk.rules.calendar import (
    ONE_DAY,
    Reckoning,
    calendar_days,
    next_working_day,
    since,
    years,
)
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.recognition.book import AFTER_SUBMISSION, APPLYING, BOOK
from vlechtwerk.rules.recognition.facts import Decision, RecognitionFacts

RECOGNITION_PERIOD = years(5)
OBJECTION_TERM = calendar_days(30)


@BOOK.automatic("IM-091", AFTER_SUBMISSION, what="recognition_starts")
def recognition_starts(case: RecognitionFacts) -> Reckoning | None:
    """An organisation is recognised from the start date that the communication of the positive decision mentions."""
    start = recognition_start(case)
    return since("recognition_starts", start) if start else None


@BOOK.automatic("IM-092", AFTER_SUBMISSION, what="recognition_ends")
def recognition_ends(case: RecognitionFacts) -> Reckoning | None:
    """A recognition lasts five years; its last day is the day before the same date five years later.

    A period that starts on 29 February ends on 28 February, because its fifth birthday is 1 March.
    """
    start = recognition_start(case)
    return since("recognition_starts", start).plus(RECOGNITION_PERIOD).plus(calendar_days(-1)) if start else None


@BOOK.automatic("IM-092", AFTER_SUBMISSION, what="recognition_expires")
def recognition_expires(case: RecognitionFacts) -> Reckoning | None:
    """On the day after its last day a recognition has expired by itself.

    How a recognition is renewed is not told; a new application is built, with two reminders.
    """
    start = recognition_start(case)
    return since("recognition_starts", start).plus(RECOGNITION_PERIOD) if start else None


@BOOK.automatic("IM-094", AFTER_SUBMISSION, what="objection_until", force=Force.MAY)
def objection_until(case: RecognitionFacts) -> Reckoning | None:
    """An objection is filed within thirty days after the day on which the applicant was informed of the decision.

    Whether that day itself counts and what happens at a weekend or a holiday is not told. In favour of the applicant the day
    is not counted and the end moves to the next working day; the strict date is shown beside it.
    """
    informed = _informed_on(case)
    if informed is None:
        return None
    last = since("decision_communicated", informed).plus(OBJECTION_TERM)
    return last.moved("next_working_day", next_working_day(last.on))


def objection_strictly_until(case: RecognitionFacts) -> Reckoning | None:
    """The other reading of the thirty days: the day of the information counts and the end does not move."""
    informed = _informed_on(case)
    if informed is None:
        return None
    return since("decision_communicated", informed).plus(calendar_days(OBJECTION_TERM.count - 1))


def _informed_on(case: RecognitionFacts) -> date | None:
    return case.standing.communicated_on if case.standing else None


def last_day_to_object(decision: Decision) -> date | None:
    """The last day for an objection against one decision, None while the applicant does not know it."""
    if decision.communicated_on is None:
        return None
    return next_working_day(OBJECTION_TERM.after(decision.communicated_on))


def recognition_start(case: RecognitionFacts) -> date | None:
    """The first day of the recognition under the decision that stands."""
    return case.standing.recognition_starts_on if case.standing else None


def expiry_of(decision: Decision) -> date | None:
    """The first day on which the recognition of a decision is over."""
    start = decision.recognition_starts_on
    return RECOGNITION_PERIOD.after(start) if start else None


def over_on(case: RecognitionFacts) -> date | None:
    """The day from which the case is final; None while somebody still has to decide something."""
    if case.cancelled_on is not None:
        return case.cancelled_on
    if case.judged_on is not None and not case.admissible:
        return case.judged_on
    decision = case.latest
    if decision is None or decision is not case.standing:
        return None
    return expiry_of(decision) if decision.positive else _refusal_is_final_on(decision)


def _refusal_is_final_on(decision: Decision) -> date | None:
    """A refusal is final when nobody objected in time, or when it was confirmed."""
    if decision.objection_on is not None:
        return None if decision.is_revised else decision.reconsidered_on
    last_day = last_day_to_object(decision)
    return last_day + ONE_DAY if last_day else None


def status_on(case: RecognitionFacts, day: date) -> Status:
    """The status of the application, and later of the recognition, on a day."""
    if case.standing is not None:
        return _decided_status(case, case.standing, day)
    steps = (
        ("cancelled", case.cancelled_on),
        ("advised", case.advice_on),
        ("in_examination", case.examination_on),
        ("admissible" if case.admissible else "inadmissible", case.judged_on),
        ("submitted", case.application.on if case.application else None),
        ("draft", case.started_on),
    )
    return next((Status(code, since_day) for code, since_day in steps if since_day), Status())


def _decided_status(case: RecognitionFacts, decision: Decision, day: date) -> Status:
    start, expiry = decision.recognition_starts_on, expiry_of(decision)
    if expiry is not None and day >= expiry:
        return Status("expired", expiry)
    if start is not None and day >= start:
        return Status("recognised", start)
    replaces = decision is not case.decisions[0]
    stands_from = decision.communicated_on if replaces else decision.on
    return Status("decided_positive" if decision.positive else "decided_negative", stands_from)


@BOOK.requirement(
    "IM-051",
    APPLYING,
    concerns="outsourced_guidance",
    points={"recognition": "the organisation is recognised on the day of the guidance"},
)
def provider_is_recognised(case: RecognitionFacts, day: date) -> Findings:
    """Every organisation that offers guidance on the work floor needs this recognition, whatever other recognition it has."""
    return () if status_on(case, day).code == "recognised" else ("recognition",)
