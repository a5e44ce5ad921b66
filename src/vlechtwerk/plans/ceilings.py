"""The maximum cost of a trajectory in a region: a dated amount with its source, empty until the coordinator enters one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.models import Ceiling
from vlechtwerk.rules.activation.duties.payment import DatedAmount, amount_on
from vlechtwerk.rules.roles import Role


def standing(region_id: UUID) -> list[Ceiling]:
    """The amounts that stand in a region, by day: of one day the last that was entered, when it has an amount."""
    last = {one.valid_from: one for one in Ceiling.objects.filter(region=region_id).order_by("valid_from", "id")}
    return [one for one in last.values() if one.amount is not None]


def maxima(region_id: UUID) -> tuple[DatedAmount, ...]:
    """The maximum costs of a region as the rules know them."""
    return tuple(
        DatedAmount(one.amount, one.valid_from, one.legal_source)
        for one in standing(region_id)
        if one.amount is not None
    )


def ceiling_on(region_id: UUID, day: date) -> Decimal | None:
    """The maximum cost that holds on a day; None when nobody entered one."""
    return amount_on(maxima(region_id), day)


def enters_ceilings(position: Position) -> bool:
    """Whether somebody enters the maximum cost: the coordinator, who guards it."""
    return position.role == Role.NETWORK_COORDINATOR


@dataclass(frozen=True, slots=True)
class NewCeiling:
    """An amount in euro that holds from a day on (None withdraws the one of that day), and the text that sets it."""

    valid_from: date
    amount: Decimal | None
    legal_source: str


@transaction.atomic
def enter_ceiling(*, new: NewCeiling, by: Position, key: UUID) -> Ceiling:
    """Enter the maximum cost of a trajectory in the region of `by`. A second call with the same `key` changes nothing.

    Raises PermissionError for who does not enter it.
    """
    if not enters_ceilings(by):
        raise PermissionError
    if earlier := Ceiling.objects.filter(entered_by=by, idempotency_key=key).first():
        return earlier
    made = Ceiling(region=by.region, valid_from=new.valid_from, amount=new.amount, entered_by=by, idempotency_key=key)
    made.legal_source = new.legal_source.strip()
    made.save(force_insert=True)
    note(Deed.CEILING_ENTERED, by=by, rules=["AT-103"])
    return made
