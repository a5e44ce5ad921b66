"""Own notes of care stand nowhere in words, and open only where they were written for who may read them."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext

from tests.dossier.raw import dump, holds, tampered
from tests.dossier.world import CARE, CARER, SAID, WORK, World, canary, told, undone
from tests.scene import TODAY, text_of
from vlechtwerk.dossier.actions import item_of, new_note
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.sealing import opened, seal
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.crypto import Tampered
from vlechtwerk.sharing.guard import NobodyActs
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import CompartmentKey
from vlechtwerk.sharing.policy import Kind

SWAP = (
    "UPDATE dossier_note n SET sealed = o.sealed FROM dossier_note o"
    " WHERE n.id = %s AND o.id = %s OR n.id = %s AND o.id = %s"
)
ROLES = [
    WORK,
    Role.NETWORK_COORDINATOR,
    Role.WORK_PROVIDER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
    Role.PROJECT_FOLLOWER,
    Role.DGS,
]


def keys_given(position: Position) -> set[object]:
    """The parts of which the database gives the key, asked without any condition."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT compartment_id FROM sharing_compartmentkey")
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.rule("AT-245")
@pytest.mark.django_db(transaction=True)
def test_abuse_25_a_copy_of_the_database_holds_no_word_of_own_notes(world: World) -> None:
    own = world.part(Kind.CARE_OWN, CARE)
    absence = "Belde af met griep"
    answers = told(own, text="Twijfelt aan zichzelf", attendees=["care_case_manager"], client_absence=absence)
    assert world.visitor(CARE).post(f"{world.url}schrijven/", answers).status_code == 302
    words = [canary(own), canary(world.part(Kind.CARE_OWN, CARER)), answers["text"], absence]
    copy = dump()
    assert [word for word in words if holds(copy, word)] == []
    assert holds(copy, canary(world.part(Kind.SHARED)))


@pytest.mark.rule("AT-245")
@pytest.mark.parametrize("role", ROLES)
def test_abuse_3_nobody_outside_care_gets_even_the_wrapped_key(world: World, role: Role) -> None:
    world.give_all()
    assert keys_given(world.position(role)) == set()
    with acting(world.position(role), TODAY):
        assert not CompartmentKey.objects.exists()


def test_the_care_team_gets_the_key_of_its_own_notes_and_the_client_all(world: World) -> None:
    own, other = (world.part(Kind.CARE_OWN, role).pk for role in (CARE, CARER))
    found = {role: keys_given(world.position(role)) for role in (CARE, CARER, Role.CLIENT)}
    assert found == {CARE: {own}, CARER: {other}, Role.CLIENT: {own, other}}


def test_the_program_makes_no_key_where_nobody_may_write(world: World) -> None:
    for part in (world.part(Kind.CARE_OWN, CARE), world.part(Kind.SHARED)):
        with pytest.raises(DatabaseError, match="row-level security"), undone(), acting(world.position(WORK), TODAY):
            CompartmentKey.objects.create(compartment=part, wrapped=b"x", wrapped_by="x")


