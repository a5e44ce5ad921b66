"""Opening a case to look at it: whatever comes of it stands in the record."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.organisations.rows import columns_of, object_of
from vlechtwerk.people.models import Person
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.access import OwnAccess, access_of_rows, own_rows
from vlechtwerk.sharing.models import File, Involvement
from vlechtwerk.sharing.statements import parts_of

# Of a case that is not there the database looks for a file that is not there, in the same way as for one that is hidden.
FILE = "coalesce((SELECT c.file_id FROM history_case c WHERE c.id = %(case)s), %(case)s)"
TAKES_PART = "SELECT EXISTS (SELECT FROM ({parts}) mine WHERE mine.file_id = {file})"
IF_IT_TAKES_PART = "(SELECT %(case)s::uuid WHERE EXISTS (SELECT FROM ({parts}) mine WHERE mine.file_id = {file}))"
# Every page about a case reads it, so it is written out: made from a queryset it takes several times as long.
SEEN = """
SELECT {columns} FROM history_case
JOIN sharing_file ON sharing_file.id = history_case.file_id
JOIN people_person ON people_person.id = sharing_file.person_id
JOIN organisations_region ON organisations_region.id = history_case.region_id
WHERE history_case.id = {case} AND history_case.procedure = %(procedure)s
"""


class Shown(Protocol):
    """Something that shows a case: it knows how its reader takes part in the file today."""

    @property
    def own_parts(self) -> Iterable[Involvement]:
        """The involvement of the reader in the file that holds today."""


S = TypeVar("S", bound=Shown)


@dataclass(frozen=True, slots=True)
class Way:
    """How a case is looked at: which part, for what, and on a page or taken along.

    Without a purpose the one counts that goes with the capacity of the reader.
    """

    part: Part = Part.ADMINISTRATIVE
    purpose: Purpose | None = None
    verb: Verb = Verb.FILE_READ


ON_A_PAGE = Way()


def opened(id: UUID, by: Position, look_up: Callable[[], S], way: Way = ON_A_PAGE) -> S:
    """What `look_up` finds about the case with this identifier; the line about it is added in the same transaction.

    Raises Case.DoesNotExist when `look_up` does, and when the reader has no part in the file (any more). The attempt then
    stands in the record by itself. A case that is not for these eyes and one that does not exist take the same steps, so
    that neither answer nor time tells them apart: `look_up` begins with `seen`, or with `takes_part`.
    """
    try:
        # Nothing is written before the line in the record, so that there is nothing to take back to a point in between.
        with nullcontext() if connection.in_atomic_block else transaction.atomic():
            found = look_up()
            reading.read(by, found.own_parts, part=way.part, purpose=way.purpose, verb=way.verb)
            return found
    except (Case.DoesNotExist, Involvement.DoesNotExist):
        reading.refused(by, Case.objects.filter(pk=id).values_list("file_id", flat=True).first())
        raise Case.DoesNotExist from None


def seen(id: UUID, position: Position, today: date, procedure: str) -> Case:
    """A case of a procedure with its file, its person and its region, for a position that takes part in the file on a day.

    Raises Case.DoesNotExist for every other one.
    """
    parts = parts_of(position, today)
    if parts is None:
        raise Case.DoesNotExist
    return _read(
        IF_IT_TAKES_PART.format(parts=parts.text, file=FILE), {"case": id, "procedure": procedure, **parts.values}
    )


def seen_alone(id: UUID, position: Position, today: date, procedure: str) -> tuple[Case, OwnAccess]:
    """The same for who needs nobody else, with what is open to the position itself."""
    rows = own_rows(position, today, FILE, {"case": id})
    if not rows:
        raise Case.DoesNotExist
    case = _read("%(case)s", {"case": id, "procedure": procedure})
    return case, access_of_rows(position, case.file, today, rows)


def _read(case: str, told: Mapping[str, Any]) -> Case:
    """The case with this identifier, as an expression with these values. Raises Case.DoesNotExist when it is none."""
    columns = ", ".join(columns_of(model) for model in (Case, File, Person, Region))
    with connection.cursor() as cursor:
        cursor.execute(SEEN.format(columns=columns, case=case), told)
        row = cursor.fetchone()
    if row is None:
        raise Case.DoesNotExist
    values = iter(row)
    found = object_of(Case, values)
    found.file, found.file.person = object_of(File, values), object_of(Person, values)
    found.region = object_of(Region, values)
    return found


def takes_part(id: UUID, position: Position) -> bool:
    """Whether a position takes part today in the file of the case with this identifier."""
    parts = parts_of(position, timezone.localdate())
    if parts is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute(TAKES_PART.format(parts=parts.text, file=FILE), {**parts.values, "case": id})
        return bool(cursor.fetchone()[0])
