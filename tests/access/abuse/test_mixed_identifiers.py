"""An address with several identifiers is asked with those of two files mixed: it answers as for something nobody made."""

from itertools import product
from uuid import UUID, uuid4

import pytest
from django.urls import get_resolver

from tests.access.abuse.test_identifiers import SLOT, answer, filled, identifiers, other
from tests.access.test_access import routes
from tests.dossier.world import CARE, World
from tests.scene import TODAY
from vlechtwerk.consent.models import Item
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

__all__ = ["other"]
Pair = tuple[UUID, ...]


def several() -> list[str]:
    """Every address with two identifiers or more."""
    return [route for route in routes(get_resolver().url_patterns) if len(SLOT.findall(route)) > 1]


def all_of(world: World) -> list[UUID]:
    """Something of every kind that belongs to a file, the case and an item in front."""
    with acting(world.scene.client, TODAY):
        items = list(Item.objects.filter(file=world.file).order_by("pk").values_list("pk", flat=True))
    return [world.scene.case.pk, items[0], *identifiers(world)[1:]]


def mixed(route: str, own: list[UUID], foreign: list[UUID]) -> dict[Pair, list[Pair]]:
    """The identifiers for an address with at least one of the other file, by those with one that is nobody's in its place.

    In the first place stands the case of either file, in the others something of every kind of either.
    """
    others = [(*own, *foreign)] * (len(SLOT.findall(route)) - 1)
    found: dict[tuple[UUID | None, ...], list[Pair]] = {}
    for values in product((own[0], foreign[0]), *others):
        if set(values) & set(foreign):
            found.setdefault(tuple(None if one in foreign else one for one in values), []).append(values)
    return {tuple(one or uuid4() for one in kept): pairs for kept, pairs in found.items()}


def test_there_are_addresses_with_several_identifiers() -> None:
    assert len(several()) >= 6
    assert any("<uuid:item>" in route for route in several())


@pytest.mark.parametrize("role", [CARE, Role.CLIENT])
@pytest.mark.parametrize("route", several())
def test_identifiers_of_two_files_in_one_address_answer_as_none(
    world: World, other: World, role: Role, route: str
) -> None:
    world.give_all()
    browser = world.visitor(role)
    differing = []
    for absent, pairs in mixed(route, all_of(world), all_of(other)).items():
        nothing = answer(browser, filled(route, absent))
        differing += [there for there in pairs if answer(browser, filled(route, there)) != nothing]
    assert differing == []
