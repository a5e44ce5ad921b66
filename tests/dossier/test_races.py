"""A consent is taken back while somebody reads: no reading that starts after that finds anything."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from django.db import connection, transaction
from zeal import zeal_ignore

from tests.dossier.world import CARE, SAID, WORK, World
from tests.scene import TODAY, make_scene, today
from vlechtwerk.consent.actions import Place, share, withdraw
from vlechtwerk.consent.models import Consent, Item, ItemKind
from vlechtwerk.consent.sharing import Answer
from vlechtwerk.dossier.actions import new_note
from vlechtwerk.dossier.models import Note
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind

__all__ = ["today"]
ROUNDS = 40


@pytest.fixture
def opened(transactional_db: None, today: object) -> Iterator[World]:
    """A trajectory in which both case managers have access; connections of other threads see it."""
    with zeal_ignore():
        world = World(make_scene())
        world.give(WORK)
        world.give(CARE)
        yield world


def shared_note(world: World) -> Item:
    """A note that the work case manager reads with consent."""
    from_care = world.position(CARE)
    draft = replace(SAID, entry_class=EntryClass.SENSITIVE, text="verslag")
    assert draft.agreed.answer is Answer.AGREED_TOGETHER
    with acting(from_care, TODAY):
        item = share(Place(world.part(Kind.SHARED), ItemKind.NOTE), draft.sharing(CARE), by=from_care)
        new_note(item, draft).save(force_insert=True)
    return item


def found_after(reader: Position, item: Item, taken_back: Event) -> int:
    """How often the reader still finds the note in readings that start after it was taken back."""
    late = 0
    try:
        while not taken_back.is_set():
            read(reader, item)
        late = sum(read(reader, item) for _ in range(3))
    finally:
        connection.close()
    return late


def read(reader: Position, item: Item) -> bool:
    """Whether the reader finds the note, in a transaction of its own."""
    with transaction.atomic(), acting(reader, TODAY):
        return Note.objects.visible_to(reader, TODAY).filter(item=item).exists()


@pytest.mark.rule("AT-248")
def test_no_reading_that_starts_after_the_withdrawal_finds_anything(opened: World) -> None:
    reader = opened.position(WORK)
    for _ in range(ROUNDS):
        item, taken_back = shared_note(opened), Event()
        assert read(reader, item)
        with ThreadPoolExecutor(1) as pool:
            late = pool.submit(found_after, reader, item, taken_back)
            withdraw(Consent.objects.get(item=item).pk, by=opened.scene.client)
            taken_back.set()
            assert late.result() == 0
