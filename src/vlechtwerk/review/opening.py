"""Finding the file that is opened in an emergency by its reference, in the region of who opens it."""

import re
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position

REFERENCE = re.compile(r"(?:AT-)?([0-9A-F]{6})", re.IGNORECASE)


def case_with(reference: str, by: Position) -> Case | None:
    """The case in the region of a position with this reference, as AT-1A2B3C or as the whole identifier.

    None when there is none, or more than one: then only the whole identifier tells which is meant.
    """
    cases = Case.objects.filter(region=by.region_id).select_related("file")
    short = REFERENCE.fullmatch(reference.strip())
    if short:
        named = cases.annotate(text=Cast("pk", CharField())).filter(text__endswith=short[1].lower())[:2]
        found = list(named)
        return found[0] if len(found) == 1 else None
    try:
        return cases.filter(pk=UUID(reference.strip())).first()
    except ValueError:
        return None
