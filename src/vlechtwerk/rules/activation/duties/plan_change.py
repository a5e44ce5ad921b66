"""Changing the plan: what is fundamental, what is minor, and what a new version asks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.facts import PlanVersion
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role


class Manner(StrEnum):
    """How a goal or an action of the plan changes."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal is added, removed, replaced or only worded better."""

    manner: Manner


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action is added, removed, replaced or only worded better."""

    manner: Manner


@dataclass(frozen=True, slots=True)
class InternshipChange:
    """The internship changes; `in_kind` when it becomes another sort of internship, and not another hour or place."""

    in_kind: bool


@dataclass(frozen=True, slots=True)
class ProviderChange:
    """Another provider comes in; `field` is what this provider works on and `fields` what the plan covers already."""

    field: str
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateChange:
    """An action moves to another day; `evaluated_on` is the evaluation that the signed plan gives it."""

    to: date
    evaluated_on: date


@dataclass(frozen=True, slots=True)
class CostChange:
    """The cost of the plan changes, in euro, beside the cost that was approved."""

    to: Decimal
    approved: Decimal


@dataclass(frozen=True, slots=True)
class OtherChange:
    """Something else changes that fits in the plan."""

    what: str


Change = GoalChange | ActionChange | InternshipChange | ProviderChange | DateChange | CostChange | OtherChange


def _reason(change: Change) -> str | None:
    """The code of what makes a change fundamental; None for a minor change."""
    match change:
        case GoalChange(manner) if manner is not Manner.REWORDED:
            return "goals"
        case ActionChange(manner) if manner is not Manner.REWORDED:
            return "actions"
        case InternshipChange(in_kind=True):
            return "internship"
        case ProviderChange(field, fields) if field not in fields:
            return "providers"
        case DateChange(to, evaluated_on) if to > evaluated_on:
            return "dates"
        case CostChange(to, approved) if to > approved:
            return "cost"
        case _:
            return None


FITS = {
    "goals": "the goals stay as they are",
    "actions": "the actions stay as they are",
    "internship": "the internship stays of the same kind",
    "providers": "the providers stay in the fields that the plan covers",
    "dates": "no action moves beyond its evaluation",
    "cost": "the cost stays within what was approved",
    "chosen": "the team did not choose to treat the change as fundamental",
}


@BOOK.requirement(
    "AT-097",
    CARE_HANDBOOK.at("4.1.2; 3.2.1"),
    concerns="plan_change",
    force=Force.MAY,
    points=FITS,
)
def change_fits_in_the_plan(changes: Iterable[Change], upgraded: bool = False) -> Findings:
    """A change that fits in the signed plan is minor and needs no new plan; every other change is fundamental.

    The handbook does not tell where the border lies. A changed goal or action, another kind of internship, a provider in a new
    field, a date beyond the evaluation and a cost above what was approved count as fundamental here; the team may always
    treat a change as fundamental (`upgraded`). Each answer is a reason why the change does not fit.
    """
    reasons = {_reason(change) for change in changes}
    return tuple(code for code in FITS if code in reasons or (code == "chosen" and upgraded))


@BOOK.requirement(
    "AT-097",
    CARE_HANDBOOK.at("4.1.2"),
    concerns="minor_plan_change",
    force=Force.MAY,
    points={"author": "who made the minor change", "reason": "the reason for the minor change"},
)
def minor_change_is_logged(author: Role | None, reason: str) -> Findings:
    """A minor change keeps the signatures of the plan and is noted with its author and its reason."""
    return unmet(author=author, reason=reason)


@BOOK.requirement(
    "AT-095",
    CARE_HANDBOOK.at("3.2.1; 4.1.2; 3.6.3"),
    concerns="plan_change",
    points={
        "new_version": "a new version of the plan",
        "signed": "the signatures under the new version",
        "uploaded": "the new version in the confidential file",
        "told": "the network coordinator knows of the new version",
    },
)
def fundamental_change_is_a_new_version(new_version: PlanVersion | None, told_on: date | None) -> Findings:
    """After a fundamental change a new version of the plan is drawn up, signed, uploaded and told to the coordinator.

    The duration goes on: a new version never restarts it.
    """
    if new_version is None:
        return unmet(new_version=None, signed=None, uploaded=None, told=told_on)
    return unmet(
        new_version=new_version,
        signed=new_version.signed_by,
        uploaded=new_version.uploaded_on,
        told=told_on,
    )


def version_in_force(versions: Collection[PlanVersion]) -> PlanVersion | None:
    """The version that holds: the latest one that was approved; None before the first approval.

    A version that is signed and not yet uploaded and approved leaves the one before it in force.
    """
    approved = [version for version in versions if version.approved_on]
    return max(approved, key=lambda version: version.number, default=None)


@dataclass(frozen=True, slots=True)
class PlanMail:
    """A mail about one version of the plan."""

    notice: Notice
    version: int


@BOOK.requirement(
    "AT-113",
    CARE_HANDBOOK.at("3.4; 4.1.2"),
    concerns="plan_mail",
    points={
        "every_version": "a mail about every version that was uploaded",
        "once": "not more than one mail about a version",
        "sender": "the mail about the plan goes in the name of the work case manager",
        "coordinator": "the mail about the plan goes to the network coordinator",
        "version": "the mail about the plan names its version and the number of the trajectory",
        "confidence": "the mail about the plan tells nothing about health",
    },
)
def coordinator_is_mailed(uploaded: Collection[int], mails: Collection[PlanMail]) -> Findings:
    """The work case manager mails the network coordinator about the first plan and about every changed plan.

    `uploaded` are the numbers of the versions that were uploaded; the same file again is no new version.
    """
    named = {Content.PLAN_VERSION, Content.TRAJECTORY_NUMBER}
    told = [mail.version for mail in mails]
    return unmet(
        every_version=set(uploaded) <= set(told),
        once=len(told) == len(set(told)),
        sender=all(mail.notice.sender is Role.WORK_CASE_MANAGER for mail in mails),
        coordinator=all(Role.NETWORK_COORDINATOR in mail.notice.recipients for mail in mails),
        version=all(named <= mail.notice.content for mail in mails),
        confidence=all(mail.notice.keeps_confidence for mail in mails),
    )
