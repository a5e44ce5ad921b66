"""What the coordinator hands to the commissioner over a period: services, care hours by task, and apart the own fee (AT-175)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from vlechtwerk.arrangements.care_hours import CareHours, care_hours
from vlechtwerk.compensation import words
from vlechtwerk.compensation.computing import standing_amounts
from vlechtwerk.compensation.models import Payment, What
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.activation.duties.care_providers import care_tasks
from vlechtwerk.rules.activation.duties.payment import NOTHING, DatedAmount
from vlechtwerk.sheets import Cell, csv_bytes

SERVICES, FEE, HOURS = "diensten", "coordinator", "uren"
"""The last part of the address of each file, and of its name."""


@dataclass(frozen=True)
class Claim:
    """What was paid to the providers in a period, from its first to its last day, and the fee lines of the coordinator."""

    first: date
    last: date
    services: Sequence[Payment]
    fee: Sequence[DatedAmount]
    hours: CareHours

    @property
    def of_services(self) -> Decimal:
        """What the services come to, in euro."""
        return sum((one.amount for one in self.services), NOTHING)

    @property
    def of_fee(self) -> Decimal:
        """What the fee comes to, in euro; it is never added to the services."""
        return sum((one.amount for one in self.fee), NOTHING)


def claim_of(region: Region, first: date, last: date) -> Claim:
    """The payments of a period as they stand now, and each amount of the fee that was entered with its source on a day in it."""
    paid = Payment.objects.filter(case__region=region, corrected_by__isnull=True, amount__gt=0)
    services = paid.filter(paid_on__range=(first, last)).select_related("case").order_by("paid_on", "id")
    fee = [one for one in standing_amounts(What.COORDINATOR_FEE, region) if first <= one.valid_from <= last]
    return Claim(first, last, list(services), fee, care_hours(region, first, last))


def headings(kind: str) -> list[str]:
    """The names of the columns of a file."""
    if kind == HOURS:
        return [_("task of the care provider"), _("hours")]
    if kind == FEE:
        return [_("day"), _("what"), _("source"), _("amount in euro")]
    return [_("paid on"), _("trajectory"), _("what"), _("version of the plan"), _("amount in euro")]


def rows_of(claim: Claim, kind: str) -> list[tuple[Cell, ...]]:
    """The lines of a file and their total. Without an amount of the fee the file says that none was entered."""
    if kind == HOURS:
        return [
            *((_(care_tasks.points[task]), hours) for task, hours in claim.hours.by_task.items()),
            (_("total"), claim.hours.total),
        ]
    if kind == SERVICES:
        lines = [(one.paid_on, one.case.reference, *_service(one)) for one in claim.services]
        return [*lines, (_("total"), None, None, None, claim.of_services)]
    if not claim.fee:
        return [(no_fee(), None, None, None)]
    what = str(words.WHATS[What.COORDINATOR_FEE])
    fee: list[tuple[Cell, ...]] = [(one.valid_from, what, one.legal_source, one.amount) for one in claim.fee]
    return [*fee, (_("total"), None, None, claim.of_fee)]


def _service(one: Payment) -> tuple[Cell, ...]:
    return str(words.WHATS[one.what]), one.plan_version, one.amount


def no_fee() -> str:
    """What stands in the place of the fee while nobody entered an amount with its source."""
    return _("no amount of the coordinator's fee was entered with its source in this period")


def name_of(claim: Claim, kind: str) -> str:
    """The name of a file: what is in it, and of which period."""
    return f"{kind}-{claim.first.isoformat()}-{claim.last.isoformat()}.csv"


def table_of(claim: Claim, kind: str) -> bytes:
    """A file for a spreadsheet program."""
    return csv_bytes(headings(kind), rows_of(claim, kind))
