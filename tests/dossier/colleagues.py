"""Colleagues of the people of the scene, and what they hand over or stand in for."""

from datetime import date
from typing import Any
from uuid import uuid4

from tests.cast import LONG_AGO
from tests.dossier.world import World
from vlechtwerk.accounts.models import Account
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.handing_over import HandOver
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.standing_in import StandIn


def colleague_of(world: World, role: Role, *, elsewhere: bool = False) -> Position:
    """Somebody with the same function, of the same organisation or another one, who takes no part."""
    model = world.position(role)
    account = Account.objects.create(username=f"new-{uuid4().hex[:8]}", name="Nieuw Gezicht", is_demo=True)
    kind = model.organisation.kind
    place = Organisation.objects.create(name="Elders", kind=kind) if elsewhere else model.organisation
    return Position.objects.create(
        account=account, organisation=place, region=model.region, role=role, from_on=LONG_AGO
    )


def place(world: World, role: Role) -> Involvement:
    """The place of a member of the cast in the file."""
    return Involvement.objects.get(file=world.file, capacity=role, position=world.position(role))


def handing(world: World, role: Role, to: Position, **changed: Any) -> HandOver:
    """A hand-over of 1 on 2 May 2026, with what is changed about it."""
    told = {
        "last_day": date(2026, 5, 1),
        "first_day": date(2026, 5, 2),
        "reason": "andere opdracht",
        "reading_days": 30,
        **changed,
    }
    return HandOver(place(world, role), to, **told)


def away(colleague: Position, **changed: Any) -> StandIn:
    """A stand-in from 1 to 14 May 2026, with what is changed about it."""
    told = {"first": date(2026, 5, 1), "last": date(2026, 5, 14), "reason": "verlof", **changed}
    return StandIn(colleague, **told)


def parts_of(world: World, role: Role) -> list[Involvement]:
    """Every part in the file in a capacity, of any time."""
    return list(Involvement.objects.filter(file=world.file, capacity=role).order_by("id"))
