"""What the client is told about who looked at the own file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vlechtwerk.audit.queries import Look, who_looked
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

PAGE = 50


@dataclass(frozen=True, slots=True)
class Looks:
    """One page of who looked, the latest day in front, with the organisations and the grants that are named in it."""

    lines: Sequence[Look]
    organisations: Mapping[UUID, Organisation]
    grants: Mapping[UUID, Involvement]
    page: int
    has_more: bool


def own_files(position: Position, on: date) -> list[UUID]:
    """The files in which a position takes part as the client: the own ones, and never those of somebody else."""
    mine = Involvement.objects.of(position, on).filter(capacity=Role.CLIENT)
    return list(mine.order_by("pk").values_list("file_id", flat=True))


def looks_at(files: Sequence[UUID], page: int) -> Looks:
    """Who looked at these files: three queries, whatever the number of lines."""
    first = (page - 1) * PAGE
    found = who_looked(files, first, first + PAGE + 1)
    lines = found[:PAGE]
    return Looks(
        lines=lines,
        organisations=Organisation.objects.in_bulk([one.organisation_id for one in lines if one.organisation_id]),
        grants=Involvement.objects.in_bulk([one.grant_id for one in lines if one.grant_id]),
        page=page,
        has_more=len(found) > PAGE,
    )
