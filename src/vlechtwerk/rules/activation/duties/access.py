"""Who gets into which part of the file, through whom, and who starts the mediation."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True, slots=True)
class FileReading:
    """Somebody wants to read the MLP file of a person; `has_the_appointment` tells whether it is planned with this reader."""

    reader: Role
    has_the_appointment: bool
    referred_on: date | None
    on: date


@BOOK.requirement(
    "AT-051",
    CARE_HANDBOOK.at("3.1.2; 3.1.4"),
    concerns="mlp_file",
    points={
        "initiated": "the service is initiated before the file is read",
        "own_appointment": "the reader is the work case manager with whom the first appointment is planned",
    },
)
def work_case_manager_reads_from_the_referral(reading: FileReading) -> Findings:
    """From the referral the work case manager with whom the appointment is planned reads the MLP file.

    The confidential file is not part of it: that asks a grant (AT-078).
    """
    return unmet(
        initiated=reading.referred_on is not None and reading.referred_on <= reading.on,
        own_appointment=reading.reader is Role.WORK_CASE_MANAGER and reading.has_the_appointment,
    )


@BOOK.requirement(
    "AT-077",
    CARE_HANDBOOK.at("3.1.4; 3.7.2"),
    concerns="ownership",
    points={
        "work_case_manager": "the owner of the file is the work case manager",
        "attended": "the participant attended the first appointment",
    },
)
def ownership_starts_at_the_first_meeting(owner: Role, first_meeting_on: date | None, on: date) -> Findings:
    """The work case manager owns the file from the first appointment that the participant attended.

    Section 3.1.4 gives ownership at the referral, section 3.7.2 at the first appointment; the later moment is built, because
    it gives the least access and is the more detailed text.
    """
    return unmet(
        work_case_manager=owner is Role.WORK_CASE_MANAGER,
        attended=first_meeting_on is not None and first_meeting_on <= on,
    )


@dataclass(frozen=True, slots=True)
class Grant:
    """Somebody gives somebody access to the confidential file; `holders` are those who have access already."""

    by: Role
    to: Role
    reason: str
    holders: frozenset[Role] = frozenset()


@BOOK.requirement(
    "AT-078",
    CARE_HANDBOOK.at("3.1.4; 3.7.2; 3.7.3; 3.5"),
    concerns="confidential_file",
    points={
        "by_work_case_manager": "access is given by the work case manager",
        "own_access": "the work case manager has access already, or takes it now",
        "reason": "the reason for the access",
    },
)
def access_is_granted_in_a_chain(grant: Grant) -> Findings:
    """The work case manager arranges the own access to the confidential file first and then grants it to the others."""
    return unmet(
        by_work_case_manager=grant.by is Role.WORK_CASE_MANAGER,
        own_access=Role.WORK_CASE_MANAGER in grant.holders | {grant.to},
        reason=grant.reason,
    )


@BOOK.requirement(
    "AT-106",
    CARE_HANDBOOK.at("3.4; 3.1.3"),
    concerns="mediation_start",
    points={"work_case_manager": "the mediation is started by the work case manager"},
)
def work_case_manager_starts_the_mediation(started_by: Role) -> Findings:
    """Only the work case manager starts the mediation."""
    return unmet(work_case_manager=started_by is Role.WORK_CASE_MANAGER)


@BOOK.requirement(
    "AT-112",
    CARE_HANDBOOK.at("3.4; 3.5"),
    concerns="trajectory_plan",
    points={"uploaded": "the signed plan is uploaded in the confidential file before the coordinator reads it"},
)
def coordinator_reads_the_uploaded_plan(uploaded_on: date | None, on: date) -> Findings:
    """The network coordinator can read the signed plan from its upload in the confidential file."""
    return unmet(uploaded=uploaded_on is not None and uploaded_on <= on)


@dataclass(frozen=True, slots=True)
class CareProviders:
    """The care providers in the plan before and after a version was signed. Providers are given by their identifier."""

    before: frozenset[str]
    after: frozenset[str]

    @property
    def to_grant(self) -> frozenset[str]:
        """The providers who need access from now on."""
        return self.after - self.before

    @property
    def to_revoke(self) -> frozenset[str]:
        """The providers whose access ends."""
        return self.before - self.after


@BOOK.requirement(
    "AT-127",
    CARE_HANDBOOK.at("3.5"),
    concerns="plan_signed",
    points={
        "new_providers": "the work case manager knows every new care provider",
        "gone_providers": "the work case manager knows every care provider who is no longer involved",
    },
)
def work_case_manager_knows_the_care_providers(providers: CareProviders, told: frozenset[str]) -> Findings:
    """The work case manager is told who the care providers are, at the first plan and at every change of it.

    `told` are the providers of whom the work case manager was told that they come or go.
    """
    return unmet(new_providers=providers.to_grant <= told, gone_providers=providers.to_revoke <= told)
