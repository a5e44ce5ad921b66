"""The automatic checks on the final page of the application: the enterprise register, the quality database, the undersigning."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.kernel import Findings, Points, unmet
from vlechtwerk.rules.recognition.book import BOOK, CONDITIONS, FINAL_PAGE
from vlechtwerk.rules.recognition.facts import RecognitionFacts

NOT_CHECKED = "the source answered, so that there is a result"


class CheckStatus(StrEnum):
    """The result of a check. A source that cannot be reached never counts as met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What the enterprise register (KBO) says about the applicant."""

    active: bool
    normal_legal_situation: bool


@dataclass(frozen=True, slots=True)
class QualityRegistration:
    """A registration in the quality model; first and last day are part of it, without last day it goes on."""

    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the registration is valid on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The source of a check did not answer."""


UNREACHABLE = Unreachable()


@BOOK.checklist("IM-073", FINAL_PAGE, concerns="final_page")
def what_each_check_shows() -> Points:
    """The final page shows of each check the condition, the source and whether it is met, with details on request."""
    return {
        "condition": "what the condition is",
        "source": "where the answer comes from",
        "status": "whether it is met",
        "details": "details that can be shown and hidden",
    }


@BOOK.requirement(
    "IM-074",
    FINAL_PAGE,
    concerns="automatic_checks",
    points={
        "answer": NOT_CHECKED,
        "active": "the organisation is active in the enterprise register",
        "legal_situation": "the legal situation of the organisation is normal",
    },
)
def enterprise_register(answer: RegisterEntry | Unreachable) -> Findings:
    """The legal situation and the status of the applicant are checked in the enterprise register.

    What a bad result does is not told: it warns, and the reviewer decides, because registers can lag behind.
    """
    if isinstance(answer, Unreachable):
        return ("answer",)
    return unmet(active=answer.active, legal_situation=answer.normal_legal_situation)


@BOOK.requirement(
    "IM-075",
    FINAL_PAGE,
    concerns="automatic_checks",
    points={
        "answer": NOT_CHECKED,
        "registration": "the minimum quality conditions are recognised on the day of the submission",
    },
)
def quality_database(answer: QualityRegistration | Unreachable | None, submitted_on: date) -> Findings:
    """The recognition of the minimum quality conditions is checked on the day of the submission."""
    if isinstance(answer, Unreachable):
        return ("answer",)
    return () if answer is not None and answer.holds_on(submitted_on) else ("registration",)


@BOOK.requirement(
    "IM-039",
    CONDITIONS,
    concerns="examination",
    points={"registration": "proof of registration in the quality model"},
)
def quality_model_condition(check: CheckStatus) -> Findings:
    """Every application holds proof of registration in the quality model; as long as the check is not met it stays open."""
    return () if check is CheckStatus.MET else ("registration",)


@BOOK.requirement(
    "IM-076",
    FINAL_PAGE,
    concerns="automatic_checks",
    points={"undersigned": "the person responsible for the organisation undersigned"},
)
def undersigning_check(case: RecognitionFacts) -> Findings:
    """The check on the undersigning is not met before the submission, and is met as soon as the right person undersigned."""
    return () if case.undersigned_on is not None else ("undersigned",)


def status_of(findings: Findings) -> CheckStatus:
    """The result that a check shows for its findings."""
    if "answer" in findings:
        return CheckStatus.NOT_CHECKED
    return CheckStatus.NOT_MET if findings else CheckStatus.MET
