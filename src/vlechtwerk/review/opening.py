"""Finding the file that is opened in an emergency by its reference, in the region of who opens it."""

import re
from uuid import UUID

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position

REFERENCE = re.compile(r"T?([0-9]{1,9})", re.IGNORECASE | re.ASCII)


def case_with(reference: str, by: Position) -> Case | None:
    """The case in the region of a position with this reference, as T000123 or as the whole identifier; None without one."""
    cases = Case.objects.filter(region=by.region_id).select_related("file")
    short = REFERENCE.fullmatch(reference.strip())
    if short:
        return cases.filter(number=int(short[1])).first()
    try:
        return cases.filter(pk=UUID(reference.strip())).first()
    except ValueError:
        return None
