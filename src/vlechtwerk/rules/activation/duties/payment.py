"""Money: the two runs a year, the distribution among the partners, and what the actions of a plan may cost.

All amounts are in euro with two decimals, and all come from outside: no handbook gives a unit amount, a distribution key or a
maximum cost. They are dated parameters that an administrator enters with their legal source.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
ALL_OF_IT = Decimal(100)
CONTACT_PERCENT = 10
FIRST_MONTH_OF_SECOND_HALF = 7


def to_the_cent(amount: Decimal) -> Decimal:
    """The amount in whole cents; half a cent goes up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """An amount that holds from a day on, with the text that sets it."""

    amount: Decimal
    valid_from: date
    legal_source: str


def amount_on(parameters: Collection[DatedAmount], day: date) -> Decimal | None:
    """The amount that holds on a day; None when nobody entered one."""
    known = [one for one in parameters if one.valid_from <= day]
    return max(known, key=lambda one: one.valid_from).amount if known else None


class Ledger(StrEnum):
    """The three sub-projects, each with its own money."""

    CARE_PARTNERSHIPS = "care_partnerships"
    WORK_CASE_MANAGERS = "work_case_managers"
    PROVIDER_NETWORK = "provider_network"


@BOOK.requirement(
    "AT-011",
    CARE_HANDBOOK.at("2.1"),
    concerns="ledger",
    points={"one_ledger": "all amounts of a total belong to one of the three sub-projects"},
)
def ledgers_stay_apart(ledgers_of_a_total: Collection[Ledger]) -> Findings:
    """The money of the care partnerships, of the work case managers and of the provider network is never added up together."""
    return unmet(one_ledger=len(set(ledgers_of_a_total)) <= 1)


class HalfYear(NamedTuple):
    """One of the two payment runs of a calendar year; `half` is 1 or 2. Half-years sort by time."""

    year: int
    half: int


@BOOK.amount("AT-019", CARE_HANDBOOK.at("2.2"), what="payment_run")
def payment_run(ended_on: date) -> HalfYear:
    """A completed trajectory is paid in the run of the half-year in which it ended.

    Two runs a year are given, their dates are not: calendar half-years are built.
    """
    return HalfYear(ended_on.year, 1 if ended_on.month < FIRST_MONTH_OF_SECOND_HALF else 2)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one ended trajectory gives: its number, its end and the class of compensation in percent."""

    trajectory: str
    ended_on: date
    percent: int


@BOOK.amount("AT-018", CARE_HANDBOOK.at("2.2"), what="claims_of_a_run")
def claims_of(run: HalfYear, ended: Collection[Claim]) -> tuple[Claim, ...]:
    """The claim of a half-year holds every trajectory that ended in it, each once.

    What is corrected after a run was paid goes to a later run; that is not decided here.
    """
    found = {claim.trajectory: claim for claim in ended if payment_run(claim.ended_on) == run}
    return tuple(found[number] for number in sorted(found))


def claim_amount(claim: Claim, unit_amount: Decimal) -> Decimal:
    """The amount of one claim: the unit amount times the class, to the cent."""
    return to_the_cent(unit_amount * claim.percent / ALL_OF_IT)


@BOOK.amount("AT-017", CARE_HANDBOOK.at("2.2"), what="distribution")
def distribute(total: Decimal, shares: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The contact divides the compensation among the partners by their own key, to the cent.

    `shares` are percentages that add up to one hundred. Cents that are left over go to the largest share (the first of them).
    Raises ValueError when the shares do not add up.
    """
    if sum(shares.values()) != ALL_OF_IT:
        raise ValueError("the shares of the partners must add up to 100 percent")
    lines = {partner: to_the_cent(total * share / ALL_OF_IT) for partner, share in shares.items()}
    largest = max(shares, key=lambda partner: shares[partner])
    lines[largest] += total - sum(lines.values())
    return lines


@BOOK.requirement(
    "AT-022",
    CARE_HANDBOOK.at("2.2"),
    concerns="statement",
    force=Force.MAY,
    points={"no_extra": "the lines of the statement add up to the claims, with nothing extra for the contact"},
)
def nothing_extra_for_the_contact(claims: Sequence[Decimal], lines: Sequence[Decimal]) -> Findings:
    """There is no extra money for the contact; the partnership spends its means freely within its tasks."""
    return unmet(no_extra=sum(claims, NOTHING) == sum(lines, NOTHING))


class ContactShare(NamedTuple):
    """How the compensation is divided between the contact and the partners together."""

    contact: Decimal
    partners: Decimal


@BOOK.amount("AT-023", CARE_HANDBOOK.at("2.2"), what="contact_share", force=Force.MAY)
def set_aside_for_the_contact(claims: Sequence[Decimal], chosen: bool = False) -> ContactShare:
    """A partnership may set aside ten percent of each trajectory for its contact, out of the compensation itself.

    It is a custom of some regions: nothing is set aside unless the partnership has `chosen` to.
    """
    percent = CONTACT_PERCENT if chosen else 0
    contact = sum((to_the_cent(claim * percent / ALL_OF_IT) for claim in claims), NOTHING)
    return ContactShare(contact, sum(claims, NOTHING) - contact)


@dataclass(frozen=True, slots=True)
class AssignedAction:
    """An action of the plan that the network coordinator assigned to a provider for a period."""

    action: str
    provider: str
    period: Period


@dataclass(frozen=True, slots=True)
class Performance:
    """A provider worked on an action on a day."""

    action: str
    provider: str
    on: date


@BOOK.requirement(
    "AT-100",
    CARE_HANDBOOK.at("3.2.2"),
    concerns="performance",
    points={
        "planned": "the action stands in the trajectory plan",
        "assigned": "the network coordinator assigned the action to this provider for that day",
    },
)
def performance_is_reimbursable(
    performance: Performance, planned: Collection[str], assigned: Collection[AssignedAction]
) -> Findings:
    """A provider is reimbursed only for actions of the plan that the network coordinator assigned to this provider."""
    return unmet(
        planned=performance.action in planned,
        assigned=any(
            one.action == performance.action
            and one.provider == performance.provider
            and one.period.covers(performance.on)
            for one in assigned
        ),
    )


def excess(costs: Collection[Decimal], maximum: Decimal) -> Decimal:
    """By how much the costs exceed the maximum; nothing when they fit."""
    return max(NOTHING, sum(costs, NOTHING) - maximum)


@BOOK.requirement(
    "AT-103",
    CARE_HANDBOOK.at("3.2.2; 3.4"),
    concerns="plan_approval",
    points={
        "maximum_known": "the maximum cost of a trajectory that holds on that day",
        "within_maximum": "the planned actions cost no more than the maximum",
    },
)
def cost_stays_within_the_maximum(costs: Collection[Decimal], maxima: Collection[DatedAmount], on: date) -> Findings:
    """The network coordinator sees to it that the plan does not cost more than the maximum cost of a trajectory.

    The amount is in no handbook: it is a dated parameter, and without it the cost cannot be judged.
    """
    maximum = amount_on(maxima, on)
    return unmet(maximum_known=maximum is not None, within_maximum=maximum is None or not excess(costs, maximum))
