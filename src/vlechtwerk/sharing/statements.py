"""Statements that are written out: the policy of who takes part in which files, and the parts of a file with their grants."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Involvement

STAND_IN = Position(id=UUID(int=1), organisation_id=UUID(int=2), from_on=date.min)
SOME_DAY = date(2000, 1, 1)
"""In the place of whoever asks and of the day, while a statement is made once for everybody."""
PARTS_WITH_GRANTS = """
SELECT c.id, c.kind, c.organisation_id, g.id, g.involvement_id, g.verbs FROM sharing_compartment c
LEFT JOIN sharing_grant g ON g.compartment_id = c.id AND g.involvement_id = ANY(%(mine)s)
    AND g.from_on <= %(on)s AND (g.until_on IS NULL OR g.until_on > %(on)s)
WHERE c.file_id = %(file)s
ORDER BY c.id
"""
"""The parts of a file, each with what was granted in it on a day to some who take part. Named values: `file`, `mine`, `on`."""
PARTS_IN_FILE = "SELECT part.* FROM ({parts}) part WHERE part.file_id = %(file)s ORDER BY part.from_on, part.id"
"""Of the files in which somebody takes part only one. Named values: `file`, and those of `Parts`."""
AS_CLIENT = "SELECT part.* FROM ({parts}) part WHERE part.capacity = 'client' ORDER BY part.id"
"""The files in which somebody takes part as the client. Named values: those of `Parts`."""
OWN_ACCESS = """
SELECT part.*, c.id, c.kind, c.organisation_id, g.id, g.involvement_id, g.verbs FROM ({parts}) part
JOIN sharing_compartment c ON c.file_id = part.file_id
LEFT JOIN sharing_grant g ON g.compartment_id = c.id AND g.involvement_id = part.id
    AND g.from_on <= %(on)s AND (g.until_on IS NULL OR g.until_on > %(on)s)
WHERE part.file_id = {file}
ORDER BY part.from_on, part.id, c.id
"""
"""The involvement of somebody in one file, beside each of its parts with what was granted in it. Named values: `on`, those of
`Parts`, and those of the expression that tells which file it is."""
NAMES = {STAND_IN.pk: "part_position", SOME_DAY: "part_day"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The involvement that a position has on a day, with every column of its table; `values` go with `text`."""

    text: str
    values: Mapping[str, Any]


def parts_of(position: Position, on: date) -> Parts | None:
    """What `Involvement.objects.of` says, as a statement; None when the position itself is not held on the day."""
    if not position.is_active_on(on):
        return None
    return Parts(_text(), {NAMES[STAND_IN.pk]: position.pk, NAMES[SOME_DAY]: on})


@cache
def _text() -> str:
    """The statement that the queryset makes. Making it takes longer than running it, and it is the same for everybody.

    Raises KeyError when the policy comes to ask more than the position and the day.
    """
    text, values = Involvement.objects.of(STAND_IN, SOME_DAY).query.sql_with_params()
    return text % tuple(f"%({NAMES[value]})s" for value in values)
