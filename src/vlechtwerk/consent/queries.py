"""What stands beside an item for whoever sees it: the consents that it may know of, and the client's remarks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vlechtwerk.consent.models import Consent, Item, Remark
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.sealed_texts import open_texts

TABLE, TEXTS = "consent_remark", ("text",)
"""Where the words of remarks stand."""


@dataclass(frozen=True)
class Beside:
    """The consents and remarks of items, each by the identifier of its item."""

    consents: Mapping[UUID, Sequence[Consent]]
    remarks: Mapping[UUID, Sequence[Remark]]


def beside(items: Iterable[Item]) -> Beside:
    """Every consent and remark of these items, the oldest first. Call it inside `sharing.identity.acting`.

    It takes two queries, and one for the keys when there are remarks beside own notes of care. What a reader may know of the
    consents is told by `known_to`.
    """
    wanted = [one.pk for one in items]
    consents: dict[UUID, list[Consent]] = defaultdict(list)
    for one in Consent.objects.filter(item__in=wanted).select_related("asked_by__account").order_by("asked_at", "pk"):
        consents[one.item_id].append(one)
    remarks: dict[UUID, list[Remark]] = defaultdict(list)
    for remark in open_texts(TABLE, Remark.objects.filter(item__in=wanted).order_by("written_at", "pk"), TEXTS):
        remarks[remark.item_id].append(remark)
    return Beside(consents, remarks)


def known_to(position: Position, capacities: frozenset[Role], item: Item, consents: Sequence[Consent]) -> list[Consent]:
    """The consents of an item that somebody may know of.

    The author and the client know all of them. Whoever else sees the item knows what opens it to them and what they asked
    themselves, and never that something is withheld from others (AT-247).
    """
    if item.author_id == position.pk or Role.CLIENT in capacities:
        return list(consents)
    mine = {str(one) for one in capacities}
    return [one for one in consents if one.asked_by_id == position.pk or mine & set(one.audience)]


def reached(item: Item, consents: Iterable[Consent], on: date) -> dict[str, date | None]:
    """The capacities that see an item on a day, besides author and client: each with the first day without consent.

    None stands for no consent needed.
    """
    if item.closed_at is not None:
        return {}
    found: dict[str, date | None] = dict.fromkeys(item.audience)
    for one in consents:
        if one.holds_on(on):
            for capacity in one.audience:
                end = found.get(capacity, one.until_on)
                found[capacity] = None if end is None else max(end, one.until_on)
    return found
