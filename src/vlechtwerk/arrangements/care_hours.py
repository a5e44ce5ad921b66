"""The hours of the care providers of a region by the seven tasks, in periods; nothing in it is about a participant (AT-176)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.queries import noted
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.activation.duties.care_providers import hours_by_task


@dataclass(frozen=True)
class CareHours:
    """The hours of a period by task, and how many notes lie partly in it and therefore do not count."""

    by_task: Mapping[str, Decimal]
    partly: int

    @property
    def total(self) -> Decimal:
        """All hours together."""
        return sum(self.by_task.values(), Decimal(0))


def hours_told(row: Arrangement) -> dict[str, Decimal]:
    """The hours of a note by task."""
    return {task: Decimal(hours) for task, hours in row.told.items()}


def notes_of(region: Region, organisation_id: UUID | None = None) -> list[Arrangement]:
    """The notes that stand, the latest period first: of one organisation, or of the region."""
    rows = (one for one in noted(region, Sort.CARE_HOURS) if organisation_id in (None, one.organisation_id))
    return sorted(rows, key=lambda one: (one.on, one.pk), reverse=True)


def last_day(row: Arrangement) -> date:
    """The last day of the period of a note."""
    return row.until or row.on


def care_hours(region: Region, first: date, last: date) -> CareHours:
    """The hours of the notes of which the whole period lies between these days, both included."""
    touching = [one for one in notes_of(region) if one.on <= last and last_day(one) >= first]
    whole = [one for one in touching if first <= one.on and last_day(one) <= last]
    return CareHours(hours_by_task(hours_told(one) for one in whole), len(touching) - len(whole))
