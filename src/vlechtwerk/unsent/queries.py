"""Finding what was kept of a form, and where in a file it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.http import HttpRequest, QueryDict

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.authored import texts_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.unsent.models import Unsent

CHOSEN = "concept"
"""The part of an address that names one of several unfinished forms."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a form: when it was, what was typed, and the moments of others of the same form by identifier."""

    id: UUID
    at: datetime
    values: QueryDict
    others: Sequence[tuple[UUID, datetime]]


def address_of(request: HttpRequest) -> str:
    """A digest of where a form stands: the same for every visitor, with what is asked in the address itself."""
    asked = sorted((name, value) for name, values in request.GET.lists() if name != CHOSEN for value in values)
    return sha256(repr((request.path, asked)).encode()).hexdigest()


def kept_of(position: Position, address: str, today: date, chosen: str = "") -> Kept | None:
    """What a position kept of the form at an address: the one that is chosen, and else the last one.

    Call it inside `sharing.identity.acting`. What cannot be opened any more counts as nothing.
    """
    mine = Unsent.objects.visible_to(position, today).filter(address=address).order_by("-kept_at", "-pk")
    opened = texts_of(mine)
    if not opened:
        return None
    row, text = next((one for one in opened if str(one[0].pk) == chosen), opened[0])
    others = [(one.pk, one.kept_at) for one, _text in opened if one.pk != row.pk]
    return Kept(row.pk, row.kept_at, QueryDict(text), others)


def part_for(position: Position, case_id: UUID, today: date, wanted: Sequence[str]) -> Compartment:
    """The part of a file beside which a form is kept: the first that is open of those wanted, and else any that is open.

    `wanted` are identifiers and kinds of parts. Raises Case.DoesNotExist for whom the case does not exist, and when nothing of it
    is open.
    """
    case = Case.objects.visible_to(position, today).get(pk=case_id)
    parts = list(open_compartments(position, Verb.READ, today).filter(file=case.file_id))
    order = [*wanted, *(str(kind) for kind in Kind)]
    named = {name: part for part in parts for name in (str(part.pk), part.kind)}
    found = next((named[name] for name in order if name in named), None)
    if found is None:
        raise Case.DoesNotExist
    return found
