"""Employment support rights: which there are, what a request needs, who makes it, and following the client meanwhile."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, unmet
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.calendar import Term, calendar_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role

CONTACT_INTERVAL = calendar_days(30)


class SupportRight(StrEnum):
    """The rights that team TOM can grant."""

    BTOM = "BTOM"
    COLLECTIVE = "COLLECTIVE"
    INDIVIDUAL = "INDIVIDUAL"


WORDS = {
    "BTOM": SupportRight.BTOM,
    "VOP": SupportRight.BTOM,
    "COLLECTIVE": SupportRight.COLLECTIVE,
    "INDIVIDUAL": SupportRight.INDIVIDUAL,
    "IMW": SupportRight.INDIVIDUAL,
}
"""Codes under which a right is found. The abbreviation CMW is absent: the handbook uses it for two things."""


@dataclass(frozen=True)
class PendingRequest:
    """A request for support rights: when asked, when answered, and the contacts with the client meanwhile."""

    asked_on: date
    contacts: tuple[date, ...] = ()
    answered_on: date | None = None


@BOOK.requirement(
    "AT-168",
    CARE_HANDBOOK.at("4.1.4"),
    concerns="support_rights",
    force=Force.SHOULD,
    points={"right": "one of the rights: BTOM, collective or individual customised work"},
)
def support_right_is_known(code: str) -> Findings:
    """Support rights exist as a special measure for employers, as collective and as individual customised work."""
    return unmet(right=code.strip().upper() in WORDS)


@BOOK.requirement(
    "AT-169",
    CARE_HANDBOOK.at("4.1.4"),
    concerns="support_rights",
    points={"evidence": "a certificate of the client, or a completed ICF report"},
)
def request_has_evidence(*, certificates: int, icf_completed_on: date | None) -> Findings:
    """For a possible support right the certificates are asked from the client, or the ICF report is completed."""
    return unmet(evidence=certificates > 0 or icf_completed_on is not None)


@BOOK.requirement(
    "AT-170",
    CARE_HANDBOOK.at("4.1.4; 5.4"),
    concerns="support_rights",
    points={"work_case_manager": "asked by the work case manager"},
)
def work_case_manager_asks_team_tom(by: Role) -> Findings:
    """Only the work case manager asks team TOM for support rights."""
    return unmet(work_case_manager=by is Role.WORK_CASE_MANAGER)


@BOOK.requirement(
    "AT-170",
    CARE_HANDBOOK.at("4.1.4; 5.4"),
    concerns="final_advice",
    points={"asked": "a request to team TOM before the final advice"},
)
def rights_are_asked_before_the_advice(advice: Advice, *, asked_on: date | None, advice_on: date) -> Findings:
    """Support rights are asked before the final advice is put in order; the social economy cannot do without them."""
    return unmet(asked=advice is not Advice.SEC or done_by(asked_on, advice_on))


@BOOK.requirement(
    "AT-171",
    CARE_HANDBOOK.at("4.1.4"),
    concerns="support_rights",
    points={"contact": "a contact with the client, by telephone at least"},
)
def client_is_followed_meanwhile(request: PendingRequest, on: date, *, interval: Term = CONTACT_INTERVAL) -> Findings:
    """As long as team TOM has not answered, the work case manager keeps in touch with the client, by telephone at least.

    How often is not told: thirty days is a proposal that a region may change, and only a signal.
    """
    if done_by(request.answered_on, on):
        return ()
    until_now = PendingRequest(request.asked_on, tuple(day for day in request.contacts if day <= on))
    return unmet(contact=on <= contact_is_due(until_now, interval=interval))


def contact_is_due(request: PendingRequest, *, interval: Term = CONTACT_INTERVAL) -> date:
    """The day by which there is a contact with the client again: counted from the request, or from the last contact after it."""
    return interval.after(max((request.asked_on, *request.contacts)))
