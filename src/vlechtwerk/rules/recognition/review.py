"""What the department does with an application: the admissibility, the e-mail about it, the examination and the advice."""

from datetime import date

from vlechtwerk.rules.calendar import Reckoning, calendar_days, since, working_day_before, working_days
from vlechtwerk.rules.kernel import Due, Event, Findings, Points, Shortfall, Verdict
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.application import ALL_BUT_STARTED
from vlechtwerk.rules.recognition.book import AFTER_SUBMISSION, BOOK, CONDITIONS
from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.terms import Condition, Exemption, conditions_of
from vlechtwerk.rules.roles import Role

ADMISSIBILITY_TERM = calendar_days(7)
EXAMINATION_TERM = calendar_days(45)
AFTER_REFUSAL = (e.AdmissibilityEmailSent,)
NEEDS_JUDGEMENT = tuple(
    kind
    for kind in ALL_BUT_STARTED
    if kind not in (e.ApplicationSubmitted, e.ApplicationCancelled, e.ApplicationUndersigned, e.AdmissibilityJudged)
)
CONDITION_TEXTS: Points = {
    Condition.QUALITY_MODEL: "the organisation is registered in the quality model of the department",
    Condition.EXPERIENCE: "the organisation has demonstrable experience in guiding workers with a work limitation",
    Condition.GUIDES: "the organisation has qualified guides",
    Condition.AREA_AND_CAPACITY: "the working area fits the guidance capacity",
    Condition.INTERVISION: "the organisation commits itself to take an active part in intervision",
}


@BOOK.checklist("IM-084", AFTER_SUBMISSION, concerns="admissibility")
def admissibility_points() -> Points:
    """An application is admissible when it is filled in completely and correctly."""
    return {"complete": "everything that is asked is filled in", "correct": "what is filled in is correct"}


@BOOK.gate("IM-084", AFTER_SUBMISSION, refuses=e.AdmissibilityJudged, prerequisite=True)
def judged_once(case: RecognitionFacts, event: e.AdmissibilityJudged) -> Verdict:
    """The admissibility of an application is judged once."""
    return case.judged_on is None


@BOOK.gate("IM-084", AFTER_SUBMISSION, refuses=e.AdmissibilityJudged)
def inadmissible_names_a_defect(case: RecognitionFacts, event: e.AdmissibilityJudged) -> Verdict:
    """An application is inadmissible only for at least one named defect, and admissible only without any."""
    return event.admissible is not bool(event.defects)


@BOOK.gate("IM-084", AFTER_SUBMISSION, refuses=NEEDS_JUDGEMENT, prerequisite=True)
def admissibility_comes_first(case: RecognitionFacts, event: Event) -> Verdict:
    """After the submission the admissibility is judged first."""
    return case.judged_on is not None


@BOOK.gate(
    "IM-084",
    AFTER_SUBMISSION,
    refuses=tuple(kind for kind in ALL_BUT_STARTED if kind not in AFTER_REFUSAL),
    prerequisite=True,
)
def inadmissible_is_final(case: RecognitionFacts, event: Event) -> Verdict:
    """An inadmissible application is over once the applicant got the e-mail; a new version is a new application.

    What an applicant may do then is not told. The procedure stays open, so a copy may be submitted at once, as a new case.
    """
    return case.judged_on is None or case.admissible


@BOOK.deadline("IM-085", AFTER_SUBMISSION, what="admissibility_judgement", owner=Role.REVIEWER)
def admissibility_judgement(case: RecognitionFacts) -> Due | None:
    """The admissibility is judged within seven calendar days after the submission.

    What starts the seven days is not told; it is the submission, also without undersigning. Nobody becomes admissible by
    the passing of time.
    """
    by = _judgement_by(case)
    return Due(by, done=case.judged_on) if by else None


def judgement_term(case: RecognitionFacts) -> date | None:
    """The last day for the judgement of the admissibility."""
    by = _judgement_by(case)
    return by.on if by else None


@BOOK.deadline("IM-085", AFTER_SUBMISSION, what="admissibility_target", owner=Role.REVIEWER, signal=True)
def admissibility_target(case: RecognitionFacts) -> Due | None:
    """Seven days that end on a day without work do not move; the reviewer then aims at the working day before."""
    by = _judgement_by(case)
    target = _working_day_target(by) if by else None
    return Due(target, done=case.judged_on) if target else None


def _judgement_by(case: RecognitionFacts) -> Reckoning | None:
    return since("application_submitted", case.application.on).plus(ADMISSIBILITY_TERM) if case.application else None


def _working_day_target(by: Reckoning) -> Reckoning | None:
    """The last working day inside a term, None when the term itself ends on a working day."""
    target = working_day_before(by.on)
    return None if target == by.on else by.moved("working_day_before", target)


