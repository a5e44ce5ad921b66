"""The hours of care by the seven tasks: noted in periods, and counted for the statement of a period."""

import csv
import io
from typing import Any
from uuid import uuid4

import pytest

from tests.network.world import CARE, CARER, COORDINATOR, WORKER, NetworkWorld
from tests.scene import text_of
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.rules.roles import Role

PAGE, STATEMENT = "/netwerk/uren/", "/vergoeding/netwerk/periode/"
MARCH = {"first": "2026-03-01", "last": "2026-03-31"}


def noted(world: NetworkWorld, by: Role = CARER, **told: Any) -> Any:
    """Somebody notes hours of the care provider."""
    organisation = str(world.position(CARER).organisation_id)
    answers = {"organisation": organisation, "idempotency_key": str(uuid4()), **MARCH, **told}
    return world.visitor(by).post(PAGE, answers)


def counted(world: NetworkWorld, first: str = "2026-03-01", last: str = "2026-03-31") -> dict[str, str]:
    """The hours of the file that the coordinator takes along, by task."""
    body = world.visitor(COORDINATOR).get(f"{STATEMENT}uren/?first={first}&last={last}").content.decode("utf-8-sig")
    return dict(list(csv.reader(io.StringIO(body), delimiter=";"))[1:])


@pytest.mark.rule("AT-176")
def test_the_statement_of_a_period_counts_the_hours_of_each_of_the_seven_tasks(world: NetworkWorld) -> None:
    assert noted(world, recovery="12,5", network="3").status_code == 302
    assert noted(world, first="2026-02-01", last="2026-02-28", recovery="2").status_code == 302
    found = counted(world, first="2026-02-01")
    assert len(found) == 7 + 1
    assert next(hours for task, hours in found.items() if task.startswith("zorg geven")) == "14,5"
    assert found["totaal"] == "17,5"
    page = text_of(world.visitor(COORDINATOR).get(f"{STATEMENT}?first=2026-02-01&last=2026-03-31"))
    assert "Uren zorg per opdracht" in page
    assert "Totaal: 17,5" in page


@pytest.mark.rule("AT-176")
@pytest.mark.parametrize("hours", [{}, {"recovery": "0"}, {"other": "4"}])
def test_hours_under_none_of_the_tasks_are_refused_with_the_rule(world: NetworkWorld, hours: dict[str, str]) -> None:
    answer = noted(world, CARER, **hours)
    assert answer.status_code == 422
    assert "AT-176" in answer.content.decode()
    assert not Arrangement.objects.filter(sort=Sort.CARE_HOURS).exists()


@pytest.mark.parametrize(("first", "status"), [("2026-03-31", 422), ("2026-04-01", 302)])
def test_a_day_of_a_provider_counts_once(world: NetworkWorld, first: str, status: int) -> None:
    noted(world, recovery="10")
    assert noted(world, first=first, last="2026-04-30", recovery="4").status_code == status


def test_a_note_in_the_place_of_another_counts_alone(world: NetworkWorld) -> None:
    noted(world, recovery="10")
    wrong = Arrangement.objects.get(sort=Sort.CARE_HOURS)
    assert noted(world, recovery="8", replaces=str(wrong.pk)).status_code == 302
    assert counted(world)["totaal"] == "8"


@pytest.mark.parametrize(("last", "total"), [("2026-03-31", "10"), ("2026-03-30", "0")])
def test_a_note_that_lies_partly_outside_the_period_does_not_count_and_is_told(
    world: NetworkWorld, last: str, total: str
) -> None:
    noted(world, recovery="10")
    assert counted(world, last=last)["totaal"] == total
    page = text_of(world.visitor(COORDINATOR).get(f"{STATEMENT}?first=2026-03-01&last={last}"))
    assert ("vallen, tellen niet mee: 1" in page) is (total == "0")


def test_the_coordinator_notes_for_a_provider_and_a_provider_for_itself_alone(world: NetworkWorld) -> None:
    world.known()
    world.known(WORKER, leaving_out="erkenning")
    page = world.visitor(COORDINATOR).get(PAGE).content.decode()
    care, work = (f'value="{world.position(role).organisation_id}"' in page for role in (CARER, WORKER))
    assert (care, work) == (True, False)
    assert noted(world, COORDINATOR, recovery="2").status_code == 302
    other = str(world.position(WORKER).organisation_id)
    assert noted(world, organisation=other, recovery="2").status_code == 422
    assert [world.visitor(role).get(PAGE).status_code for role in (WORKER, CARE, Role.CLIENT)] == [404, 404, 404]


def test_the_page_is_found_from_the_assignments_and_from_the_providers(world: NetworkWorld) -> None:
    for role, start in ((CARER, "/opdrachten/"), (COORDINATOR, "/netwerk/")):
        assert f'href="{PAGE}"' in world.visitor(role).get(start).content.decode()
