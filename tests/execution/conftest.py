"""A trajectory on 1 May 2026, and one on 10 September 2027 with three months of illness behind it."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from tests.dossier.conftest import _asks_several_pages
from tests.dossier.world import CARE, WORK, World
from tests.rules.histories import IN_PROGRESS
from tests.scene import Scene, make_scene, scene, today
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

__all__ = ["_asks_several_pages", "scene", "today"]

ILL = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS)
"""Exactly three months, both days included."""


def with_access(scene: Scene) -> World:
    """Both case managers and both providers have access to the shared part."""
    made = World(scene)
    for role in (WORK, CARE, Role.WORK_PROVIDER, Role.CARE_PROVIDER):
        made.give(role, Kind.SHARED)
    return made


@pytest.fixture
def world(scene: Scene) -> World:
    """A trajectory that is in progress since 7 April 2026, on 1 May 2026."""
    return with_access(scene)


@pytest.fixture
def late(db: None) -> Iterator[World]:
    """The same trajectory on 10 September 2027, a month before the eighteen months have passed, after an illness."""
    with time_machine.travel("2027-09-10T10:00:00+02:00", tick=True):
        yield with_access(make_scene((*IN_PROGRESS, ILL)))
