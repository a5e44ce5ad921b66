"""What the client is told about who looked at the own file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from vlechtwerk.audit.queries import Look, who_looked
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.organisations.rows import objects_of
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.statements import AS_CLIENT, parts_of

PAGE = 50
EVERYTHING = 20_000
"""The most lines of a file that somebody keeps."""


@dataclass(frozen=True, slots=True)
class Looks:
    """One page of who looked, the latest day in front, with the organisations and the grants that are named in it."""

    lines: Sequence[Look]
    organisations: Mapping[UUID, Organisation]
    grants: Mapping[UUID, Involvement]
    page: int
    has_more: bool


def own_parts(position: Position, on: date) -> list[Involvement]:
    """The parts that a position has as the client: in the own file, and never in that of somebody else."""
    parts = parts_of(position, on)
    if parts is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(AS_CLIENT.format(parts=parts.text), parts.values)
        return objects_of(Involvement, cursor.fetchall())


def looks_at(files: Sequence[UUID], page: int, size: int = PAGE) -> Looks:
    """Who looked at these files: three queries, whatever the number of lines."""
    first = (page - 1) * size
    found = who_looked(files, first, first + size + 1)
    lines = found[:size]
    return Looks(
        lines=lines,
        organisations=Organisation.objects.in_bulk([one.organisation_id for one in lines if one.organisation_id]),
        grants=Involvement.objects.in_bulk([one.grant_id for one in lines if one.grant_id]),
        page=page,
        has_more=len(found) > size,
    )
