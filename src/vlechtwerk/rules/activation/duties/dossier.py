"""The client's career file at VDAB: up to date, traceable, and other databases only with the client's knowledge."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Points
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True)
class ActionResult:
    """An action of the plan: the day on which it is evaluated and the day on which its result was registered."""

    evaluate_on: date
    result_on: date | None = None


@dataclass(frozen=True)
class DatabaseApproval:
    """VDAB's approval that an organisation keeps personal data in its own database: reference, day and what it covers."""

    reference: str
    given_on: date
    scope: str


@dataclass(frozen=True)
class Correction:
    """A value that was put right: by whom, what stood there before, when that was entered and when it was corrected."""

    author: str
    earlier_value: str | None
    entered_on: date | None
    corrected_on: date


@dataclass(frozen=True)
class DiscussionRequest:
    """The client asked to go through the confidential file: when, when the talk took place and who closes the request."""

    asked_on: date
    talk_on: date | None
    closed_by: Role


class FileContent(StrEnum):
    """What a piece of the career file is about."""

    FUNCTIONING = "functioning"
    CONTEXT = "context"
    ICF = "icf"
    CONTACTS = "contacts"
    PLAN = "plan"
    ADMINISTRATIVE = "administrative"


MAY_GET_ACCESS = frozenset(
    {Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.CARE_PROVIDER, Role.WORK_PROVIDER, Role.WORK_CASE_MANAGER}
)
"""Who can get access to the confidential file; the work case manager arranges the own access too."""


@BOOK.requirement(
    "AT-130",
    CARE_HANDBOOK.at("3.7; 3.7.1"),
    concerns="dossier",
    points={"results": "a result for every action whose evaluation date has passed"},
)
def dossier_is_up_to_date(actions: Sequence[ActionResult], on: date) -> Findings:
    """The career file is kept up to date during the whole trajectory, with every action the client needs."""
    return unmet(results=all(on <= action.evaluate_on or done_by(action.result_on, on) for action in actions))


@BOOK.requirement(
    "AT-131",
    CARE_HANDBOOK.at("3.7.1"),
    concerns="dossier",
    points={
        "reference": "the reference of the client's file at VDAB",
        "unique": "a reference that no other person has",
    },
)
def file_is_referred_to(reference: str, taken: Collection[str]) -> Findings:
    """Each client has one career file at VDAB; it is no instrument to follow projects, so it is referred to and not copied."""
    return unmet(reference=told(reference), unique=reference not in taken)


@BOOK.checklist("AT-132", CARE_HANDBOOK.at("3.7.1"), concerns="reconstruction_report")
def reconstruction() -> Points:
    """The file lets VDAB reconstruct the guidance, with its deadlines and the follow-up of its actions."""
    return {
        "status_changes": "every change of status with its date",
        "due_dates": "every deadline with the real date and the days early or late",
        "plan_versions": "every version of the plan",
        "evaluations": "every evaluation",
        "action_results": "the result of every action",
        "order": "everything in the order of the dates",
    }


@BOOK.requirement(
    "AT-133",
    CARE_HANDBOOK.at("3.7.1"),
    concerns="dossier",
    points={"read": "a confirmation that the present guidelines were read"},
)
def guidelines_were_read(read: Mapping[str, date], *, version: str, on: date) -> Findings:
    """Whoever uses the career files follows the guidelines of VDAB for access and use.

    `read` tells for each version of the guidelines on which day the user confirmed reading it.
    """
    return unmet(read=done_by(read.get(version), on))


@BOOK.requirement(
    "AT-134",
    CARE_HANDBOOK.at("3.7.1"),
    concerns="own_database",
    points={"informed": "the day on which the client was told about the registration"},
)
def client_knows_of_the_registration(informed_on: date | None, *, recorded_on: date) -> Findings:
    """Whoever keeps personal data of the client outside the career file tells the client so beforehand."""
    return unmet(informed=done_by(informed_on, recorded_on))


@BOOK.requirement(
    "AT-135",
    CARE_HANDBOOK.at("3.7.1"),
    concerns="own_database",
    points={
        "approval": "an approval by VDAB, given beforehand",
        "reference": "the reference of the approval",
        "scope": "what the approval covers",
    },
)
def vdab_approved_the_database(approval: DatabaseApproval | None, *, recorded_on: date) -> Findings:
    """VDAB approves beforehand that personal data of an assignment are kept in a database of one's own."""
    if approval is None:
        return ("approval", "reference", "scope")
    return unmet(
        approval=approval.given_on <= recorded_on, reference=told(approval.reference), scope=told(approval.scope)
    )


@BOOK.requirement(
    "AT-136",
    CARE_HANDBOOK.at("3.7.1"),
    concerns="dossier",
    points={
        "author": "who made the correction",
        "earlier_value": "what stood there before",
        "dates": "the date of the entry and of the correction",
    },
)
def correction_is_traceable(correction: Correction) -> Findings:
    """Whoever enters data answers for their accuracy; a correction leaves the earlier value traceable."""
    return unmet(
        author=told(correction.author),
        earlier_value=correction.earlier_value is not None,
        dates=done_by(correction.entered_on, correction.corrected_on),
    )


@BOOK.requirement(
    "AT-137",
    CARE_HANDBOOK.at("3.7.2"),
    concerns="dossier",
    points={"confidential": "a place in the confidential file"},
)
def sensitive_content_is_confidential(content: FileContent, *, confidential: bool) -> Findings:
    """What tells about health, limitations, context and functioning at work stands in the secured confidential file."""
    return unmet(confidential=confidential or content is FileContent.ADMINISTRATIVE)


@BOOK.requirement(
    "AT-138",
    CARE_HANDBOOK.at("3.7.2; 3.7.3"),
    concerns="access",
    points={
        "by": "given by the work case manager",
        "to": "given to somebody who is involved in the trajectory",
    },
)
def access_is_given_by_the_work_case_manager(by: Role, to: Role) -> Findings:
    """The work case manager gives the care case manager, the coordinator and the providers access to the confidential file."""
    return unmet(by=by is Role.WORK_CASE_MANAGER, to=to in MAY_GET_ACCESS)


@BOOK.requirement(
    "AT-138",
    CARE_HANDBOOK.at("3.7.3"),
    concerns="access",
    points={
        "talk": "the date of the talk with the client",
        "work_case_manager": "closed by the work case manager",
    },
)
def file_is_discussed_on_request(request: DiscussionRequest) -> Findings:
    """The work case manager goes through the confidential file with the client when the client asks for it."""
    return unmet(
        talk=request.talk_on is not None and request.talk_on >= request.asked_on,
        work_case_manager=request.closed_by is Role.WORK_CASE_MANAGER,
    )
