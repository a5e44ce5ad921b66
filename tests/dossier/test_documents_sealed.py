"""Documents in the own notes of care: for the team and the client, and sealed with keys that the database does not hold."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from tests.dossier.papers import TODAY, address, sent
from tests.dossier.raw import dump, holds, tampered
from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import text_of
from vlechtwerk.documents.keeping import kept
from vlechtwerk.documents.models import Content, Document
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.crypto import Tampered
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind

SENTENCE = "Kanariezin over de opname"


def added_by_care(world: World) -> Document:
    """A document that the care case manager added to the own notes."""
    world.give_all()
    own = world.part(Kind.CARE_OWN, CARE)
    assert sent(world, CARE, part=own, text=SENTENCE, audience=[]).status_code == 302
    with acting(world.position(CARE), TODAY):
        return Document.objects.visible_to(world.position(CARE), TODAY).latest("pk")


def test_care_and_the_client_read_it_and_nobody_else(world: World) -> None:
    document = added_by_care(world)
    for role, status in {CARE: 200, Role.CLIENT: 200, CARER: 404, WORK: 404, Role.NETWORK_COORDINATOR: 404}.items():
        assert world.visitor(role).get(address(world, document)).status_code == status
        assert (SENTENCE in text_of(world.visitor(role).get(f"{world.url}documenten/"))) is (status == 200)


def test_its_page_shows_what_is_in_it(world: World) -> None:
    document = added_by_care(world)
    page = text_of(world.visitor(CARE).get(f"{world.url}{document.item_id}/"))
    assert SENTENCE in page
    assert "Verslag mei.pdf" in page


def test_no_rule_about_sharing_is_asked_of_what_is_not_shared(world: World) -> None:
    world.give_all()
    own = world.part(Kind.CARE_OWN, CARER)
    assert sent(world, CARER, part=own, kind="other", entry_class="sensitive", audience=[]).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_neither_its_bytes_nor_its_words_stand_in_a_copy_of_the_database(world: World) -> None:
    document = added_by_care(world)
    copy = dump()
    assert str(document.pk).encode() in copy
    assert not holds(copy, SENTENCE)
    assert not holds(copy, "Verslag mei.pdf")
    assert not holds(copy, "%PDF-")


def test_the_database_refuses_bytes_of_own_notes_that_are_not_sealed(world: World) -> None:
    document = added_by_care(world)
    plain = Content(compartment_id=document.compartment_id, item_id=uuid4(), content=b"x")
    with acting(world.position(CARE), TODAY), pytest.raises(DatabaseError), transaction.atomic():
        plain.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_when_the_key_is_destroyed_nobody_reads_it_any_more(world: World) -> None:
    document = added_by_care(world)
    tampered(["UPDATE sharing_compartmentkey SET wrapped = NULL, destroyed_at = now()"])
    page = world.visitor(CARE).get(f"{world.url}documenten/")
    assert "Dit document is vernietigd en kan niet teruggehaald worden." in text_of(page)
    assert world.visitor(CARE).get(address(world, document)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_bytes_that_were_put_in_the_place_of_others_are_not_opened(world: World) -> None:
    first, second = added_by_care(world), added_by_care(world)
    swap = "UPDATE documents_content c SET sealed = o.sealed FROM documents_content o WHERE c.item_id = %s AND o.item_id = %s"
    tampered([swap], first.item_id, second.item_id)
    with pytest.raises(Tampered), acting(world.position(CARE), TODAY):
        kept(first, world.position(CARE), TODAY)
