"""An unfinished form is its author's alone, and only while the part is open to her."""

import pytest
from django.db import connection

from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import TODAY, text_of
from tests.unsent.filling import TYPED, begin, drawn, rows, typed_in, url_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind


@pytest.mark.parametrize("role", [WORK, CARER, Role.CLIENT, Role.NETWORK_COORDINATOR, Role.DATA_PROTECTION_OFFICER])
def test_nobody_else_reads_or_removes_what_somebody_is_typing(world: World, role: Role) -> None:
    begin(world)
    (mine,) = rows(world)
    assert rows(world, role) == []
    world.visitor(role).post(url_of(world), {"_keep": "drop", "_kept": str(mine.pk)})
    assert len(rows(world)) == 1


def test_a_colleague_who_opens_the_same_form_finds_it_empty(world: World) -> None:
    begin(world)
    assert typed_in(world.visitor(CARER).get(url_of(world))) == ""


def test_the_words_stand_sealed_in_the_database(world: World) -> None:
    begin(world)
    with acting(world.position(CARE), TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(u)::text, sealed FROM unsent_unsent u")
        ((row, sealed),) = cursor.fetchall()
    assert TYPED.encode() not in bytes(sealed)
    assert "schrijven" not in row


def test_who_has_no_access_any_more_cannot_read_what_she_was_typing(world: World) -> None:
    begin(world)
    file = world.file
    file.blocked_on = TODAY
    file.save()
    assert rows(world) == []
    assert begin(world).status_code == 404


def test_it_is_kept_beside_the_part_that_was_chosen(world: World) -> None:
    world.give_all()
    begin(world, compartment=str(world.part(Kind.SHARED).pk))
    assert [one.compartment_id for one in rows(world)] == [world.part(Kind.SHARED).pk]


def test_a_part_that_is_not_open_is_never_where_it_is_kept(world: World) -> None:
    begin(world, compartment=str(world.part(Kind.SHARED).pk))
    assert [one.compartment_id for one in rows(world)] == [world.part(Kind.CARE_OWN, CARE).pk]


def test_when_access_to_its_part_ends_it_cannot_be_read(world: World) -> None:
    world.give_all()
    begin(world, compartment=str(world.part(Kind.SHARED).pk))
    world.end_all()
    assert rows(world) == []


def test_a_page_that_was_drawn_for_somebody_else_is_not_kept_for_whoever_sends_it(world: World) -> None:
    proof = drawn(world.visitor(CARE).get(url_of(world)))
    assert begin(world, world.visitor(CARER), _drawn=proof).status_code == 404
    assert rows(world, CARER) == rows(world) == []


def test_for_an_outsider_there_is_nothing_to_keep_it_for(world: World) -> None:
    assert begin(world, world.visitor(None)).status_code == 404


def test_no_address_of_somebody_else_leads_to_it(world: World) -> None:
    begin(world)
    (mine,) = rows(world)
    page = world.visitor(CARER).get(f"{url_of(world)}?concept={mine.pk}")
    assert TYPED not in text_of(page)
