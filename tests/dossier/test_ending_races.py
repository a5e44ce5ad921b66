"""Ending access against reading, at the same moment, with real transactions: nothing is read after the end."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event as Flag

import pytest
from django.db import connection
from zeal import zeal_ignore

from tests.dossier.world import CARE, WORK, World, fill, read_in_database
from tests.scene import make_scene, today
from vlechtwerk.sharing.granting import block_access, end_access
from vlechtwerk.sharing.leaving import end_position
from vlechtwerk.sharing.models import Grant
from vlechtwerk.sharing.policy import Kind

__all__ = ["today"]
pytestmark = pytest.mark.django_db(transaction=True)
READERS, LOOKS = 3, 5


@pytest.fixture
def world(transactional_db: None, today: date) -> Iterator[World]:
    """The file with its notes, stored for all connections, with all access given."""
    with zeal_ignore():
        made = World(make_scene())
        fill(made)
        made.give_all()
        yield made


def end_a_grant(world: World) -> None:
    """The work case manager ends the access of the care case manager."""
    shared = Grant.objects.get(involvement__capacity=CARE, compartment__kind=Kind.SHARED, until_on=None)
    end_access(shared, by=world.position(WORK))


def close(world: World) -> None:
    """The file is shut."""
    block_access(world.file.pk, by=world.position(WORK))


def leave(world: World) -> None:
    """The care case manager leaves."""
    end_position(world.position(CARE))


def reads_on(world: World, ended: Flag) -> set[bool]:
    """Read again and again until a few looks began after the end; whether any of those saw the shared part."""
    reader, shared = world.position(CARE), world.part(Kind.SHARED).pk
    late: list[bool] = []
    try:
        for _ in range(400):
            after, seen = ended.is_set(), shared in read_in_database(reader)
            late += [seen] if after else []
            if len(late) == LOOKS:
                break
    finally:
        connection.close()
    return set(late)


@pytest.mark.parametrize("revoke", [end_a_grant, close, leave])
def test_no_reading_that_starts_after_the_end_succeeds(world: World, revoke: Callable[[World], None]) -> None:
    ended = Flag()
    with ThreadPoolExecutor(READERS) as pool:
        reading = [pool.submit(reads_on, world, ended) for _ in range(READERS)]
        revoke(world)
        ended.set()
        seen = set().union(*(one.result() for one in reading))
    assert seen == {False}
