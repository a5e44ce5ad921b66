"""The money of the providers: budget, decisions on payment, instalments after a stop, recovery after a removal.

All amounts come in as decimals in euro; the handbook names none, so none is built in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class TrajectoryBudget:
    """What the coordinator committed for one trajectory and what of it was paid, in euro."""

    committed: Decimal
    paid: Decimal


class ProjectBudget(NamedTuple):
    """What is left of a project: not yet committed, and committed but not yet paid, in euro."""

    free: Decimal
    unpaid: Decimal


@dataclass(frozen=True)
class PaymentDecision:
    """A decision to pay a provider for an action: by whom, and the plan version (None when unplanned) that holds it."""

    by: Role
    plan_version: int | None


@dataclass(frozen=True)
class Instalment:
    """One part of the compensation of the provider network, in euro, and whether it was paid."""

    amount: Decimal
    paid: bool


class StopSettlement(NamedTuple):
    """After an early stop: what stays paid and what can no longer be claimed and returns to the budget, in euro."""

    kept: Decimal
    not_claimable: Decimal


class Removal(NamedTuple):
    """After a removal: the places of the contingent that are in use, and the line of recovery in euro (zero or negative)."""

    used_places: int
    recovery: Decimal


INTERNSHIP_REVIEWERS = frozenset({Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER})


@dataclass(frozen=True)
class InternshipReview:
    """The judgement whether the lack of an internship was shown well enough; `sufficient` is None while not judged."""

    sufficient: bool | None
    reason: str
    by: Role


@BOOK.amount("AT-173", CARE_HANDBOOK.at("4.2"), what="project_budget")
def project_budget(project: Decimal, trajectories: Sequence[TrajectoryBudget]) -> ProjectBudget:
    """The network coordinator manages the budget of each trajectory and of the whole project."""
    committed = sum((one.committed for one in trajectories), ZERO)
    paid = sum((one.paid for one in trajectories), ZERO)
    return ProjectBudget(free=project - committed, unpaid=committed - paid)


@BOOK.requirement(
    "AT-174",
    CARE_HANDBOOK.at("4.2"),
    concerns="payment",
    points={
        "network_coordinator": "decided by the network coordinator",
        "planned": "an action that stands in a version of the plan",
    },
)
def coordinator_decides_on_payment(decision: PaymentDecision) -> Findings:
    """The network coordinator decides on spending and payment on the basis of the plan, and watches how it is used."""
    return unmet(network_coordinator=decision.by is Role.NETWORK_COORDINATOR, planned=decision.plan_version is not None)


@BOOK.checklist("AT-175", CARE_HANDBOOK.at("4.2"), concerns="commissioner_statement")
def commissioner_statement() -> Points:
    """The network coordinator is VDAB's contact for the payments and for the follow-up of the assignment."""
    return {
        "coordinator_fee": "the fee of the coordinator, apart",
        "services": "the payment of the services, apart",
        "follow_up": "the follow-up of the assignment",
        "contact": "the name of the coordinator as contact",
    }


@BOOK.requirement(
    "AT-195",
    CARE_HANDBOOK.at("4.4"),
    concerns="internship_review",
    force=Force.MAY,
    points={
        "judged": "a judgement, yes or no",
        "reason": "the reason for the judgement",
        "reviewer": "judged by the project follower or by the network coordinator",
    },
)
def lack_of_an_internship_is_judged(review: InternshipReview) -> Findings:
    """If the provider cannot show why there was no internship, that may have financial consequences.

    Which ones is not told: the judgement marks the payments for a decision by people and changes no amount. Nor is told who
    judges. The contractor is the network, for which the coordinator speaks, so that the commissioner judges it too.
    """
    return unmet(
        judged=review.sufficient is not None, reason=told(review.reason), reviewer=review.by in INTERNSHIP_REVIEWERS
    )


@BOOK.amount("AT-235", CARE_HANDBOOK.at("5.3"), what="instalments_after_a_stop")
def instalments_after_a_stop(instalments: Sequence[Instalment]) -> StopSettlement:
    """After an early stop the providers cannot claim the instalment that was not paid yet; it returns to the budget."""
    kept = sum((one.amount for one in instalments if one.paid), ZERO)
    return StopSettlement(kept=kept, not_claimable=sum((one.amount for one in instalments), ZERO) - kept)


@BOOK.requirement(
    "AT-236",
    CARE_HANDBOOK.at("5.3"),
    concerns="contingent_removal",
    force=Force.MAY,
    points={
        "project_follower": "decided by the project follower",
        "hardly_any_actions": "the finding that hardly any or no actions took place",
    },
)
def project_follower_removes(by: Role, *, hardly_any_actions: bool) -> Findings:
    """When hardly any or no actions took place, the project follower may remove the trajectory from the contingent.

    How few is "hardly any" is not told: the project follower judges it.
    """
    return unmet(project_follower=by is Role.PROJECT_FOLLOWER, hardly_any_actions=hardly_any_actions)


@BOOK.amount("AT-236", CARE_HANDBOOK.at("5.3"), what="recovery", force=Force.MAY)
def removal_from_the_contingent(used_places: int, paid: Decimal) -> Removal:
    """A removal makes a place free for a new client, and what was paid to the providers may be reclaimed."""
    return Removal(used_places=used_places - 1, recovery=-paid if paid else ZERO)


@BOOK.requirement(
    "AT-174",
    CARE_HANDBOOK.at("4.2"),
    concerns="instalment_amount",
    points={
        "by_coordinator": "entered by the network coordinator",
        "contract": "the contract in which the amount stands",
        "instalment_not_negative": "an amount of zero or more",
    },
)
def instalment_has_a_source(by: Role, amount: Decimal | None, contract: str) -> Findings:
    """The network coordinator looks after the money of the providers: the instalments are those of the contract.

    The handbook names no amount. One that is withdrawn (None) needs a source too.
    """
    return unmet(
        by_coordinator=by is Role.NETWORK_COORDINATOR,
        contract=told(contract),
        instalment_not_negative=amount is None or amount >= ZERO,
    )


@BOOK.requirement(
    "AT-235",
    CARE_HANDBOOK.at("5.3"),
    concerns="instalment_payment",
    points={
        "not_stopped": "a trajectory that was not stopped early",
        "not_removed": "a trajectory that is still in the contingent",
        "not_paid": "an instalment that was not paid yet",
    },
)
def instalment_is_claimable(*, stopped: bool, removed: bool, paid: bool) -> Findings:
    """An instalment that was not paid before an early stop or a removal is not paid any more, and no instalment twice."""
    return unmet(not_stopped=not stopped, not_removed=not removed, not_paid=not paid)
