"""Writing the audit line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from vlechtwerk.audit.models import Entry, Verb


class Acting(Protocol):
    """Whoever acts: a position with its account."""

    id: UUID
    account_id: UUID


@dataclass(frozen=True, slots=True)
class AccountOnly:
    """An account that acts before a position is chosen, such as at signing in."""

    account_id: UUID


def note(verb: Verb, *, by: Acting | AccountOnly, file_id: UUID | None = None, rules: Iterable[str] = ()) -> None:
    """Add a line about what `by` did. Call it in the transaction of the deed, so that neither exists without the other.

    `rules` are the ids of the rules that were asked; an id that comes twice is kept once.
    """
    Entry.objects.create(
        account_id=by.account_id,
        position_id=None if isinstance(by, AccountOnly) else by.id,
        verb=verb,
        file_id=file_id,
        rules=list(dict.fromkeys(rules)),
    )
