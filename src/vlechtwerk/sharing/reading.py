"""Looking at files leaves a line in the record, also when there turns out to be nothing to see.

Call these in the transaction in which the file is looked up, as the last thing in it: when the line cannot be added, the
page is not shown.
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Involvement


def read(
    by: Position,
    file_id: UUID,
    *,
    part: Part = Part.ADMINISTRATIVE,
    purpose: Purpose | None = None,
    verb: Verb = Verb.FILE_READ,
) -> None:
    """Note that somebody looks at a part of a file, in the capacity and under the involvement that give access to it.

    Of several capacities the one that is the role of the position counts, and else the one that was there first.
    """
    mine = Involvement.objects.of(by, timezone.localdate()).filter(file_id=file_id)
    grants = sorted(mine.values_list("capacity", "from_on", "pk"), key=lambda one: (one[0] != by.role, one[1], one[2]))
    capacity, _from_on, grant = grants[0] if grants else ("", None, None)
    note(verb, by=by, file_id=file_id, access=Access(capacity, part, purpose, grant))


def listed(by: Position, files: Iterable[UUID]) -> None:
    """Note which files stood in a list that somebody got: one line for the whole list."""
    note(Verb.FILES_LISTED, by=by, access=Access(shown=tuple(dict.fromkeys(files))))


def refused(by: Position, file_id: UUID | None) -> None:
    """Note that somebody asked for a file that is not theirs to see, or for one that does not exist (None)."""
    note(Verb.FILE_READ, by=by, file_id=file_id, access=Access(allowed=False))
