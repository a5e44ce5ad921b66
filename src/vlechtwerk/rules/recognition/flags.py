"""What is remarkable about an application on a day, beside its status, and what it is waiting for."""

from datetime import date
from typing import NamedTuple

from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.milestones import last_day_to_object
from vlechtwerk.rules.recognition.review import examination_term, judgement_term


class Waiting(NamedTuple):
    """The event an application waits for without a term, since when, and for how many calendar days on the day asked."""

    event: str
    since: date
    days: int


def flags_on(case: RecognitionFacts, day: date) -> tuple[str, ...]:
    """The flags that hold on a day, in a fixed order."""
    decision = case.latest
    last_day = last_day_to_object(decision) if decision else None
    objected = decision is not None and decision.objection_on is not None
    found = {
        "not_undersigned": case.application is not None and case.undersigned_on is None and decision is None,
        "admissibility_late": _is_late(judgement_term(case), case.judged_on, day),
        "examination_late": _is_late(examination_term(case), case.advice_on, day),
        "communication_pending": decision is not None and decision.communicated_on is None,
        "objection_possible": last_day is not None and not objected and day <= last_day,
        "objection_pending": decision is not None and objected and decision.reconsidered_on is None,
        "new_decision_pending": decision is not None and decision.is_revised,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def _is_late(due_on: date | None, done_on: date | None, day: date) -> bool:
    return due_on is not None and done_on is None and day > due_on


def waiting_on(case: RecognitionFacts, day: date) -> Waiting | None:
    """What an application waits for where the source gives no term: the decision, its communication, the reconsideration.

    No due date is computed; the elapsed days are shown.
    """
    decision = case.latest
    if decision is None:
        return _waiting("decision_recorded", case.advice_on, day)
    if decision.communicated_on is None:
        return _waiting("decision_communicated", decision.on, day)
    if decision.is_revised:
        return _waiting("decision_recorded", decision.reconsidered_on, day)
    if decision.reconsidered_on is None:
        return _waiting("reconsideration_decided", decision.objection_on, day)
    return None


def _waiting(event: str, since: date | None, day: date) -> Waiting | None:
    return Waiting(event, since, (day - since).days) if since else None
