"""From the draft to the submission: when an application may start, what it needs, who undersigns, and how a draft ends."""

from datetime import date

from vlechtwerk.rules.calendar import calendar_days, since
from vlechtwerk.rules.kernel import Due, Event, Shortfall, Verdict, unmet
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.book import APPLYING, BOOK, FINAL_PAGE, PART_1, PART_2, PART_3
from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.terms import Exemption
from vlechtwerk.rules.roles import Role

OPEN_FROM = date(2022, 11, 23)
UNDERSIGNING_REMINDER = calendar_days(4)
ALL_BUT_STARTED = tuple(kind for kind in e.EVENTS.values() if kind is not e.ApplicationStarted)
ON_A_DRAFT = (e.ApplicationStarted, e.ApplicationSubmitted, e.ApplicationCancelled)
AFTER_SUBMITTING = tuple(kind for kind in e.EVENTS.values() if kind not in ON_A_DRAFT)


@BOOK.gate("IM-046", APPLYING, refuses=e.ApplicationStarted)
def procedure_is_open(case: RecognitionFacts, event: e.ApplicationStarted) -> Verdict:
    """Applications are possible from 23 November 2022, without a closing date."""
    return True if event.on >= OPEN_FROM else Shortfall(possible_from=OPEN_FROM)


@BOOK.gate("IM-038", APPLYING, refuses=e.ApplicationStarted, prerequisite=True)
def application_starts_once(case: RecognitionFacts, event: e.ApplicationStarted) -> Verdict:
    """One application is one case; a pending application is continued, and a new one is a new case.

    Whether the organisation has another application pending is looked up where the cases are kept.
    """
    return case.started_on is None


@BOOK.gate("IM-038", APPLYING, refuses=ALL_BUT_STARTED, prerequisite=True)
def application_is_started(case: RecognitionFacts, event: Event) -> Verdict:
    """An organisation that wants to offer guidance on the work floor starts an application for recognition first."""
    return case.started_on is not None


@BOOK.gate("IM-060", PART_1, refuses=ALL_BUT_STARTED, prerequisite=True)
def cancelled_draft_is_over(case: RecognitionFacts, event: Event) -> Verdict:
    """A cancelled draft is over; whoever wants to apply after all starts a new application."""
    return case.cancelled_on is None


@BOOK.gate("IM-060", PART_1, refuses=e.ApplicationCancelled)
def only_a_draft_is_cancelled(case: RecognitionFacts, event: e.ApplicationCancelled) -> Verdict:
    """An application is cancelled as long as it is a draft."""
    return case.application is None


@BOOK.gate("IM-057", PART_1, refuses=AFTER_SUBMITTING, prerequisite=True)
def application_is_submitted(case: RecognitionFacts, event: Event) -> Verdict:
    """An application counts only when it was submitted in the last step; before that no term runs and nobody judges it."""
    return case.application is not None


@BOOK.gate("IM-083", FINAL_PAGE, refuses=e.ApplicationSubmitted, prerequisite=True)
def application_is_submitted_once(case: RecognitionFacts, event: e.ApplicationSubmitted) -> Verdict:
    """An application is submitted once, and cannot be changed after that."""
    return case.application is None


@BOOK.gate("IM-058", PART_1, refuses=e.ApplicationSubmitted)
def exemption_is_answered(case: RecognitionFacts, event: e.ApplicationSubmitted) -> Verdict:
    """Part 1 asks which statutory recognition or mandate the organisation has; an answer is mandatory, "none" included."""
    return event.exemption is not None


@BOOK.gate("IM-061", PART_2, refuses=e.ApplicationSubmitted)
def part_two_is_complete(case: RecognitionFacts, event: e.ApplicationSubmitted) -> Verdict:
    """An organisation without statutory recognition or mandate shows its experience and lists at least one qualified guide.

    The source speaks of guides without a number; one is the least that makes sense.
    """
    if event.exemption is not Exemption.NONE:
        return True
    missing = unmet(experience=event.experience, guides=event.guides > 0)
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("IM-067", PART_3, refuses=e.ApplicationSubmitted)
def part_three_is_complete(case: RecognitionFacts, event: e.ApplicationSubmitted) -> Verdict:
    """Every applicant, exempted or not, fills in the working area and the plan of action."""
    missing = unmet(area=event.area, plan_of_action=event.plan_of_action)
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("IM-082", FINAL_PAGE, refuses=e.ApplicationSubmitted)
def declaration_is_given(case: RecognitionFacts, event: e.ApplicationSubmitted) -> Verdict:
    """An application is submitted only with the declaration on honour.

    The screen has one mandatory box for four statements; one box with four numbered statements is built.
    """
    return event.declared


@BOOK.deadline("IM-076", FINAL_PAGE, what="undersigning", owner=Role.ORGANISATION_RESPONSIBLE, signal=True)
def undersigning(case: RecognitionFacts) -> Due | None:
    """An application may be submitted without undersigning; the person responsible for the organisation then does it later.

    Whether a missing undersigning makes an application inadmissible is not told. It never blocks the submission; a signal on
    the fourth day leaves time before the judgement, in which the reviewer may hold it against completeness.
    """
    if case.application is None:
        return None
    by = since("application_submitted", case.application.on).plus(UNDERSIGNING_REMINDER)
    return Due(by, done=case.undersigned_on, lapses=case.judged_on)


@BOOK.gate("IM-077", FINAL_PAGE, refuses=e.ApplicationUndersigned)
def undersigned_once(case: RecognitionFacts, event: e.ApplicationUndersigned) -> Verdict:
    """An application is undersigned once, before it is decided."""
    return case.undersigned_on is None and not case.decisions
