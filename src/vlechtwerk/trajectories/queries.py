"""One activation trajectory with everything its pages need, for a position that may see it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from vlechtwerk.accounts.models import Account
from vlechtwerk.history.ledger import events_of
from vlechtwerk.history.models import Case, Event, Reply
from vlechtwerk.history.reading import seen
from vlechtwerk.history.replies import replies_in
from vlechtwerk.history.stored import happened, in_effect
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.organisations.rows import columns_of, object_of
from vlechtwerk.rules import kernel
from vlechtwerk.rules.activation.events import CareResumed, CareSuspended
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Assessment, assess
from vlechtwerk.rules.roles import OF_VDAB, Role
from vlechtwerk.sharing.access import Access, access_through
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.trajectories import statements

HEAR_NO_CAUSES = OF_VDAB - {Role.PROJECT_FOLLOWER}
"""Who never hears the cause of an interruption: it tells of her health, and they decide nothing by it."""
AT_CARE = frozenset(ACTIVATION.names[kind] for kind in (CareSuspended, CareResumed))
"""The events that tell that a client did not come to care. VDAB never hears of them (AT-163)."""


@dataclass(frozen=True)
class Trajectory:
    """A trajectory as a position sees it today: the rows that were recorded, and who is involved in the file.

    For people of VDAB it is as if the care actions were never suspended: not in what happened, not in what is due.
    """

    case: Case
    rows: tuple[Event, ...]
    involved: tuple[Involvement, ...]
    position: Position
    today: date
    replies: Mapping[UUID, Sequence[Reply]] = field(default_factory=dict)
    """The client's own side of what happened, by the row beside which it stands."""

    @cached_property
    def standing(self) -> tuple[Event, ...]:
        """The rows that make up the history: without what was corrected or struck, in order of date."""
        return tuple(in_effect(self.rows))

    @cached_property
    def events(self) -> tuple[kernel.Event, ...]:
        """The history as events of the rules, in the order of `standing`."""
        return tuple(happened(self.case.rules, row) for row in self.standing)

    @cached_property
    def began_on(self) -> date:
        """The day of the first event."""
        return self.standing[0].on

    @cached_property
    def own_parts(self) -> tuple[Involvement, ...]:
        """The involvement of the position itself."""
        return tuple(one for one in self.involved if one.position_id == self.position.pk)

    @cached_property
    def capacities(self) -> frozenset[Role]:
        """The capacities in which the position takes part in the file."""
        return frozenset(Role(one.capacity) for one in self.own_parts)

    @cached_property
    def opened(self) -> Sequence[Access]:
        """What the position may do in the parts of the file."""
        return access_through(self.own_parts, self.case.file, self.today)

    @property
    def is_own(self) -> bool:
        """Whether the visitor is the client of this trajectory."""
        return self.capacities == {Role.CLIENT}

    @property
    def hears_causes(self) -> bool:
        """Whether the visitor may hear why the participant could not take part, such as illness.

        At VDAB that is only who decides on an extension because of it; the others read the outcome and the shared notes.
        """
        return not HEAR_NO_CAUSES.issuperset(self.capacities)

    def assessed(self, on: date, *more: kernel.Event) -> Assessment:
        """What the rules say on a day, with these events added to the history; nothing is stored."""
        return assess(self.case.rules, (*self.events, *more), on, self.case.chosen)


def find(id: UUID, position: Position, today: date) -> Trajectory:
    """The trajectory with this identifier. Raises Case.DoesNotExist when the position may not know of it."""
    case = seen(id, position, today, ACTIVATION.name)
    with connection.cursor() as cursor:
        ever_involved = _ever_involved(cursor, case.file_id)
        rows = events_of(cursor, case)
    involved = tuple(one for one in ever_involved if one.is_in_force(today))
    rows = _told_to({one.capacity for one in involved if one.position_id == position.pk}, rows)
    replies = _replies(case, rows, position, today)
    return Trajectory(case, _with_recorders(rows, ever_involved), involved, position, today, replies)


def _ever_involved(cursor: CursorWrapper, file_id: UUID) -> tuple[Involvement, ...]:
    """Who takes or took part in a file, the longest first, each with position, account and organisation."""
    models = (Involvement, Position, Account, Organisation)
    cursor.execute(statements.EVER_INVOLVED.format(columns=", ".join(map(columns_of, models))), {"file": file_id})
    return tuple(_involved(iter(row)) for row in cursor.fetchall())


def _involved(values: Iterator[Any]) -> Involvement:
    one, position = object_of(Involvement, values), object_of(Position, values)
    position.account, position.organisation = object_of(Account, values), object_of(Organisation, values)
    one.position = position
    return one


def _replies(case: Case, rows: Sequence[Event], position: Position, today: date) -> Mapping[UUID, Sequence[Reply]]:
    """The client's own side, asked only where there is any."""
    if not case.is_answered:
        return {}
    with acting(position, today):
        return replies_in(case, rows)


def _told_to(capacities: Collection[str], rows: Iterable[Event]) -> list[Event]:
    """The rows that somebody with these capacities may know of."""
    is_vdab = OF_VDAB.issuperset(capacities)
    return [row for row in rows if not (is_vdab and row.name in AT_CARE)]


def _with_recorders(rows: Iterable[Event], ever_involved: Iterable[Involvement]) -> tuple[Event, ...]:
    """The rows with the position that recorded each: as a rule one of a few that are or were involved in the file."""
    found, known = tuple(rows), {one.position_id: one.position for one in ever_involved}
    if others := {row.recorded_by_id for row in found}.difference(known):
        known |= Position.objects.select_related("organisation").in_bulk(others)
    for row in found:
        row.recorded_by = known[row.recorded_by_id]
    return found
