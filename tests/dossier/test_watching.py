"""The notes tell when nobody was in touch for a while."""

from uuid import uuid4

import pytest
import time_machine

from tests.dossier.world import CARE, CARER, WORK, World, told
from tests.scene import text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

AN_ID = "AT-128"


def warned(world: World, role: Role, day: str) -> bool:
    """Whether the page with the notes warns somebody on a day."""
    with time_machine.travel(f"{day}T10:00:00+02:00", tick=True):
        return AN_ID in text_of(world.visitor(role).get(world.url))


@pytest.fixture
def open_file(world: World) -> World:
    """The plan was approved on 3 April 2026, the last notes are of 20 April, and everybody has access."""
    world.give_all()
    return world


@pytest.mark.rule("AT-128")
@pytest.mark.parametrize(("day", "expected"), [("2026-06-18", False), ("2026-06-19", True)])
def test_sixty_days_after_the_last_note_of_20_april_are_told(open_file: World, day: str, expected: bool) -> None:
    assert warned(open_file, CARE, day) is expected


@pytest.mark.rule("AT-128")
@pytest.mark.parametrize(("day", "expected"), [("2026-06-29", False), ("2026-06-30", True)])
def test_a_call_begins_the_sixty_days_anew(open_file: World, day: str, expected: bool) -> None:
    note = told(open_file.part(Kind.SHARED), kind="phone", happened_on="2026-05-01", idempotency_key=str(uuid4()))
    assert open_file.visitor(WORK).post(f"{open_file.url}schrijven/", note).status_code == 302
    assert warned(open_file, CARE, day) is expected


def test_a_provider_is_not_warned(open_file: World) -> None:
    assert not warned(open_file, CARER, "2026-08-03")
