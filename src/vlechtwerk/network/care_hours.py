"""Noting the hours of a care provider in a period by task; each day of a provider counts once (AT-176)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from vlechtwerk.arrangements.actions import New, arrange
from vlechtwerk.arrangements.care_hours import last_day, notes_of
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.network.actions import AlreadyThere
from vlechtwerk.organisations.models import Organisation, Position, Region


@dataclass(frozen=True, slots=True)
class Served:
    """The hours of a provider from a first to a last day, both included, by task; in the place of an earlier note, if any."""

    organisation: Organisation
    first: date
    last: date
    hours: Mapping[str, Decimal]
    replaces: Arrangement | None = None


@transaction.atomic
def note_hours(served: Served, *, by: Position, key: UUID) -> Arrangement:
    """Note them. A second call with the same `key` changes nothing.

    Raises AlreadyThere when a day of the period stands in another note of the provider, and what `arrange` raises.
    """
    if earlier := Arrangement.objects.filter(noted_by=by, idempotency_key=key).first():
        return earlier
    Region.objects.select_for_update(no_key=True).get(pk=by.region_id)
    standing = notes_of(by.region, served.organisation.pk)
    if served.replaces and served.replaces not in standing:
        raise AlreadyThere
    others = (one for one in standing if one != served.replaces)
    if any(one.on <= served.last and last_day(one) >= served.first for one in others):
        raise AlreadyThere
    told = {task: str(hours) for task, hours in served.hours.items() if hours}
    new = New(Sort.CARE_HOURS, served.first, served.last, served.organisation, served.replaces, told)
    return arrange(new=new, by=by, key=key)
