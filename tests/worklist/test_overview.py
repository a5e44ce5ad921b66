"""Numbers over many cases: of the own cases by case manager, and of a region for who coordinates it."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import make_position
from tests.rules.histories import ACCEPTED, IN_PROGRESS
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File, SignalKind
from vlechtwerk.sharing.signals import raise_signal
from vlechtwerk.worklist.overview import SHOWN, of_region, shares, told
from vlechtwerk.worklist.queries import Desk, View

WORK, CARE, COORDINATOR = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR
TODAY = date(2026, 5, 1)


def open_cases(scene: Scene, number: int, events: Any = IN_PROGRESS, **more: Any) -> None:
    """Store a number of trajectories in which everybody takes part."""
    cases = [scene.cast.new_case(events, name=f"Nummer {place}", **more) for place in range(number)]
    bulk_open(cases=cases, by=scene.cast[Role.VDAB_MEDIATOR])


def cells(page: Any) -> dict[str, str]:
    """The rows of the tables by their first cell, without what comes after the second."""
    rows = re.findall(
        r'<tr role="row">\s*<th role="rowheader".*?>(.*?)</th>\s*<td.*?>(.*?)</td>', page.content.decode(), re.S
    )
    return dict(rows)


def test_the_own_cases_are_counted_by_who_manages_them(scene: Scene) -> None:
    open_cases(scene, 2, ACCEPTED)
    found = {one.capacity: dict(zip(SHOWN, one.numbers, strict=True)) for one in shares(Desk(scene.cast[WORK], TODAY))}
    assert set(found) == {WORK, CARE}
    assert found[CARE] == {
        View.ALL: 3,
        View.LATE: 3,
        View.PLAN_LATE: 2,
        View.EVALUATION: 0,
        View.MAXIMUM: 0,
        View.CLOSING: 0,
    }


def test_a_case_of_a_colleague_without_a_part_in_it_is_not_counted(scene: Scene) -> None:
    assert shares(Desk(scene.cast.outsider, TODAY)) == []
    assert "U hebt nog geen dossiers" in text_of(scene.as_outsider().get("/overzicht/"))


def test_the_page_names_no_participant(scene: Scene) -> None:
    for role in (WORK, COORDINATOR):
        page = text_of(scene.as_(role).get("/overzicht/"))
        assert "Voorbeeld" not in page
        assert "Work_Case_Manager" in page


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (1, "minder dan 5"), (4, "minder dan 5"), (5, "5"), (1200, "1.200")]
)
@pytest.mark.django_db
def test_a_small_number_of_a_region_is_not_told(number: int, shown: str) -> None:
    assert told(number) == shown


@pytest.mark.parametrize(("number", "shown"), [(20, "20"), (19, "niet vermeld"), (16, "niet vermeld"), (15, "15")])
@pytest.mark.django_db
def test_a_number_that_leaves_few_others_is_not_told_either(number: int, shown: str) -> None:
    assert told(number, 20) == shown


def test_a_coordinator_gets_the_numbers_of_the_region(scene: Scene) -> None:
    open_cases(scene, 5, ACCEPTED)
    page = cells(scene.as_(COORDINATOR).get("/overzicht/"))
    assert page["Aanvaard"] == "5"
    assert page["Bezig"] == "minder dan 5"
    assert page["Ter afsluiting"] == "0"


def test_cases_of_another_region_do_not_count(scene: Scene) -> None:
    open_cases(scene, 5, ACCEPTED)
    elsewhere = make_position(COORDINATOR, Region.objects.create(name="Elders"), "elders")
    assert of_region(Desk(elsewhere, TODAY)).statuses == {}
    assert cells(signed_in(elsewhere).get("/overzicht/"))["Aanvaard"] == "0"


@pytest.mark.parametrize("role", [WORK, CARE, Role.PROJECT_FOLLOWER, Role.VDAB_MEDIATOR])
def test_nobody_else_gets_the_numbers_of_the_region(scene: Scene, role: Role) -> None:
    assert "Trajecten per status" not in text_of(scene.as_(role).get("/overzicht/"))


def test_the_numbers_of_the_region_are_those_of_its_list(scene: Scene) -> None:
    open_cases(scene, 3, ACCEPTED)
    desk = Desk(scene.cast[COORDINATOR], date(2026, 9, 20))
    region, own = of_region(desk), shares(desk)[0]
    assert region.numbers == dict(zip(SHOWN, own.numbers, strict=True))


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_takes_a_fixed_number_of_queries(scene: Scene, number: int) -> None:
    open_cases(scene, number)
    browser = scene.as_(COORDINATOR)
    browser.get("/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/overzicht/")
    assert len(asked) == 7


@pytest.mark.rule("AT-175")
@pytest.mark.parametrize("role", [Role.PROJECT_FOLLOWER, Role.NETWORK_COORDINATOR, Role.CARE_CASE_MANAGER])
def test_everybody_reads_who_is_the_contact_of_the_network(scene: Scene, role: Role) -> None:
    name = scene.cast[Role.NETWORK_COORDINATOR].account.name
    page = text_of(scene.as_(role).get("/overzicht/"))
    assert f"Aanspreekpunt van het netwerk van dienstverleners {name}" in page


@pytest.mark.rule("AT-219")
@pytest.mark.parametrize(("number", "words"), [(0, "0"), (1, "minder dan 5"), (5, "5")])
def test_the_region_counts_the_hand_overs_after_an_advice_that_are_still_open(
    scene: Scene, number: int, words: str
) -> None:
    open_cases(scene, number)
    for file in File.objects.exclude(pk=scene.case.file_id):
        raise_signal(file.pk, SignalKind.HAND_OVER_OPEN, [COORDINATOR])
    page = text_of(scene.as_(COORDINATOR).get("/overzicht/"))
    assert f"Overdracht na advies Welzijn nog open {words}" in page
