"""What waits for a case manager about who takes part in the own cases: access to give, and places that were left."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext_lazy

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.waiting import GETS_ACCESS, Asked
from vlechtwerk.ui.environment import address, label
from vlechtwerk.ui.shapes import Action
from vlechtwerk.worklist import statements_waiting

TEXTS = {
    Asked.GIVE: gettext_lazy("%(person)s: give access to the %(role)s"),
    Asked.END: gettext_lazy("%(person)s: end the place of the %(role)s who was replaced"),
    Asked.FILL: gettext_lazy("%(person)s: nobody has the place of %(role)s any more"),
}
MOST = 20
"""How many are named; the rest are counted."""
VALUES: Mapping[str, Any] = {
    "work": Role.WORK_CASE_MANAGER,
    "care": Role.CARE_CASE_MANAGER,
    "gets_access": list(GETS_ACCESS),
    "procedure": ACTIVATION.name,
    "most": MOST,
}
"""What the statement about what waits needs besides the position and the day."""


class Named(NamedTuple):
    """Something that waits in a case about the place of a role; `total` counts everything that waits."""

    asked: Asked
    role: Role
    file_id: UUID
    case_id: UUID
    person: str
    total: int


@dataclass(frozen=True)
class Shown:
    """What waits, each with where it is done; `more` is how many are not named. `files` are those of which a name is shown."""

    actions: Sequence[Action] = ()
    files: Sequence[UUID] = ()
    more: int = 0


def statement_for(position: Position) -> str:
    """The part of a statement that tells what waits for a position. Nothing is asked of who is no case manager."""
    return statements_waiting.WAITING if position.role in CASE_MANAGERS else statements_waiting.NOTHING


def named_in(answer: str | None) -> list[Named]:
    """What that part answered."""
    return [
        Named(Asked(asked), Role(role), UUID(file), UUID(case), person, total)
        for asked, role, file, case, person, total in json.loads(answer or "[]")
    ]


def shown(waiting: Sequence[Named]) -> Shown:
    """What the home screen shows of it."""
    if not waiting:
        return Shown()
    return Shown(
        actions=[Action(_text(one), address("dossier_access", one.case_id)) for one in waiting],
        files=[one.file_id for one in waiting],
        more=max(waiting[0].total - MOST, 0),
    )


def _text(one: Named) -> str:
    return str(TEXTS[one.asked]) % {"person": one.person, "role": label("role", one.role)}
