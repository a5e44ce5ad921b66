"""Who writes what in the confidential file."""

from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role


class FilePart(StrEnum):
    """A part of the confidential file that people write in."""

    CONTACTS = "contacts"
    DOCUMENTS = "documents"
    ICF = "icf"


class DocumentKind(StrEnum):
    """What an uploaded document is."""

    PLAN = "plan"
    CONSULTATION_PREPARATION = "consultation_preparation"
    EVALUATION_REPORT = "evaluation_report"
    DIAGNOSTIC_REPORT = "diagnostic_report"
    OTHER = "other"


@BOOK.requirement(
    "AT-139",
    CARE_HANDBOOK.at("3.7.3"),
    concerns="writing",
    points={
        "access": "access to the confidential file",
        "part": "a part of the file in which this role writes",
    },
)
def role_writes_in_its_parts(role: Role, part: FilePart, *, has_access: bool) -> Findings:
    """Both case managers write in the contacts, the documents and the ICF; providers write in the contacts and the documents."""
    writes = role in CASE_MANAGERS or (role in PROVIDERS and part is not FilePart.ICF)
    return unmet(access=has_access, part=writes)


@BOOK.requirement(
    "AT-140",
    CARE_HANDBOOK.at("3.7.3"),
    concerns="writing",
    points={"purpose": "a report for the consultation or evaluation, or a request of the work case manager"},
)
def work_provider_uploads(kind: DocumentKind, *, requested_by: Role | None = None) -> Findings:
    """A work provider uploads what prepares the consultation, an evaluation report, and what the work case manager asks for."""
    own = kind in (DocumentKind.CONSULTATION_PREPARATION, DocumentKind.EVALUATION_REPORT)
    return unmet(purpose=own or requested_by is Role.WORK_CASE_MANAGER)


@BOOK.requirement(
    "AT-141",
    CARE_HANDBOOK.at("3.7.3"),
    concerns="writing",
    points={"purpose": "an evaluation report, a running request for support rights, or a request of a case manager"},
)
def care_provider_uploads(
    kind: DocumentKind, *, requested_by: Role | None = None, support_right_asked: bool = False
) -> Findings:
    """A care provider uploads an evaluation report, a diagnostic report for support rights, and what a case manager asks for."""
    own = kind is DocumentKind.EVALUATION_REPORT or (kind is DocumentKind.DIAGNOSTIC_REPORT and support_right_asked)
    return unmet(purpose=own or requested_by in CASE_MANAGERS)


@BOOK.requirement(
    "AT-141",
    CARE_HANDBOOK.at("3.7.3; 6.2"),
    concerns="writing",
    points={"reader": "a case manager of the trajectory, or the care provider who wrote it"},
)
def diagnostic_report_is_for_the_case_managers(reader: Role, *, author: bool = False) -> Findings:
    """A diagnostic report serves the request for support rights, so only the two case managers read it.

    The handbook names the purpose and not the readers; these two are the ones who use it for that purpose.
    """
    return unmet(reader=author or reader in CASE_MANAGERS)
