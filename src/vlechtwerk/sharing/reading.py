"""Looking at files leaves a line in the record, also when there turns out to be nothing to see.

Call these in the transaction in which the file is looked up, as the last thing in it: when the line cannot be added, the
page is not shown.
"""

from collections.abc import Iterable
from uuid import UUID

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Involvement


def read(
    by: Position,
    involved: Iterable[Involvement],
    *,
    part: Part = Part.ADMINISTRATIVE,
    purpose: Purpose | None = None,
    verb: Verb = Verb.FILE_READ,
) -> None:
    """Note that somebody looks at a part of a file, in the capacity and under the involvement that give access to it.

    `involved` is the involvement in that file that holds today, of the reader and perhaps of others. Of several capacities
    the one that is the role of the position counts, and else the one that was there first. Raises Involvement.DoesNotExist
    when the reader has no part in the file: then there is nothing to look at.
    """
    mine = (one for one in involved if one.position_id == by.pk)
    grants = sorted(mine, key=lambda one: (one.capacity != by.role, one.from_on, one.pk))
    if not grants:
        raise Involvement.DoesNotExist
    grant = grants[0]
    note(verb, by=by, file_id=grant.file_id, access=Access(grant.capacity, part, purpose, grant.pk))


def listed(by: Position, files: Iterable[UUID], part: Part = Part.ADMINISTRATIVE) -> None:
    """Note which files stood in a list that somebody got, and of which part: one line for the whole list."""
    note(Verb.FILES_LISTED, by=by, access=Access(part=part, shown=tuple(dict.fromkeys(files))))


def refused(by: Position, file_id: UUID | None) -> None:
    """Note that somebody asked for a file that is not theirs to see, or for one that does not exist (None)."""
    note(Verb.FILE_READ, by=by, file_id=file_id, access=Access(allowed=False))
