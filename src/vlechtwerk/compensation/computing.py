"""The lines of a statement, computed from what is stored about the trajectories: six queries, whatever their number.

Only the cases are looked at that ended and were not claimed yet, and those of an earlier statement in which something
changed since. Of their events only those are read on which the class depends.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.timezone import localdate

from vlechtwerk.compensation.models import Amount, Line, Statement, What
from vlechtwerk.history.bulk import standing_events
from vlechtwerk.history.models import Case, Event
from vlechtwerk.organisations.models import Region
from vlechtwerk.organisations.queries import settings_from
from vlechtwerk.rules import kernel
from vlechtwerk.rules.activation.compensation import DECIDING, compensation_on, deciding_facts
from vlechtwerk.rules.activation.duties.payment import NOTHING, DatedAmount, HalfYear, amount_on, payment_run
from vlechtwerk.rules.activation.duties.statement import (
    CORRECTION,
    Claimed,
    Entitled,
    first_day_of,
    last_day_of,
    line_of,
)
from vlechtwerk.rules.activation.milestones import over_on
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import RegionSettings

OVER = ("ended", "cancelled")
ONE_DAY = timedelta(days=1)
KINDS = [Line.Kind.REGULAR, Line.Kind.LATE, Line.Kind.CORRECTION]
"""In the order in which they stand in a statement."""
PLACES = {str(kind): place for place, kind in enumerate(KINDS)}


class Trajectory(NamedTuple):
    """What is asked of a case: nothing that tells about whom it is. The settings are as they are stored, in JSON."""

    id: UUID
    number: int
    version: int
    settings: str


class Before(NamedTuple):
    """What earlier statements held for a trajectory, and the last line of them."""

    claimed: Claimed
    line_id: UUID


@dataclass(frozen=True)
class Frame:
    """A half-year of a region, with what holds for all lines: the amounts, and the half-year of the first statement."""

    run: HalfYear
    first: HalfYear
    amounts: Sequence[DatedAmount]
    today: date

    @cached_property
    def start(self) -> date:
        """The first day."""
        return first_day_of(self.run)

    @cached_property
    def end(self) -> date:
        """The last day, or today while it has yet to come: what happens after it does not count yet."""
        return min(last_day_of(self.run), self.today)


def standing_amounts(what: str, region: Region | None = None) -> tuple[DatedAmount, ...]:
    """The amounts that hold, each from its day; of two entered for one day the last one counts."""
    rows = Amount.objects.filter(what=what, region=region).order_by("valid_from", "entered_at", "id")
    latest = {one.valid_from: one for one in rows}
    return tuple(
        DatedAmount(one.amount, day, one.legal_source) for day, one in latest.items() if one.amount is not None
    )


def computed_lines(region: Region, run: HalfYear) -> list[Line]:
    """The lines of the statement of a region over a half-year as it would be prepared now; not stored.

    Regular ones first, then those that came late, then the corrections, each in the order of their numbers.
    """
    final = list(Statement.objects.final().filter(region=region))
    frame = Frame(run, min((*(one.run for one in final), run)), standing_amounts(What.TRAJECTORY), localdate())
    before = _before(final, _changed(final)) if final else {}
    cases = [Trajectory(*row) for row in _candidates(region, frame, final, before)]
    events = standing_events(ACTIVATION, [one.id for one in cases], DECIDING) if cases else {}
    lines = (_line(frame, one, events.get(one.id, ()), before.get(one.id)) for one in cases)
    return sorted((line for line in lines if line), key=lambda line: (PLACES[line.kind], line.number))


def _candidates(
    region: Region, frame: Frame, final: Collection[Statement], changed: Collection[UUID]
) -> QuerySet[Case, tuple[UUID, int, int, str]]:
    """The cases that may have a line: over and not claimed yet, or claimed and changed since."""
    since = first_day_of(frame.first)
    over = Q(status__in=OVER, status_since__lte=frame.end) | Q(ends_on__lte=frame.end)
    lately = Q(status__in=OVER, status_since__gte=since) | Q(ends_on__gte=since)
    told_lately = Exists(Event.objects.filter(case=OuterRef("pk"), on__gte=frame.start))
    claimed = Exists(Line.objects.filter(case=OuterRef("pk"), statement__in=final))
    fresh = over & (lately | told_lately) & ~claimed
    ours = Case.objects.filter(region=region, procedure=ACTIVATION.name, erased_on=None)
    found = ours.filter(fresh | Q(pk__in=list(changed))) if final else ours.filter(over & (lately | told_lately))
    return found.values_list("pk", "number", "version", Cast("settings", TextField()))


def _changed(final: Collection[Statement]) -> QuerySet[Line, UUID]:
    """The claimed cases of which the line may no longer be right: something was recorded, or another amount entered."""
    last = max(one.entered_at for one in final)
    entered = Amount.objects.filter(what=What.TRAJECTORY, entered_at__gt=last)
    other_amount = Q(ended_on__gte=entered.values("what").annotate(day=Min("valid_from")).values("day"))
    moved = Q(case__version__gt=F("version")) | Q(unsettled=True) | other_amount
    return Line.objects.filter(moved, statement__in=final).values_list("case_id", flat=True)


def _before(final: Collection[Statement], cases: QuerySet[Line, UUID]) -> dict[UUID, Before]:
    """What the decided statements held for these cases."""
    held: dict[UUID, Before] = {}
    rows = Line.objects.filter(statement__in=final, case__in=cases).order_by("id")
    for case_id, line_id, percent, amount in rows.values_list("case_id", "pk", "percent", "amount"):
        sum_before = held[case_id].claimed.amount if case_id in held else NOTHING
        held[case_id] = Before(Claimed(percent, sum_before + (amount or NOTHING)), line_id)
    return held


def _line(frame: Frame, case: Trajectory, events: Sequence[kernel.Event], before: Before | None) -> Line | None:
    """The line of a trajectory; None when it has none."""
    settings = _settings(case.settings)
    facts = deciding_facts(events, frame.end, settings)
    found = compensation_on(facts, frame.end)
    ended_on = over_on(facts) if found.share.percent is not None else None
    ran_before = ended_on is not None and payment_run(ended_on) < frame.run and _ran(frame, events, settings)
    unit = amount_on(frame.amounts, ended_on) if ended_on else None
    now = Entitled(ended_on, found.share.percent, ran_before)
    change = line_of(frame.run, frame.first, now, before.claimed if before else None, unit)
    if change is None:
        return None
    # All at once: a row that is filled field by field takes twice as long to make.
    return Line(
        case_id=case.id,
        number=case.number,
        version=case.version,
        kind=change.kind,
        started_on=facts.started_on,
        ended_on=ended_on,
        percent=change.percent,
        unit_amount=unit,
        amount=change.amount,
        code=found.code,
        rule=found.rule.id,
        corrects_id=before.line_id if before and change.kind == CORRECTION else None,
        unsettled=any(event.on > frame.end for event in events),
    )


def _ran(frame: Frame, events: Sequence[kernel.Event], settings: RegionSettings) -> bool:
    """Whether the trajectory still ran on the last day of the half-year before."""
    day = frame.start - ONE_DAY
    return compensation_on(deciding_facts(events, day, settings), day).share.percent is None


@lru_cache(maxsize=256)
def _settings(choices: str) -> RegionSettings:
    """The settings of a case; regions make few different choices, so each is read once."""
    return settings_from(RegionSettings, json.loads(choices))


def known_sum(lines: Collection[Line]) -> Decimal:
    """What lines come to, as far as their amounts are known."""
    return sum((line.amount for line in lines if line.amount is not None), NOTHING)


def unknown(lines: Collection[Line]) -> Iterator[Line]:
    """The lines whose amount nobody entered."""
    return (line for line in lines if line.amount is None)
