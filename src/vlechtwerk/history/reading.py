"""Opening a case to look at it: whatever comes of it stands in the record."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing import reading

T = TypeVar("T")


def opened(id: UUID, by: Position, look_up: Callable[[], T]) -> T:
    """What `look_up` finds about the case with this identifier; the line about it is added in the same transaction.

    Raises Case.DoesNotExist when `look_up` does. The attempt then stands in the record by itself. A case that is not for
    these eyes and one that does not exist take the same steps, so that neither answer nor time tells them apart.
    """
    try:
        with transaction.atomic():
            found = look_up()
            reading.read(by, Case.objects.values_list("file_id", flat=True).get(pk=id))
            return found
    except Case.DoesNotExist:
        reading.refused(by, Case.objects.filter(pk=id).values_list("file_id", flat=True).first())
        raise
