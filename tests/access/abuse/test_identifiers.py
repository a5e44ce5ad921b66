"""Somebody who knows an identifier of another file knows nothing: it answers as one that nobody ever made."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.access.test_access import routes
from tests.dossier.world import CARE, WORK, World, fill, told
from tests.rules.histories import IN_PROGRESS
from tests.scene import TODAY, Scene, add_client
from vlechtwerk.accounts.models import Account
from vlechtwerk.dossier.models import Note
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Grant, Involvement

SLOT = re.compile(r"<uuid:\w+>")
EVERYBODY = [WORK, CARE, Role.CLIENT]


@pytest.fixture
def other(world: World) -> World:
    """Another file with notes and grants, of other people at the same organisations."""
    cast = world.scene.cast
    case = cast.open(IN_PROGRESS, name="Ander")
    made = World(Scene(cast, case, add_client(cast, case)))
    fill(made)
    made.give_all()
    for one in case.file.involvements.exclude(capacity=Role.CLIENT).select_related("position__organisation"):
        one.position = colleague_of(one.position)
        one.save()
    return made


def colleague_of(position: Position) -> Position:
    """Somebody else with the same role at the same organisation."""
    account = Account.objects.create(username=f"other {position.role}", name="Collega", is_demo=True)
    return Position.objects.create(
        account=account, organisation=position.organisation, region=position.region, role=position.role,
        from_on=position.from_on,
    )  # fmt: skip


def identifiers(of: World) -> list[UUID]:
    """Something of every kind that belongs to a file."""
    case, file = of.scene.case, of.file
    with acting(of.scene.client, TODAY):
        note = Note.objects.in_file(file)[0]
    found = [case, file, file.person, case.events.all()[2], case.obligations.all()[0], note, note.author]
    found += [Grant.objects.filter(compartment__file=file, until_on=None)[0], Involvement.objects.filter(file=file)[0]]
    return [*(one.pk for one in found), Compartment.objects.filter(file=file)[0].pk]


def addresses(own: UUID, foreign: list[UUID]) -> Iterator[tuple[str, str]]:
    """Every address with an identifier in it: with one of another file in each place, and the same with one that is nobody's."""
    for route in routes(get_resolver().url_patterns):
        slots = len(SLOT.findall(route))
        for one, foreigners in product(foreign, product([False, True], repeat=slots) if slots else ()):
            if any(foreigners):
                there = tuple(one if is_foreign else own for is_foreign in foreigners)
                absent = tuple(uuid4() if is_foreign else own for is_foreign in foreigners)
                yield filled(route, there), filled(route, absent)


def filled(route: str, values: tuple[UUID, ...]) -> str:
    """An address with these identifiers in it."""
    for value in values:
        route = SLOT.sub(str(value), route, count=1)
    return "/" + route.replace("<slug:event>", "care_suspended")


def answer(browser: Client, address: str) -> tuple[int, str]:
    """What comes back, without what is different every time."""
    found = browser.get(address)
    return found.status_code, re.sub(r'nonce="[^"]*"|value="[^"]*"', "", found.content.decode())


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_identifier_of_another_file_answers_as_none(world: World, other: World, role: Role) -> None:
    browser, asked = world.visitor(role), list(addresses(world.scene.case.pk, identifiers(other)))
    assert len(asked) > 60
    differing = [there for there, absent in asked if answer(browser, there) != answer(browser, absent)]
    assert differing == []
    assert {browser.get(there).status_code for there, _absent in asked[:40]} <= {404, 405}


def sent(browser: Client, url: str, name: str, value: object, **more: Any) -> int:
    """The status of a form with an identifier in it."""
    return browser.post(url, {**more, name: str(value)}).status_code


def test_an_identifier_of_another_file_does_nothing_in_a_form(world: World, other: World) -> None:
    note, grant = identifiers(other)[5], identifiers(other)[7]
    to, part = Involvement.objects.filter(file=other.file)[0], other.parts()[1]
    given = {"parts": ["shared"], "reason": "nodig", "idempotency_key": str(uuid4())}
    own = told(world.parts()[1])
    for name, value, role, page, more in (
        ("corrects", note, CARE, "luik/schrijven/", own),
        ("compartment", part.pk, CARE, "luik/schrijven/", {**own, "compartment": ""}),
        ("ends", grant, WORK, "luik/toegang/beeindigen/", {}),
        ("to", to.pk, WORK, "luik/toegang/geven/", given),
    ):
        browser, url = world.visitor(role), f"{world.scene.url}{page}"
        statuses = {sent(browser, url, name, one, **{**more, name: ""}) for one in (value, uuid4())}
        assert statuses <= {404, 422}, name
        assert len(statuses) == 1, name
    assert Grant.objects.get(pk=grant).until_on is None