@BOOK.deadline("IM-086", AFTER_SUBMISSION, what="admissibility_email", owner=Role.REVIEWER, signal=True, outlives=True)
def admissibility_email(case: RecognitionFacts) -> Due | None:
    """After the judgement the applicant gets an e-mail about the admissibility, whatever the result.

    No figure is given; the next working day is a proposal and only a signal, so that a failed delivery is noticed.
    """
    if case.judged_on is None:
        return None
    return Due(since("admissibility_judged", case.judged_on).plus(working_days(1)), done=case.email_sent_on)


@BOOK.gate("IM-086", AFTER_SUBMISSION, refuses=e.AdmissibilityEmailSent)
def email_is_sent_once(case: RecognitionFacts, event: e.AdmissibilityEmailSent) -> Verdict:
    """One e-mail about the admissibility is sent; the day on which it really left counts."""
    return case.email_sent_on is None


@BOOK.gate("IM-088", AFTER_SUBMISSION, refuses=e.ExaminationOpened)
def examination_follows_the_email(case: RecognitionFacts, event: e.ExaminationOpened) -> Verdict:
    """The examination is opened once, after the e-mail about the admissibility was sent."""
    return case.email_sent_on is not None and case.examination_on is None


@BOOK.deadline("IM-088", AFTER_SUBMISSION, what="examination", owner=Role.REVIEWER)
def examination(case: RecognitionFacts) -> Due | None:
    """The conditions are examined within 45 calendar days after the e-mail about the admissibility was sent.

    Whether the term also covers the advice is not told; it does here, and is met when the advice is finalised.
    """
    by = _examination_by(case)
    return Due(by, done=case.advice_on) if by else None


def examination_term(case: RecognitionFacts) -> date | None:
    """The last day for the examination of the conditions."""
    by = _examination_by(case)
    return by.on if by else None


@BOOK.deadline("IM-088", AFTER_SUBMISSION, what="examination_target", owner=Role.REVIEWER, signal=True)
def examination_target(case: RecognitionFacts) -> Due | None:
    """Forty-five days that end on a day without work do not move; the reviewer then aims at the working day before."""
    by = _examination_by(case)
    target = _working_day_target(by) if by else None
    return Due(target, done=case.advice_on) if target else None


def _examination_by(case: RecognitionFacts) -> Reckoning | None:
    if case.email_sent_on is None or not case.admissible:
        return None
    return since("admissibility_email_sent", case.email_sent_on).plus(EXAMINATION_TERM)


@BOOK.requirement("IM-087", CONDITIONS, concerns="examination", points=CONDITION_TEXTS)
def open_conditions(exemption: Exemption, concluded: tuple[Condition, ...]) -> Findings:
    """An admissible application is examined on five conditions, or on three in the simplified procedure."""
    return tuple(condition for condition in conditions_of(exemption) if condition not in concluded)


@BOOK.gate("IM-087", AFTER_SUBMISSION, refuses=e.AdviceFinalised, prerequisite=True)
def advice_follows_the_examination(case: RecognitionFacts, event: e.AdviceFinalised) -> Verdict:
    """The advice is finalised once, after the examination was opened."""
    return case.examination_on is not None and case.advice_on is None


@BOOK.gate("IM-089", AFTER_SUBMISSION, refuses=e.AdviceFinalised)
def every_condition_is_concluded(case: RecognitionFacts, event: e.AdviceFinalised) -> Verdict:
    """An advice is finalised when every condition of the procedure is met or not met, and none is still to be clarified."""
    missing = open_conditions(_exemption_of(case), (*event.met, *event.not_met))
    return Shortfall(missing=missing) if missing else True


@BOOK.gate("IM-087", AFTER_SUBMISSION, refuses=e.AdviceFinalised)
def conclusions_are_clear(case: RecognitionFacts, event: e.AdviceFinalised) -> Verdict:
    """Each conclusion is motivated, and no condition is both met and not met."""
    return event.motivated and not set(event.met) & set(event.not_met)


@BOOK.gate("IM-039", CONDITIONS, refuses=e.AdviceFinalised)
def positive_advice_needs_every_condition(case: RecognitionFacts, event: e.AdviceFinalised) -> Verdict:
    """A recognition is advised only when every condition is met, the registration in the quality model among them."""
    unmet = tuple(item for item in conditions_of(_exemption_of(case)) if item in event.not_met)
    return Shortfall(missing=unmet) if event.positive and unmet else True


def _exemption_of(case: RecognitionFacts) -> Exemption:
    """The answer of part 1; the gate on the submission lets nothing come here without one."""
    return case.application.exemption if case.application else Exemption.NONE
