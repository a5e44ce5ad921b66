"""A trajectory as it stood on a past day, in two readings, for a position that may see it today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from django.utils import timezone

from vlechtwerk.dossier.queries import page_open_to
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.assessment import Assessment, Status
from vlechtwerk.rules.course import statuses
from vlechtwerk.sharing.access import Access, access_in, access_through
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import CONFIDENTIAL
from vlechtwerk.trajectories import queries
from vlechtwerk.trajectories.queries import Trajectory


class Reading(StrEnum):
    """Which events count: all that had happened by the day, or only those that were recorded by then as well."""

    HAPPENED = "happened"
    KNOWN = "known"


@dataclass(frozen=True)
class Reconstruction:
    """A trajectory on a day. `trajectory` holds only the rows that count in this reading.

    `left_out` is the number of rows that were recorded after the day, while they are about that day or an earlier one: what had
    happened and was not known yet, and corrections of later. `access` holds who had access, on that day.
    """

    trajectory: Trajectory
    on: date
    reading: Reading
    left_out: int
    involved: tuple[Involvement, ...]
    access: tuple[Access, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all counts: nothing had been recorded by that day."""
        return not self.trajectory.standing

    @cached_property
    def assessment(self) -> Assessment:
        """What the rules say on that day. Not to be asked when nothing counts."""
        return self.trajectory.assessed(self.on)

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """Every status until that day."""
        found = self.trajectory
        return statuses(found.case.rules, found.events, self.on, found.case.chosen)


def end_of(day: date) -> datetime:
    """The first moment after a day in Brussels: what was recorded before it was known on that day."""
    return datetime.combine(day + timedelta(days=1), time.min, timezone.get_default_timezone())


def on_day(whole: Trajectory, on: date, reading: Reading) -> Reconstruction:
    """The trajectory as it stood on a day. Who had access to the confidential file is told to whom that is open today."""
    known = tuple(row for row in whole.rows if row.recorded_at < end_of(on))
    later = [row for row in whole.rows if row.recorded_at >= end_of(on) and row.on <= on]
    involved = tuple(one for one in _ever_involved(whole.case.file_id) if took_part(one, on))
    may_know = page_open_to(whole.own_parts, whole.case.file, whole.today)
    return Reconstruction(
        trajectory=replace(whole, rows=known if reading is Reading.KNOWN else whole.rows, involved=involved),
        on=on,
        reading=reading,
        left_out=len(later),
        involved=involved,
        access=_confidential(whole, on, involved) if may_know else (),
    )


def took_part(one: Involvement, on: date) -> bool:
    """Whether somebody took part on a day; emergency access counts on every day on which it held for a moment."""
    begun = one.from_on <= on and (one.until_on is None or on < one.until_on)
    return begun and (one.until_at is None or on <= timezone.localtime(one.until_at).date())


def find(id: UUID, position: Position, today: date) -> Trajectory:
    """The trajectory with this identifier. Raises Case.DoesNotExist when the position may not know of it."""
    return queries.find(id, position, today)


def _ever_involved(file_id: UUID) -> list[Involvement]:
    people = Involvement.objects.filter(file_id=file_id).select_related("position__account", "position__organisation")
    return list(people.order_by("from_on", "id"))


def _confidential(whole: Trajectory, on: date, involved: Iterable[Involvement]) -> tuple[Access, ...]:
    """What was open to whom in the confidential parts on a day, also under emergency access that ended since."""
    ended = [one for one in involved if one.until_at and not one.is_in_force(on)]
    opened = (*access_in(whole.case.file, on), *access_through(ended, whole.case.file, on))
    return tuple(one for one in opened if one.compartment.kind in CONFIDENTIAL)
