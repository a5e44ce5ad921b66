"""Opening a case to look at it: whatever comes of it stands in the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.models import Involvement


class Shown(Protocol):
    """Something that shows a case: it knows who takes part in the file today."""

    @property
    def involved(self) -> Iterable[Involvement]:
        """The involvement in the file that holds today."""


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
    that neither answer nor time tells them apart.
    """
    try:
        with transaction.atomic():
            found = look_up()
            reading.read(by, found.involved, part=way.part, purpose=way.purpose, verb=way.verb)
            return found
    except (Case.DoesNotExist, Involvement.DoesNotExist):
        reading.refused(by, Case.objects.filter(pk=id).values_list("file_id", flat=True).first())
        raise Case.DoesNotExist from None


def taking_part(id: UUID, position: Position, on: date) -> QuerySet[Involvement]:
    """Everybody who takes or took part in the file of a case, for a position that takes part in it on a day; else nobody.

    Ask this before anything else about a case. Of a case that is not there the database looks whether the position takes part
    in a file that is not there: the same steps as for one that is hidden, of which nothing more is read either.
    """
    file = Subquery(Case.objects.filter(pk=id).values("file_id"))
    asked = Coalesce(file, Value(id, output_field=UUIDField()))
    mine = Involvement.objects.of(position, on).filter(file_id=asked)
    return Involvement.objects.filter(Exists(mine), file_id=asked)
