"""What the record holds about a day, what is known beside it, and the tasks that are to be done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from vlechtwerk.audit.models import Entry, Part, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.history.tasks import without_task
from vlechtwerk.organisations.models import Position, RegionSetting
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.review.finding import Known, Look
from vlechtwerk.review.models import Outcome, Task
from vlechtwerk.rules.roles import Role

BRUSSELS = ZoneInfo("Europe/Brussels")
USUAL_HOURS = "review.usual_hours"
"""The key of the hours in which a region usually works, as ["07:00", "20:00"]; a region that chose none has none."""
BEFORE = timedelta(days=28)
"""How far back it is looked what is usual."""
WATCHED = (Verb.FILE_READ, Verb.FILE_EXPORTED, Verb.SIGN_IN_FAILED, Verb.FACTOR_REFUSED)
COLUMNS = [one.name for one in fields(Look)]
Pair = tuple[UUID, UUID]


def start_of(day: date) -> datetime:
    """The moment at which a day begins in Belgium."""
    return datetime.combine(day, time.min, BRUSSELS)


def lines_between(first: date, end: date) -> QuerySet[Entry]:
    """The lines of the record from a day until (not including) another one, without those of clients and emergencies."""
    between = Entry.objects.filter(at__gte=start_of(first), at__lt=start_of(end), emergency__isnull=True)
    return between.exclude(capacity=Role.CLIENT)


def looks_of(day: date) -> list[Look]:
    """Who looked at a file on a day, was refused, or failed to sign in; moments in Belgian time."""
    rows = lines_between(day, day + timedelta(days=1)).filter(verb__in=WATCHED).values(*COLUMNS)
    return [Look(**{**row, "at": row["at"].astimezone(BRUSSELS)}) for row in rows]


def known_about(looks: Sequence[Look], day: date) -> Known:
    """What is known about the readers and the files of a day."""
    seen = [one for one in looks if one.allowed and one.position_id and one.file_id]
    pairs = {(one.position_id, one.file_id) for one in seen if one.position_id and one.file_id}
    confidential = {
        (one.position_id, one.file_id)
        for one in seen
        if one.part == Part.CONFIDENTIAL and one.position_id and one.file_id
    }
    positions = {one.pk: one for one in _positions(position for position, _file in pairs)}
    return Known(
        without_task=without_task(confidential, day) if confidential else frozenset(),
        same_name=_same_name(pairs, positions),
        usual=_usual_hours(positions.values(), day),
        earlier=_earlier({one.capacity or "" for one in seen}, day),
    )


def _positions(ids: Iterable[UUID]) -> QuerySet[Position]:
    return Position.objects.filter(pk__in=set(ids)).select_related("account")


def _same_name(pairs: Collection[Pair], positions: dict[UUID, Position]) -> frozenset[Pair]:
    """The pairs of which the reader has the family name of the person that the file is about."""
    people = Person.objects.filter(files__in={file for _position, file in pairs})
    families = {file: search_key(name) for file, name in people.values_list("files", "family_name")}
    readers = {pk: f" {search_key(one.account.name)}" for pk, one in positions.items()}
    return frozenset(
        (position, file)
        for position, file in pairs
        if file in families and readers.get(position, "").endswith(f" {families[file]}")
    )


def _usual_hours(positions: Iterable[Position], day: date) -> dict[UUID, tuple[time, time]]:
    """The usual hours of each position whose region chose them."""
    holding = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    chosen = RegionSetting.objects.filter(holding, key=USUAL_HOURS, valid_from__lte=day).order_by("valid_from")
    hours = {
        region: (time.fromisoformat(value[0]), time.fromisoformat(value[1]))
        for region, value in chosen.values_list("region_id", "value")
    }
    return {one.pk: hours[one.region_id] for one in positions if one.region_id in hours}


def _earlier(capacities: Collection[str], day: date) -> dict[str, list[int]]:
    """How many files somebody of a role opened on a day, in the four weeks before; days without any do not count."""
    lines = lines_between(day - BEFORE, day).filter(
        verb=Verb.FILE_READ, allowed=True, capacity__in=capacities, file_id__isnull=False
    )
    days = lines.annotate(on=TruncDate("at", tzinfo=BRUSSELS)).values("capacity", "position_id", "on")
    found: dict[str, list[int]] = defaultdict(list)
    for row in days.annotate(files=Count("file_id", distinct=True)):
        found[row["capacity"] or ""].append(row["files"])
    return found


def digests_of_week(monday: date) -> dict[UUID, dict[UUID, bytes]]:
    """The digests of the reads of a week by their line, for each region of the readers."""
    week = lines_between(monday, monday + timedelta(days=7))
    reads = week.filter(verb=Verb.FILE_READ, allowed=True, file_id__isnull=False, position_id__isnull=False)
    found: dict[UUID, dict[UUID, bytes]] = defaultdict(dict)
    rows = list(reads.values_list("id", "hash", "position_id"))
    regions = dict(Position.objects.filter(pk__in={one[2] for one in rows}).values_list("pk", "region_id"))
    for line, digest, position in rows:
        if position in regions:
            found[regions[position]][line] = bytes(digest)
    return found


def tasks_of(position: Position) -> QuerySet[Task]:
    """What a data-protection officer may look at: what concerns readers of the own region, and attempts at the door."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        return Task.objects.none()
    return Task.objects.filter(Q(region=position.region_id) | Q(region__isnull=True))


def unfinished(position: Position) -> list[Task]:
    """What is not done yet: nobody looked, or an explanation was asked for. Late and striking things come first."""
    done = Q(findings__outcome__in=(Outcome.IN_ORDER, Outcome.INCIDENT))
    found = tasks_of(position).exclude(done)
    return list(found.prefetch_related("findings").order_by("due_on", "pk"))


def cases_of(files: Collection[UUID]) -> dict[UUID, Case]:
    """The case of each file, to name it by its reference."""
    return {one.file_id: one for one in Case.objects.filter(file_id__in=files).order_by("pk")}
