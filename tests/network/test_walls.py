"""What the database gives and takes of assignments, asked without any condition; and two who assign at the same moment."""

from datetime import date
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import Error, connection, transaction
from zeal import zeal_ignore

from tests.network.world import CARE, CARER, COORDINATOR, WORK, WORKER, NetworkWorld, made
from tests.scene import TODAY
from vlechtwerk.network.models import Assignment
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

EVERYBODY = {CARE, WORK, COORDINATOR, Role.CLIENT}


def seen_by(position: Position) -> list[str]:
    """The disciplines of the assignments that the database gives somebody."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT discipline FROM network_assignment ORDER BY number")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def assigned(world: NetworkWorld) -> NetworkWorld:
    """Both actions are assigned."""
    world.assign(world.known())
    world.assign(world.known(WORKER), Domain.WORK, discipline="werkplekbegeleiding", amount="1200,00")
    return world


def test_the_database_gives_a_provider_the_own_assignments_and_strangers_none(assigned: NetworkWorld) -> None:
    both = ["ergotherapie", "werkplekbegeleiding"]
    own = {CARER: both[:1], WORKER: both[1:]}
    for role, position in assigned.everybody().items():
        wanted = both if role in EVERYBODY else own.get(role, [])
        assert seen_by(position) == wanted, role
        with acting(position, TODAY):
            visible = Assignment.objects.visible_to(position, TODAY).order_by("number")
            assert [one.discipline for one in visible] == wanted, role
    assert seen_by(assigned.scene.cast.outsider) == []


@pytest.mark.parametrize("role", [CARE, WORK, CARER, Role.CLIENT])
def test_the_database_takes_an_assignment_of_the_coordinator_alone(assigned: NetworkWorld, role: Role) -> None:
    row, by = assigned.assigned()[0], assigned.position(role)
    row.pk, row.number, row.made_by, row.idempotency_key = uuid4(), 9, by, uuid4()
    with pytest.raises(Error), transaction.atomic(), acting(by, date(2026, 5, 1)):
        row.save(force_insert=True)


def assign_together(world: NetworkWorld) -> list[int]:
    """What comes of it when both actions are assigned at the same moment, each for three fifths of the maximum."""
    providers = {Domain.CARE: world.known(), Domain.WORK: world.known(WORKER)}
    forms: dict[Domain, dict[str, Any]] = {
        side: {
            **world.form(COORDINATOR, f"uitvoering/toewijzen/?actie={world.code(side)}"),
            "provider": str(made.pk),
            "discipline": "begeleiding",
            "first": "2026-05-11",
            "amount": "3000,00",
        }
        for side, made in providers.items()
    }
    barrier, found = Barrier(2), list[int]()

    def send(side: Domain) -> None:
        browser = world.visitor(COORDINATOR)
        barrier.wait()
        with zeal_ignore():
            found.append(browser.post(f"{world.plan_url}uitvoering/toewijzen/", forms[side]).status_code)
        connection.close()

    threads = [Thread(target=send, args=(side,)) for side in forms]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(found)


@pytest.mark.rule("AT-103")
@pytest.mark.django_db(transaction=True)
def test_two_assignments_at_the_same_moment_never_pass_the_maximum(transactional_db: None, today: object) -> None:
    world = made()
    assert assign_together(world) == [302, 422]
    assert len(world.assigned()) == 1
