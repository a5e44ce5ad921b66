"""The provider network: its coordinator, who decides about providers, and providers from outside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.plan_shape import Plan
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import CASE_MANAGERS, Role


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation belongs to the network of a region, or coordinates it, during a period."""

    organisation: str
    region: str
    period: Period


@BOOK.requirement(
    "AT-009",
    CARE_HANDBOOK.at("2.1; 4.2"),
    concerns="provider_network",
    points={"one_coordinator": "exactly one coordinator of the network on that day"},
)
def network_has_one_coordinator(region: str, coordinators: Sequence[Membership], on: date) -> Findings:
    """One network coordinator represents the provider network of a region and is its contact point."""
    active = [one for one in coordinators if one.region == region and one.period.covers(on)]
    return unmet(one_coordinator=len(active) == 1)


def in_network(provider: str, region: str, members: Collection[Membership], on: date) -> bool:
    """Whether a provider belongs to the network of a region on a day."""
    return any(one.organisation == provider and one.region == region and one.period.covers(on) for one in members)


@BOOK.requirement(
    "AT-090",
    CARE_HANDBOOK.at("3.2.1; 3.4"),
    concerns="provider_choice",
    points={"coordinator": "the provider is assigned by the network coordinator"},
)
def coordinator_decides_on_providers(assigned_by: Role) -> Findings:
    """The case managers propose providers; the network coordinator decides who has a fitting offer."""
    return unmet(coordinator=assigned_by is Role.NETWORK_COORDINATOR)


class Judgement(StrEnum):
    """What the network coordinator can answer to an uploaded plan."""

    APPROVED = "approved"
    QUESTION = "question"
    RETURNED = "returned"


@BOOK.requirement(
    "AT-114",
    CARE_HANDBOOK.at("3.4; 4.2"),
    concerns="plan_judgement",
    points={
        "reason": "the reason why the plan is returned",
        "both_asked": "a question about the plan reaches both case managers",
    },
)
def judgement_is_explained(judgement: Judgement, reason: str, asked: frozenset[Role] = frozenset()) -> Findings:
    """The network coordinator judges whether the network can carry out the plan, asks questions, or returns it with a reason.

    A question suspends no term.
    """
    return unmet(
        reason=judgement is not Judgement.RETURNED or reason,
        both_asked=judgement is not Judgement.QUESTION or asked >= CASE_MANAGERS,
    )


@dataclass(frozen=True, slots=True)
class Approval:
    """The note of the approval in the contacts of the confidential file."""

    author: Role
    approved_on: date | None
    realistic: bool
    within_budget: bool


@BOOK.requirement(
    "AT-120",
    CARE_HANDBOOK.at("3.4"),
    concerns="plan_approval",
    points={
        "author": "the approval is noted by the network coordinator",
        "approved_on": "the day of the approval",
        "realistic": "the plan is realistic",
        "within_budget": "the plan fits in the available budget",
    },
)
def approval_is_noted(approval: Approval) -> Findings:
    """The network coordinator notes the approval in the contacts after judging that the plan is realistic and affordable."""
    return unmet(
        author=approval.author is Role.NETWORK_COORDINATOR,
        approved_on=approval.approved_on,
        realistic=approval.realistic,
        within_budget=approval.within_budget,
    )


@BOOK.requirement(
    "AT-115",
    CARE_HANDBOOK.at("3.4; 4.2"),
    concerns="plan_execution",
    points={"assigned": "every action of the approved plan has a provider"},
)
def every_action_has_a_provider(plan: Plan, assigned: Collection[str]) -> Findings:
    """The network coordinator sees to it that fitting organisations carry out the plan.

    `assigned` are the codes of the actions that the coordinator assigned.
    """
    return unmet(assigned=not unassigned(plan, assigned))


def unassigned(plan: Plan, assigned: Collection[str]) -> tuple[str, ...]:
    """The codes of the actions without a provider, the earliest planned start first."""
    open_actions = [action for action in plan.actions if action.code not in assigned]
    return tuple(action.code for action in sorted(open_actions, key=lambda one: one.starts_on or date.max))


@dataclass(frozen=True, slots=True)
class ProviderChoice:
    """A provider for an action: inside the network or not, already involved or not, and what was found in the network.

    `search_result` tells why the network has no offer; `searched_on` is the day of that search.
    """

    in_network: bool
    already_involved: bool = False
    search_result: str = ""
    searched_on: date | None = None


@BOOK.requirement(
    "AT-116",
    CARE_HANDBOOK.at("3.4; 4.2; 4.3; 3.6.3"),
    concerns="provider_choice",
    points={
        "searched": "the day on which an offer was looked for in the network",
        "no_offer": "why the network has no fitting offer",
    },
)
def network_comes_first(choice: ProviderChoice) -> Findings:
    """A provider from outside is used only when the existing network has no fitting offer."""
    if choice.in_network:
        return ()
    return unmet(searched=choice.searched_on, no_offer=choice.search_result)


@dataclass(frozen=True, slots=True)
class ProviderAgreement:
    """What the coordinator checked and signed with a provider from outside or one who was already involved."""

    conditions_met: bool
    signed_on: date | None


@BOOK.requirement(
    "AT-117",
    CARE_HANDBOOK.at("3.6.3"),
    concerns="provider_agreement",
    points={
        "conditions": "the network coordinator checked that the provider meets the conditions",
        "signed": "the agreement with the provider is signed before the action starts",
    },
)
def outside_provider_has_an_agreement(
    choice: ProviderChoice, agreement: ProviderAgreement | None, starts_on: date
) -> Findings:
    """A provider from outside the network or already involved is checked and signs an agreement before the first action.

    It comes from the checklist of one region, which calls it the fixed way of working.
    """
    if choice.in_network and not choice.already_involved:
        return ()
    signed_on = agreement.signed_on if agreement else None
    return unmet(
        conditions=agreement is not None and agreement.conditions_met,
        signed=signed_on is not None and signed_on <= starts_on,
    )


@dataclass(frozen=True, slots=True)
class MembershipRequest:
    """The coordinator asks to add a partner to the network; `approved_on` is None until it was approved."""

    partner: str
    offer: str
    motivation: str
    approved_on: date | None = None


@BOOK.requirement(
    "AT-118",
    CARE_HANDBOOK.at("4.2"),
    concerns="network_membership",
    force=Force.MAY,
    points={
        "partner": "the partner that is proposed for the network",
        "offer": "what the new partner offers",
        "motivation": "why the network needs the new partner",
        "approved": "the approval of the new partner on or before that day",
    },
)
def partner_may_be_added(request: MembershipRequest, on: date) -> Findings:
    """The network coordinator may ask to add a partner, who belongs to the network from the approval on."""
    return unmet(
        partner=request.partner,
        offer=request.offer,
        motivation=request.motivation,
        approved=request.approved_on is not None and request.approved_on <= on,
    )


@BOOK.requirement(
    "AT-123",
    CARE_HANDBOOK.at("3.5"),
    concerns="referral_to_provider",
    points={
        "approved": "the plan is approved before the participant is referred to the provider",
        "assigned": "the participant is referred to a provider whom the coordinator assigned",
    },
)
def referral_to_a_provider_follows_the_approval(
    approved_on: date | None, referred_on: date, provider_is_assigned: bool
) -> Findings:
    """The case managers refer the participant to a provider of the network after the coordinator approved the plan."""
    return unmet(
        approved=approved_on is not None and approved_on <= referred_on,
        assigned=provider_is_assigned,
    )
