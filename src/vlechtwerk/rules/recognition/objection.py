"""The objection of an applicant against a decision, and the reconsideration that follows."""

from vlechtwerk.rules.calendar import ONE_DAY
from vlechtwerk.rules.kernel import Due, Event, Force, Shortfall, Verdict
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.book import AFTER_SUBMISSION, BOOK
from vlechtwerk.rules.recognition.decision import AFTER_ADVICE
from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.milestones import last_day_to_object, objection_strictly_until, objection_until
from vlechtwerk.rules.roles import Role

AFTER_DECISION = tuple(kind for kind in AFTER_ADVICE if kind not in (e.DecisionRecorded, e.DecisionCommunicated))


@BOOK.gate("IM-095", AFTER_SUBMISSION, refuses=AFTER_DECISION, prerequisite=True)
def applicant_knows_the_decision(case: RecognitionFacts, event: Event) -> Verdict:
    """An objection is filed beside an application of which the decision was communicated."""
    return case.latest is not None and case.latest.communicated_on is not None


@BOOK.gate("IM-093", AFTER_SUBMISSION, refuses=e.ObjectionFiled, force=Force.MAY)
def objection_is_motivated(case: RecognitionFacts, event: e.ObjectionFiled) -> Verdict:
    """An applicant who does not agree may ask to reconsider the decision, and gives reasons."""
    return event.motivated


@BOOK.gate("IM-093", AFTER_SUBMISSION, refuses=e.ObjectionFiled, force=Force.MAY)
def objection_is_filed_once(case: RecognitionFacts, event: e.ObjectionFiled) -> Verdict:
    """Against one decision one objection is filed; a positive one can be objected to as well, for instance its start date."""
    return case.latest is None or case.latest.objection_on is None


@BOOK.gate("IM-094", AFTER_SUBMISSION, refuses=e.ObjectionFiled)
def objection_is_in_time(case: RecognitionFacts, event: e.ObjectionFiled) -> Verdict:
    """An objection is filed at the latest on the thirtieth day after the applicant was informed, or the next working day."""
    last_day = last_day_to_object(case.latest) if case.latest else None
    return True if last_day is None or event.on <= last_day else Shortfall(possible_until=last_day)


@BOOK.deadline(
    "IM-094",
    AFTER_SUBMISSION,
    what="objection",
    owner=Role.APPLICANT_ORGANISATION,
    signal=True,
    force=Force.MAY,
)
def objection(case: RecognitionFacts) -> Due | None:
    """An applicant who wants to object does so within thirty days after having been informed of the decision.

    It is a possibility and no duty, so it lapses after the last day. The strict count includes the day of the information and
    does not move the end; both dates are shown.
    """
    by = objection_until(case)
    if by is None or case.standing is None:
        return None
    strict = objection_strictly_until(case)
    return Due(by, done=case.standing.objection_on, lapses=by.on + ONE_DAY, other_reading=strict)


@BOOK.gate("IM-093", AFTER_SUBMISSION, refuses=e.ReconsiderationDecided)
def there_is_an_objection_to_decide(case: RecognitionFacts, event: e.ReconsiderationDecided) -> Verdict:
    """A decision is reconsidered once, after an objection against it was filed."""
    decision = case.latest
    return decision is not None and decision.objection_on is not None and decision.reconsidered_on is None
