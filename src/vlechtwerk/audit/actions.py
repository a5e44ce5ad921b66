"""Adding a line to the record."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db import connection
from uuid_utils.compat import uuid7

from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.audit.purposes import purpose_of


class Acting(Protocol):
    """Whoever acts: a position with its account, its organisation and its role."""

    id: UUID
    account_id: UUID
    organisation_id: UUID
    role: str


@dataclass(frozen=True, slots=True)
class AccountOnly:
    """An account that acts before a position is chosen, such as at signing in; None when nobody knows which."""

    account_id: UUID | None


@dataclass(frozen=True, slots=True)
class Access:
    """How somebody comes to a file: in which capacity, to which part, under which grant, and whether it was allowed.

    Without a capacity the role of the position counts; without a purpose the one that goes with the capacity. What was
    refused was for nothing. `shown` are the files that stood in a list. `emergency` is true under emergency access.
    """

    capacity: str = ""
    part: Part = Part.ADMINISTRATIVE
    purpose: Purpose | None = None
    grant_id: UUID | None = None
    allowed: bool = True
    shown: tuple[UUID, ...] | None = None
    emergency: bool = False

    def told(self, role: str) -> dict[str, object]:
        """What a line says about it, for somebody whose position has this role."""
        capacity = self.capacity or role
        return {
            "capacity": capacity,
            "part": self.part,
            "purpose": (self.purpose or purpose_of(capacity)) if self.allowed else None,
            "grant_id": str(self.grant_id) if self.grant_id else None,
            "allowed": self.allowed,
            "emergency": self.emergency or None,
            "shown": None if self.shown is None else [str(one) for one in self.shown],
        }


def note(
    verb: Verb,
    *,
    by: Acting | AccountOnly,
    file_id: UUID | None = None,
    rules: Iterable[str] = (),
    access: Access | None = None,
) -> None:
    """Add a line about what `by` did or looked at. Call it in the transaction of the deed, as the last thing in it.

    So neither exists without the other, and nobody waits long for the chain that the line belongs to. `rules` are the ids
    of the rules that were asked; an id that comes twice is kept once. What is about a file says how `by` came to it.
    Raises django.db.Error when the line cannot be added: then the deed does not happen either.
    """
    told: dict[str, object] = {
        "id": str(uuid7()),
        "account_id": str(by.account_id) if by.account_id else None,
        "verb": verb,
        "file_id": str(file_id) if file_id else None,
        "allowed": access is None or access.allowed,
        "rules": list(dict.fromkeys(rules)),
    }
    if not isinstance(by, AccountOnly):
        told |= {"position_id": str(by.id), "organisation_id": str(by.organisation_id), "capacity": by.role}
        if file_id or access:
            told |= (access or Access()).told(by.role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.audit_append(%s::jsonb)", [json.dumps(told)])
