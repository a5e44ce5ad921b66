"""What waits for a case manager about who takes part in the own cases: access to give, and places that were left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.waiting import Asked, Waiting, waiting_for
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.shapes import Action

MOST = 20
"""How many are named; the rest are counted."""


@dataclass(frozen=True)
class Shown:
    """What waits, each with where it is done; `more` is how many are not named. `files` are those of which a name is shown."""

    actions: Sequence[Action] = ()
    files: Sequence[UUID] = ()
    more: int = 0


def waiting(position: Position, today: date) -> Shown:
    """What waits for a position. Nothing is asked of who is no case manager."""
    found = waiting_for(position, today) if position.role in CASE_MANAGERS else []
    if not found:
        return Shown()
    named = found[:MOST]
    cases = Case.objects.filter(procedure=ACTIVATION.name, file__in=[one.file.pk for one in named])
    ids = dict(cases.values_list("file_id", "pk"))
    shown = [one for one in named if one.file.pk in ids]
    actions = [Action(_text(one), reverse("dossier_access", args=[ids[one.file.pk]])) for one in shown]
    return Shown(actions, [one.file.pk for one in shown], len(found) - len(named))


def _text(one: Waiting) -> str:
    told = {"person": str(one.file.person), "role": label("role", one.role)}
    texts = {
        Asked.GIVE: _("%(person)s: give access to the %(role)s"),
        Asked.END: _("%(person)s: end the place of the %(role)s who was replaced"),
        Asked.FILL: _("%(person)s: nobody has the place of %(role)s any more"),
    }
    return texts[one.asked] % told
