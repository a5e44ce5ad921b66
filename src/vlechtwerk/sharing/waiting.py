"""What waits for a case manager about who takes part: access to give, a place to end, and a place that was left.

Nothing is stored: it follows from who takes part and what was granted, so it is gone as soon as it is done.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import in_stage
from vlechtwerk.sharing.models import File, Grant, Involvement
from vlechtwerk.sharing.policy import GRANTABLE, Stage, verbs_by_grant

GETS_ACCESS = tuple(
    str(role) for role in Role
    if role not in {Role.WORK_CASE_MANAGER, Role.EARLIER_CASE_MANAGER}
    and any(verbs_by_grant(role, kind) for kind in GRANTABLE)
)  # fmt: skip
"""Who waits for access that the work case manager gives."""

OTHER = {Role.WORK_CASE_MANAGER: Role.CARE_CASE_MANAGER, Role.CARE_CASE_MANAGER: Role.WORK_CASE_MANAGER}
IS_REPLACED, OF_WORK = attrgetter("is_replaced"), attrgetter("work")
"""What the database tells beside the fields of a row."""


class Asked(StrEnum):
    """What is asked: to give somebody access, to end the place of somebody who was replaced, or to fill a place that was left."""

    GIVE = "give"
    END = "end"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits in a file. `part` is whom it is about; None for a place that stands empty."""

    asked: Asked
    file: File
    role: Role
    part: Involvement | None = None


def waiting_for(position: Position, on: date, files: Collection[File] | None = None) -> list[Waiting]:
    """What waits for a position on a day, in these files or in all its own: three queries at most, whatever their number."""
    own = Involvement.objects.of(position, on)
    if files is not None:
        own = own.filter(file__in=[one.pk for one in files])
    mine = {role: own.filter(capacity=role).values_list("file_id", flat=True) for role in CASE_MANAGERS}
    return [*_about_others(mine[Role.WORK_CASE_MANAGER], on), *_left(mine, on)]


def _about_others(files: QuerySet[Involvement, UUID], on: date) -> list[Waiting]:
    """Who takes part and was never given access (AT-078, AT-127), and who was replaced by somebody else (AT-127)."""
    never = ~Exists(Grant.objects.filter(involvement=OuterRef("pk")))
    # Whoever follows takes part in the same file, and files have an index.
    follower = Involvement.objects.filter(file=OuterRef("file"), follows=OuterRef("pk"), capacity=OuterRef("capacity"))
    replaced = Exists(follower.filter(in_force(on)))
    people = Involvement.objects.filter(
        in_force(on), in_force(on, "position__"), in_stage(Stage.OPEN, on, "file__"), file__in=files
    )
    found = people.filter(file__owned_from__lte=on, capacity__in=GETS_ACCESS).annotate(
        is_replaced=replaced, never=never
    )
    shown = found.filter(Q(is_replaced=True) | Q(never=True)).select_related("file__person", "position__account")
    return [
        Waiting(Asked.END if IS_REPLACED(one) else Asked.GIVE, one.file, Role(one.capacity), one)
        for one in shown.order_by("file_id", "id")
    ]


def _left(mine: dict[Role, QuerySet[Involvement, UUID]], on: date) -> list[Waiting]:
    """The places of case managers that somebody had and nobody has now (AT-026)."""
    left = {role: _had_and_lost(role, on) for role in mine}
    asked = [Q(pk__in=mine[other]) & left[role] for role, other in OTHER.items()]
    files = File.objects.filter(asked[0] | asked[1], in_stage(Stage.OPEN, on)).annotate(
        work=left[Role.WORK_CASE_MANAGER]
    )
    return [
        Waiting(Asked.FILL, one, Role.WORK_CASE_MANAGER if OF_WORK(one) else Role.CARE_CASE_MANAGER)
        for one in files.select_related("person").order_by("pk")
    ]


def _had_and_lost(role: Role, on: date) -> Q:
    ever = Involvement.objects.filter(file=OuterRef("pk"), capacity=role)
    return Q(Exists(ever)) & ~Q(Exists(ever.filter(in_force(on), in_force(on, "position__"))))