@pytest.mark.parametrize(
    "change", ["UPDATE sharing_compartmentkey SET made_at = now()", "DELETE FROM sharing_compartmentkey"]
)
def test_the_program_changes_and_removes_no_key(world: World, change: str) -> None:
    with acting(world.position(CARE), TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('vlechtwerk.keeping', 'on', true)")
        cursor.execute(change)
        assert cursor.rowcount == 0
    with pytest.raises(NobodyActs), connection.cursor() as cursor:
        cursor.execute(change)


def unsealed(world: World, kind: Kind, text: str) -> Note:
    """A note of the care case manager that is not stored yet, with its item."""
    part, author = world.part(kind, CARE if kind is Kind.CARE_OWN else None), world.position(CARE)
    item = item_of(part, SAID, by=author, capacity=CARE)
    item.save(force_insert=True)
    note = new_note(item, SAID)
    note.text = text
    return note


def test_the_database_takes_no_own_note_in_words_and_no_sealed_note_elsewhere(world: World) -> None:
    world.give_all()
    clear, sealed = unsealed(world, Kind.CARE_OWN, "woord"), unsealed(world, Kind.SHARED, "")
    sealed.sealed = b"x"
    for note in (clear, sealed):
        with pytest.raises(IntegrityError, match="is sealed"), undone(), acting(world.position(CARE), TODAY):
            note.save(force_insert=True)


def test_a_sealed_note_has_no_words_beside_it(world: World) -> None:
    note = unsealed(world, Kind.CARE_OWN, "woord")
    with acting(world.position(CARE), TODAY):
        seal([note])
        note.client_absence = "griep"
        with pytest.raises(IntegrityError, match="note_says_something"), undone():
            note.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_what_the_client_says_beside_an_own_note_is_sealed_too(world: World) -> None:
    note = world.write(world.part(Kind.CARE_OWN, CARE), CARE, "woord")
    url, said = f"{world.url}{note.item_id}/", "Zo heb ik het niet gezegd"
    answers = {"idempotency_key": str(uuid4()), "text": said, "disputed": "on"}
    assert world.visitor(Role.CLIENT).post(f"{url}opmerking/", answers).status_code == 302
    for page in (world.url, url):
        assert said in text_of(world.visitor(CARE).get(page))
    assert not holds(dump(), said)


@pytest.mark.django_db(transaction=True)
def test_notes_that_changed_places_are_not_opened(world: World) -> None:
    first, second = (world.write(world.part(Kind.CARE_OWN, role), role, "woord") for role in (CARE, CARER))
    beside = world.write(world.part(Kind.CARE_OWN, CARE), CARE, "ander woord")
    for one, other in ((first, beside), (first, second)):
        tampered([SWAP], one.pk, other.pk, other.pk, one.pk)
        for note in (one, other):
            with pytest.raises(Tampered), acting(world.scene.client, TODAY):
                opened([Note.objects.get(pk=note.pk)])
        tampered([SWAP], one.pk, other.pk, other.pk, one.pk)


@pytest.mark.django_db(transaction=True)
def test_a_note_that_moved_to_another_part_with_its_key_is_not_opened(world: World) -> None:
    note = world.write(world.part(Kind.CARE_OWN, CARE), CARE, "woord")
    elsewhere = world.part(Kind.CARE_OWN, CARER).pk
    tampered(["DELETE FROM sharing_compartmentkey WHERE compartment_id = %s"], elsewhere)
    tampered(["UPDATE sharing_compartmentkey SET compartment_id = %s"], elsewhere)
    tampered(["UPDATE dossier_note SET compartment_id = %s WHERE id = %s"], elsewhere, note.pk)
    with pytest.raises(Tampered), acting(world.scene.client, TODAY):
        opened([Note.objects.get(pk=note.pk)])


def test_an_own_note_is_read_and_corrected_as_every_other(world: World) -> None:
    own, page = world.part(Kind.CARE_OWN, CARE), world.visitor(CARE)
    page.post(f"{world.url}schrijven/", told(own, text="Slaapt slecht 😴"))
    with acting(world.scene.client, TODAY):
        note = Note.objects.filter(compartment=own).latest("id")
    assert "Slaapt slecht 😴" in text_of(page.get(f"{world.url}schrijven/?corrects={note.pk}"))
    page.post(f"{world.url}schrijven/", told(own, text="Slaapt beter", corrects=str(note.pk)))
    shown = text_of(world.visitor(Role.CLIENT).get(world.url))
    assert ("Slaapt beter" in shown, "Slaapt slecht" in shown) == (True, False)


def test_the_keys_of_a_page_take_one_query(world: World) -> None:
    browser = world.visitor(CARE)
    browser.get(world.url)
    with CaptureQueriesContext(connection) as short:
        browser.get(world.url)
    for number in range(5):
        world.write(world.part(Kind.CARE_OWN, CARE), CARE, f"woord {number}")
    with CaptureQueriesContext(connection) as long:
        browser.get(world.url)
    assert len(short) == len(long)
    assert sum('FROM "sharing_compartmentkey"' in one["sql"] for one in long) == 1
