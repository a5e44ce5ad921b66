"""Deployment keys come and go, data keys are destroyed, and who reads notices only what must be noticed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from tests.dossier.raw import dump, holds, tampered
from tests.dossier.world import CARE, CARER, WORK, World, canary, told
from tests.scene import text_of
from vlechtwerk.audit.actions import AccountOnly
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import keeping
from vlechtwerk.sharing.keyring import fresh_line, read_keyring
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.sealing import KeyMissing

pytestmark = pytest.mark.django_db(transaction=True)
ITEM = """
INSERT INTO consent_item (id, file_id, compartment_id, author_id, capacity, kind, entry_class, audience)
SELECT %s, file_id, id, %s, 'care_case_manager', 'note', 'functioning', '{care_case_manager}'
FROM sharing_compartment WHERE id = %s
"""
EARLIER = """
INSERT INTO dossier_note (id, item_id, author_id, compartment_id, happened_on, kind, entry_class, text, attendees, client_absence,
    why, idempotency_key)
VALUES (%s, %s, %s, %s, '2026-04-20', 'own_note', 'functioning', 'KANARIE van vroeger', '{}', 'was ziek', '', gen_random_uuid())
"""


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[Path]:
    """A file with one deployment key, of this test alone."""
    (tmp_path / "keys").write_text(fresh_line())
    with override_settings(KEYS_FILE=tmp_path / "keys"):
        yield tmp_path / "keys"


@pytest.fixture
def file(keys: Path, world: World) -> World:
    """The world, sealed with that key."""
    return world


def add_key(keys: Path) -> None:
    """Put a newer key behind the others."""
    keys.write_text(keys.read_text() + fresh_line())


def reads_own(world: World, role: Role = CARE) -> bool:
    """Whether the own notes stand on the page of a role in words."""
    return canary(world.part(Kind.CARE_OWN, CARE)) in text_of(world.visitor(role).get(world.url))


def destroyed_in(world: World) -> int:
    """Destroy the keys of the file, as somebody of the demo decided."""
    with as_owner():
        return keeping.destroy(file_id=world.file.pk, by=AccountOnly(world.position(CARE).account_id))


def test_a_new_key_wraps_everything_anew_while_people_read(file: World, keys: Path) -> None:
    earlier = read_keyring(keys.read_text()).newest
    add_key(keys)
    assert reads_own(file)
    with as_owner():
        assert keeping.wrapped_by() == {earlier: 2}
        assert keeping._rotate_some(1) == 1
    assert reads_own(file)
    assert reads_own(file, Role.CLIENT)
    with as_owner():
        assert [keeping.rotate(batch=1), keeping.rotate()] == [1, 0]
        assert keeping.wrapped_by() == {read_keyring(keys.read_text()).newest: 2}


def test_of_two_who_write_the_first_own_note_at_once_both_are_read(file: World) -> None:
    part = file.part(Kind.CARE_OWN, CARE)
    tampered(["DELETE FROM sharing_compartmentkey WHERE compartment_id = %s"], part.pk)
    tampered(["DELETE FROM dossier_note WHERE compartment_id = %s"], part.pk)
    gate = Barrier(2)

    def write(text: str) -> None:
        gate.wait()
        file.write(part, CARE, text)
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, ["het ene", "het andere"]))
    page = text_of(file.visitor(CARE).get(file.url))
    assert ("het ene" in page, "het andere" in page) == (True, True)


def test_after_that_the_earlier_key_can_go(file: World, keys: Path) -> None:
    add_key(keys)
    with as_owner():
        assert keeping.rotate() == 2
    keys.write_text(keys.read_text().splitlines()[1])
    assert reads_own(file)


def test_without_the_key_a_note_says_so_and_the_others_are_read(file: World, keys: Path) -> None:
    file.give(WORK)
    file.give(CARE)
    keys.write_text(fresh_line())
    page = text_of(file.visitor(CARE).get(file.url))
    assert "Deze neerslag is nu niet leesbaar: er ontbreekt een sleutel." in page
    assert canary(file.part(Kind.SHARED)) in page
    with pytest.raises(KeyMissing, match="Put it back"):
        file.write(file.part(Kind.CARE_OWN, CARE), CARE, "woord")
    with as_owner():
        assert keeping.rotate() == 0


def test_destroyed_notes_can_be_read_by_nobody_and_their_place_says_so(file: World) -> None:
    assert destroyed_in(file) == 2
    for role in (CARE, CARER, Role.CLIENT):
        page = text_of(file.visitor(role).get(file.url))
        assert "De woorden van deze neerslag zijn vernietigd" in page
        assert "Rechtzetten" not in page
        assert "KANARIE" not in page.replace(canary(file.part(Kind.SHARED)), "").replace(
            canary(file.part(Kind.ICF)), ""
        )
    assert destroyed_in(file) == 0


def test_after_that_a_new_note_gets_a_new_key(file: World) -> None:
    destroyed_in(file)
    own = file.part(Kind.CARE_OWN, CARE)
    file.visitor(CARE).post(f"{file.url}schrijven/", told(own, text="Een nieuw begin", attendees=["client"]))
    page = text_of(file.visitor(CARE).get(file.url))
    assert "Een nieuw begin" in page
    assert "zijn vernietigd" in page


def test_destroying_stands_in_the_record_once(file: World) -> None:
    destroyed_in(file)
    destroyed_in(file)
    line = Entry.objects.get(verb=Verb.KEYS_DESTROYED)
    assert (line.file_id, line.account_id) == (file.file.pk, file.position(CARE).account_id)


def test_a_key_that_was_removed_past_the_program_is_not_taken_for_destroyed(file: World) -> None:
    tampered(["DELETE FROM sharing_compartmentkey"])
    with pytest.raises(ValueError, match="removed past the program"):
        file.visitor(CARE).get(file.url)


def test_own_notes_of_before_are_sealed_when_the_tables_are_brought_up_to_date(keys: Path, world: World) -> None:
    tampered(["TRUNCATE dossier_note, sharing_compartmentkey"])
    own, author, item = world.part(Kind.CARE_OWN, CARE), world.position(CARE), uuid4()
    with as_owner():
        call_command("migrate", "dossier", "0002", verbosity=0)
        tampered([ITEM], item, author.pk, own.pk)
        tampered([EARLIER], item, item, author.pk, own.pk)
        call_command("migrate", verbosity=0)
    page = text_of(world.visitor(CARE).get(world.url))
    assert ("KANARIE van vroeger" in page, "was ziek" in page) == (True, True)
    assert not holds(dump(), "KANARIE")
