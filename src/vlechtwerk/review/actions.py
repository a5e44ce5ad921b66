"""Going through the record, and writing down what came of looking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Entry, Part, Purpose, Verb
from vlechtwerk.organisations.models import Position, Region, RegionSetting
from vlechtwerk.review import queries
from vlechtwerk.review.finding import Found, Look, sample, standing_out
from vlechtwerk.review.models import Day, Finding, Outcome, Task, Why
from vlechtwerk.rules.calendar import working_days_after
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

TERM = 5
"""Working days within which somebody looks at a task, counted from the day that it is about."""
BACK = timedelta(days=35)
"""How far back days are gone through that nobody went through yet."""
SUNDAY = 6


class NotForThisFunction(LookupError):
    """Only the data-protection officer of the region reviews, and nobody reviews the own looks."""


class NoReason(ValueError):
    """Why somebody came to an outcome is not told."""


@transaction.atomic
def go_through(today: date) -> int:
    """Make the tasks of every day that is over and was not gone through yet, and of emergency access; return how many are new.

    A second call makes nothing new. Which lines are drawn follows from the record (`finding.sample`).
    """
    before = Task.objects.count()
    Task.objects.bulk_create(_emergencies(), ignore_conflicts=True)
    for day in _days(today):
        looks = queries.looks_of(day)
        made = [*_anomalies(looks, day), *(_sampled(day) if day.weekday() == SUNDAY else ())]
        Task.objects.bulk_create(made, ignore_conflicts=True)
        Day.objects.bulk_create([Day(day=day, looks=len(looks), tasks=len(made))], ignore_conflicts=True)
    return Task.objects.count() - before


def _days(today: date) -> Iterator[date]:
    """The days before today that were not gone through yet."""
    latest = Day.objects.order_by("-day").values_list("day", flat=True).first()
    oldest = Entry.objects.order_by("id").values_list("at", flat=True).first()
    if oldest is None:
        return
    began = oldest.astimezone(queries.BRUSSELS).date()
    day = max(latest + timedelta(days=1) if latest else began, today - BACK)
    while day < today:
        yield day
        day += timedelta(days=1)


def _emergencies() -> list[Task]:
    """A task for every emergency access that has none yet, at once."""
    known = Task.objects.filter(kind=Task.Kind.BREAK_GLASS).values("grant_id")
    opened = Involvement.objects.filter(capacity=Role.DATA_PROTECTION_OFFICER).exclude(pk__in=known)
    lines = {
        one.grant_id: one
        for one in Entry.objects.filter(
            verb=Verb.GLASS_BROKEN, file_id__in=opened.values("file_id"), grant_id__in=opened.values("pk")
        )
    }
    looks = [_look(one) for one in lines.values()]
    return _tasks([Found((one,), (Why.BREAK_GLASS,)) for one in looks], Task.Kind.BREAK_GLASS)


def _look(entry: Entry) -> Look:
    told = {name: getattr(entry, name) for name in queries.COLUMNS}
    return Look(**{**told, "at": entry.at.astimezone(queries.BRUSSELS)})


def _anomalies(looks: list[Look], day: date) -> list[Task]:
    return _tasks(standing_out(looks, queries.known_about(looks, day)), Task.Kind.ANOMALY)


def _sampled(sunday: date) -> list[Task]:
    """The sample of the week that ends on a day, for each region."""
    monday = sunday - timedelta(days=SUNDAY)
    week = f"{monday:%G-W%V}"
    drawn = [one for digests in queries.digests_of_week(monday).values() for one in sample(digests, week)]
    lines = Entry.objects.filter(pk__in=drawn).order_by("pk")
    return _tasks([Found((_look(one),), (Why.SAMPLE,)) for one in lines], Task.Kind.SAMPLE, due_from=sunday)


def _tasks(found: Iterable[Found], kind: str, due_from: date | None = None) -> list[Task]:
    """The tasks about what was found, not stored yet, each with the region of the reader."""
    everything = list(found)
    readers = {one.lines[0].position_id for one in everything if one.lines[0].position_id}
    regions = dict(Position.objects.filter(pk__in=readers).values_list("pk", "region_id"))
    return [_task(one, kind, regions, due_from) for one in everything]


def _task(found: Found, kind: str, regions: dict[UUID, UUID], due_from: date | None) -> Task:
    first, files = found.lines[0], {one.file_id for one in found.lines}
    confidential = next((one for one in found.lines if one.part == Part.CONFIDENTIAL), first)
    return Task(
        kind=kind,
        reasons=[str(one) for one in found.reasons],
        region_id=regions.get(first.position_id) if first.position_id else None,
        entry_id=first.id,
        at=first.at,
        day=first.at.date(),
        account_id=first.account_id,
        position_id=first.position_id,
        organisation_id=first.organisation_id,
        capacity=first.capacity or "",
        file_id=first.file_id if len(files) == 1 else None,
        part=confidential.part or "",
        purpose=confidential.purpose or "",
        grant_id=confidential.grant_id,
        times=len(found.lines),
        due_on=working_days_after(due_from or first.at.date(), TERM),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What came of looking, with the reason in the own words."""

    outcome: Outcome
    words: str


@transaction.atomic
def conclude(*, task: Task, told: Told, by: Position, key: UUID) -> Finding:
    """Write down what came of looking at a task. A second call with the same key changes nothing.

    Raises NotForThisFunction for who may not see the task, or is the one whom it is about; and NoReason without words.
    """
    if not queries.tasks_of(by).filter(pk=task.pk).exists() or task.account_id == by.account_id:
        raise NotForThisFunction
    if not told.words.strip():
        raise NoReason
    if earlier := Finding.objects.filter(idempotency_key=key, task=task).first():
        return earlier
    made = Finding.objects.create(task=task, outcome=told.outcome, words=told.words.strip(), by=by, idempotency_key=key)
    access = Access(part=Part(task.part or Part.ADMINISTRATIVE), purpose=Purpose.REVIEW)
    note(Verb.REVIEWED, by=by, file_id=task.file_id, access=access)
    return made


@transaction.atomic
def choose_hours(*, region: Region, hours: tuple[time, time], source: str, by: Position) -> RegionSetting:
    """Store in which hours a region usually works, from today; a look outside them is to be reviewed.

    Raises IntegrityError when hours were chosen today already.
    """
    told = [f"{one:%H:%M}" for one in hours]
    made = RegionSetting.objects.create(
        region=region, key=queries.USUAL_HOURS, value=told, valid_from=timezone.localdate(), source=source
    )
    note(Verb.SETTING_CHANGED, by=by)
    return made
