"""Looking at files and writing in them leaves a line in the record, also when there turns out to be nothing to see.

Call these in the transaction in which the file is looked up, as the last thing in it: when the line cannot be added, the
page is not shown.
"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Involvement


def part_of(by: Position, involved: Iterable[Involvement]) -> Involvement | None:
    """The part of somebody in a file that counts for the record; None when there is none.

    `involved` is the involvement in that file that holds today, of the position and perhaps of others. Of several capacities
    the one that is the role of the position counts, and else the one that was there first.
    """
    mine = (one for one in involved if one.position_id == by.pk)
    return min(mine, key=lambda one: (one.capacity != by.role, one.from_on, one.pk), default=None)


def under(grant: Involvement, part: Part = Part.ADMINISTRATIVE, purpose: Purpose | None = None) -> Access:
    """What the record tells about doing something in a part of a file under an involvement.

    Emergency access was opened for a reason, and that is what it is for.
    """
    emergency = grant.emergency_for
    wanted = Purpose(emergency) if emergency else purpose
    return Access(grant.capacity, part, wanted, grant.pk, emergency=bool(emergency))


def writing(by: Position, involved: Iterable[Involvement], part: Part = Part.ADMINISTRATIVE) -> Access:
    """What the record tells about writing in a file: under which part in it, or (for who has none) as which role."""
    grant = part_of(by, involved)
    return Access(part=part) if grant is None else under(grant, part)


def writing_in(file_id: UUID, by: Position, part: Part = Part.ADMINISTRATIVE) -> Access:
    """The same as `writing`, for who did not look up yet who takes part: one query."""
    return writing(by, Involvement.objects.of(by, timezone.localdate()).filter(file_id=file_id), part)


def about(part: Involvement, by: Position) -> Access:
    """What the record tells about beginning or ending a part in a file: the capacity of who does it, and which part it is."""
    return replace(writing_in(part.file_id, by), grant_id=part.pk)


def read(
    by: Position,
    involved: Iterable[Involvement],
    *,
    part: Part = Part.ADMINISTRATIVE,
    purpose: Purpose | None = None,
    verb: Verb = Verb.FILE_READ,
) -> None:
    """Note that somebody looks at a part of a file, in the capacity and under the involvement that give access to it.

    `involved` is as for `part_of`. Raises Involvement.DoesNotExist when the reader has no part in the file: then there is
    nothing to look at.
    """
    grant = part_of(by, involved)
    if grant is None:
        raise Involvement.DoesNotExist
    note(verb, by=by, file_id=grant.file_id, access=under(grant, part, purpose))


def listed(
    by: Position,
    files: Iterable[UUID],
    part: Part = Part.ADMINISTRATIVE,
    *,
    verb: Verb = Verb.FILES_LISTED,
) -> None:
    """Note which files stood in a list that somebody got, and of which part: one line for the whole list."""
    note(verb, by=by, access=Access(part=part, shown=tuple(dict.fromkeys(files))))


def refused(by: Position, file_id: UUID | None) -> None:
    """Note that somebody asked for a file that is not theirs to see, or for one that does not exist (None)."""
    note(Verb.FILE_READ, by=by, file_id=file_id, access=Access(allowed=False))
