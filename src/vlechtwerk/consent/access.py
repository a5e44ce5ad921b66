"""Which items are open to whom: the first wall, which says the same as the second one (`consent.walls`)."""

from datetime import date
from typing import Self, TypeVar

from django.db.models import Case, F, Model, Q, QuerySet, When

from vlechtwerk.consent.models import Item, State
from vlechtwerk.consent.walls import SEES_EVERY_ITEM
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.models import File, holds
from vlechtwerk.sharing.policy import Verb

M = TypeVar("M", bound=Model)
MINE = "file__involvements__"


def open_items(position: Position, on: date) -> QuerySet[Item]:
    """The items that a position may see on a day, as far as their part is open to it."""
    if not position.is_active_on(on):
        return Item.objects.none()
    # Whoever handed over reads on what was meant for the capacity of before.
    reads_on = When(**{f"{MINE}capacity": str(Role.EARLIER_CASE_MANAGER)}, then=F(f"{MINE}follows__capacity"))
    capacity = Case(reads_on, default=F(f"{MINE}capacity"))
    consented = Q(consents__state=State.GIVEN, consents__until_on__gt=on, consents__audience__contains=[capacity])
    shared = Q(closed_at__isnull=True) & (Q(audience__contains=[capacity]) | consented)
    always = Q(author=position) | Q(**{f"{MINE}capacity__in": SEES_EVERY_ITEM})
    # One call, so that every condition is about the same involvement and the same consent.
    return Item.objects.filter(holds(on, MINE) & Q(**{f"{MINE}position": position}) & (always | shared))


class ShareableQuerySet(QuerySet[M]):
    """Content as it is looked for. `visible_to` is the only way in."""

    def visible_to(self, position: Position, on: date) -> Self:
        """The rows that a position may see on a day: their part is open to it, and so is the item. Others do not exist."""
        parts = open_compartments(position, Verb.READ, on)
        return self.filter(compartment__in=parts, item__in=open_items(position, on))

    def in_file(self, file: File) -> Self:
        """The rows of one file."""
        return self.filter(compartment__file=file)
