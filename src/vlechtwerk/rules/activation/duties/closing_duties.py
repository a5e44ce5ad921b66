"""The steps of every closing, whatever its way: the ICF, the requests, and blocking access in the right order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True)
class ClosingSteps:
    """How far a closing has come: ICF categories filled in, needed requests not yet made, accesses still open."""

    icf_categories: int
    requests_to_make: int
    open_accesses: int


@BOOK.requirement(
    "AT-239",
    CARE_HANDBOOK.at("5.4"),
    concerns="closing",
    points={
        "icf": "all ICF categories filled in with the information of the providers",
        "requests": "the needed requests made",
        "access": "all access to the confidential file blocked",
    },
)
def closing_steps_are_done(steps: ClosingSteps) -> Findings:
    """Every closing, with or without a final advice, completes the ICF, makes the requests and blocks the access."""
    return unmet(
        icf=steps.icf_categories >= ALL_ICF_CATEGORIES,
        requests=steps.requests_to_make == 0,
        access=steps.open_accesses == 0,
    )


@BOOK.requirement(
    "AT-241",
    CARE_HANDBOOK.at("5.4"),
    concerns="closing",
    points={
        "care_case_manager": "access of the care case manager blocked",
        "care_provider": "access of the care providers blocked",
        "work_provider": "access of the work providers blocked",
        "network_coordinator": "access of the network coordinator blocked",
        "work_case_manager": "access of the work case manager blocked",
        "own_last": "the work case manager's own access blocked as the last one",
    },
)
def everybody_is_blocked_the_own_access_last(had_access: Collection[Role], blocked: Sequence[Role]) -> Findings:
    """The work case manager blocks the access of everybody who had it, and then the own access.

    `blocked` tells in which order the accesses were blocked.
    """

    def without_access(role: Role) -> bool:
        return role not in had_access or role in blocked

    own_last = Role.WORK_CASE_MANAGER not in blocked or blocked[-1] is Role.WORK_CASE_MANAGER
    return unmet(
        care_case_manager=without_access(Role.CARE_CASE_MANAGER),
        care_provider=without_access(Role.CARE_PROVIDER),
        work_provider=without_access(Role.WORK_PROVIDER),
        network_coordinator=without_access(Role.NETWORK_COORDINATOR),
        work_case_manager=without_access(Role.WORK_CASE_MANAGER),
        own_last=own_last,
    )


@dataclass(frozen=True)
class FinalReport:
    """A final report: the parts that are told, and whether both case managers stand behind it."""

    course: str
    carried_out: str
    results: str
    evaluation: str
    client_view: str
    joint: bool


@BOOK.requirement(
    "AT-020",
    CARE_HANDBOOK.at("2.2"),
    concerns="final_report",
    points={
        "course": "how the trajectory went",
        "carried_out": "which actions were carried out, and which not",
        "results": "the results",
        "evaluation": "how both case managers evaluate it",
        "client_view": "what the client says of it",
        "joint": "both case managers together",
    },
)
def final_report_is_complete(report: FinalReport) -> Findings:
    """The final report is complete and registered by both case managers together; else there is no full compensation.

    The handbook does not tell when a report is complete; these five parts are a proposal.
    """
    return unmet(
        course=told(report.course),
        carried_out=told(report.carried_out),
        results=told(report.results),
        evaluation=told(report.evaluation),
        client_view=told(report.client_view),
        joint=report.joint,
    )
