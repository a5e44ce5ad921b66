"""The consultations of the network: planned, held with who was there, and what is noticed about both."""

from uuid import uuid4

import pytest

from tests.network.world import CARE, COORDINATOR, WORKER, NetworkWorld
from tests.scene import text_of
from vlechtwerk.network.models import Meeting
from vlechtwerk.rules.roles import Role

PAGE = "/netwerk/overleg/"
ABSENT = "Twee keer na elkaar afwezig"


def plan(world: NetworkWorld, on: str, by: Role = COORDINATOR) -> Meeting:
    """Plan a consultation."""
    told = {"on": on, "place": "Huis van het Kind", "idempotency_key": str(uuid4())}
    assert world.visitor(by).post(PAGE, told).status_code == 302
    return Meeting.objects.filter(replaced_by__isnull=True).latest("entered_at")


def hold(world: NetworkWorld, on: str, *there: str) -> None:
    """Plan a consultation and note who was there."""
    told = {"on": on, "attended": list(there), "idempotency_key": str(uuid4())}
    assert world.visitor(COORDINATOR).post(f"{PAGE}{plan(world, on).pk}/", told).status_code == 302


def words(world: NetworkWorld, role: Role = COORDINATOR, page: str = PAGE) -> str:
    """The words of a page."""
    return text_of(world.visitor(role).get(page))


@pytest.mark.rule("AT-186")
def test_a_consultation_is_planned_by_the_coordinator_and_read_by_the_team_and_the_providers(
    world: NetworkWorld,
) -> None:
    plan(world, "2026-09-15")
    assert "15 september 2026" in words(world, CARE)
    assert "15 september 2026, Huis van het Kind" in words(world, WORKER, "/opdrachten/")
    told = {"on": "2026-10-01", "idempotency_key": str(uuid4())}
    assert world.visitor(CARE).post(PAGE, told).status_code == 200
    assert Meeting.objects.count() == 1


@pytest.mark.rule("AT-186")
def test_a_work_provider_who_is_absent_twice_in_a_row_is_shown(world: NetworkWorld) -> None:
    made = world.known(WORKER)
    hold(world, "2025-10-01")
    assert ABSENT not in words(world)
    hold(world, "2026-04-01")
    assert ABSENT in words(world)
    hold(world, "2026-04-20", str(made.pk))
    assert ABSENT not in words(world)


@pytest.mark.rule("AT-186")
@pytest.mark.parametrize(("next_one", "hint"), [("2026-11-01", False), ("2026-11-02", True)])
def test_no_consultation_within_seven_months_after_the_last_gives_a_hint(
    world: NetworkWorld, next_one: str, hint: bool
) -> None:
    hold(world, "2026-04-01")
    plan(world, next_one)
    assert ("een overleg in de komende maanden" in words(world).lower()) is hint


@pytest.mark.rule("AT-186")
def test_what_was_noted_meanwhile_is_not_noted_again(world: NetworkWorld) -> None:
    planned = plan(world, "2026-04-01")
    told = {"on": "2026-04-01", "idempotency_key": str(uuid4())}
    assert world.visitor(COORDINATOR).post(f"{PAGE}{planned.pk}/", told).status_code == 302
    assert world.visitor(COORDINATOR).post(f"{PAGE}{planned.pk}/", told).status_code == 404
    assert Meeting.objects.count() == 2
