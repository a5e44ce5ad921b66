"""What a request for an extension rests on: reason, evidence, remaining actions, and a note without health text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


class ExtensionReason(StrEnum):
    """Why the client could not carry out the actions; the last one lies with a provider and never counts."""

    ILLNESS = "illness"
    MATERNITY = "maternity"
    PSYCHIATRIC_ADMISSION = "psychiatric_admission"
    MEDICAL_CONTRA_INDICATION = "medical_contra_indication"
    CARE_BURDEN = "care_burden"
    ACCIDENT = "accident"
    OTHER_FORCE_MAJEURE = "other_force_majeure"
    PROVIDER = "provider"


SHOWN_BY_CATEGORY = frozenset({ExtensionReason.ILLNESS, ExtensionReason.MATERNITY})
SHOWN_BY_CERTIFICATE = frozenset({ExtensionReason.MEDICAL_CONTRA_INDICATION})


@dataclass(frozen=True)
class Evidence:
    """What supports a reason: the day the job-seeker category changed, a medical certificate, an explanation."""

    reason: ExtensionReason
    category_changed_on: date | None = None
    certificate: bool = False
    explanation: str = ""


@dataclass(frozen=True)
class RemainingAction:
    """An action that is still necessary for a final advice, and the period in which it can be done."""

    description: str
    period: Period


@dataclass(frozen=True)
class ExtensionCase:
    """Why an extension is needed: what the interruption prevents, the months asked as a period, what remains to be done."""

    prevents: str
    extension: Period
    actions: tuple[RemainingAction, ...]


@dataclass(frozen=True)
class ExtensionNote:
    """The shared note: who sends it to whom and when, after talking to the colleague, and what it tells.

    The reason is told in words or by a reference to the confidential file, not both.
    """

    by: Role
    to: Role
    sent_on: date
    colleague_consulted_on: date | None
    reason: str = ""
    refers_to_file: bool = False
    opens_file: bool = False
    months: int | None = None
    actions: tuple[str, ...] = ()


@BOOK.requirement(
    "AT-223",
    CARE_HANDBOOK.at("5.2.1"),
    concerns="extension",
    points={
        "category": "the changed job-seeker category in the career file",
        "certificate": "a medical certificate",
        "explanation": "an explanation",
    },
)
def reason_has_its_evidence(evidence: Evidence) -> Findings:
    """Illness and maternity leave are shown by the changed job-seeker category, a medical reason by a certificate."""
    reason = evidence.reason
    explained = reason in SHOWN_BY_CATEGORY | SHOWN_BY_CERTIFICATE or told(evidence.explanation)
    return unmet(
        category=reason not in SHOWN_BY_CATEGORY or evidence.category_changed_on is not None,
        certificate=reason not in SHOWN_BY_CERTIFICATE or evidence.certificate,
        explanation=explained,
    )


@BOOK.requirement(
    "AT-224",
    CARE_HANDBOOK.at("5.2.1"),
    concerns="extension",
    points={
        "prevents": "why the interruption prevents a final report and a motivated advice",
        "actions": "the necessary actions that remain",
        "periods": "for each action a period within the extension",
    },
)
def remaining_actions_fit_the_extension(case: ExtensionCase) -> Findings:
    """A request shows what the interruption prevents and which necessary actions fit in the months that are asked."""
    inside = all(
        case.extension.covers(action.period.first)
        and action.period.last is not None
        and case.extension.covers(action.period.last)
        for action in case.actions
    )
    named = bool(case.actions) and all(told(action.description) for action in case.actions)
    return unmet(prevents=told(case.prevents), actions=named, periods=inside)


@BOOK.requirement(
    "AT-226",
    CARE_HANDBOOK.at("5.2.1"),
    concerns="extension",
    points={"client_side": "a reason on the side of the client"},
)
def reason_lies_with_the_client(reason: ExtensionReason) -> Findings:
    """The reason for an extension lies with the client; staff shortage or absence at a provider is refused as a reason."""
    return unmet(client_side=reason is not ExtensionReason.PROVIDER)


@BOOK.requirement(
    "AT-228",
    CARE_HANDBOOK.at("5.2.2"),
    concerns="extension_note",
    points={
        "work_case_manager": "sent by the work case manager",
        "project_follower": "sent to the project follower",
        "consulted": "a talk with the care case manager beforehand",
        "reason": "the reason, or a reference to the confidential file",
        "no_health_text": "no text about health beside the reference, and no access to the confidential file",
        "months": "how many months are asked",
        "actions": "the actions that are still to be done",
    },
)
def extension_is_asked_with_a_note(note: ExtensionNote) -> Findings:
    """The work case manager asks the extension with a shared note that tells reason, length and remaining actions."""
    return unmet(
        work_case_manager=note.by is Role.WORK_CASE_MANAGER,
        project_follower=note.to is Role.PROJECT_FOLLOWER,
        consulted=done_by(note.colleague_consulted_on, note.sent_on),
        reason=told(note.reason) or note.refers_to_file,
        no_health_text=not note.opens_file and not (note.refers_to_file and told(note.reason)),
        months=note.months is not None,
        actions=any(told(action) for action in note.actions),
    )
