"""How the trajectories of a region ended: counts by final advice that tell nothing about one person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import make_position
from tests.compensation.world import make_position as make_official
from tests.rules.histories import FINAL_ADVICE, FINAL_REPORT, READY_FOR_ADVICE, started_on, stopped
from tests.scene import Scene, signed_in, text_of
from tests.worklist.test_overview import cells
from vlechtwerk.history.actions import correct
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.history.models import CorrectionReason, Event
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.activation.duties.outcome import welfare_counts_as_completed
from vlechtwerk.rules.activation.events import FinalAdviceRegistered, MediationAdviceRegistered
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.worklist.outcomes import years, years_told

COORDINATOR, PAGE = Role.NETWORK_COORDINATOR, "/overzicht/afloop/"
TODAY = date(2028, 3, 1)


@pytest.fixture
def today() -> Iterator[date]:
    """1 March 2028: the first day on which 2027 is told."""
    with time_machine.travel("2028-03-01T10:00:00+01:00", tick=True):
        yield TODAY


def ended(advice: Advice) -> tuple[Any, ...]:
    """A trajectory that ended with this advice on 29 June 2027."""
    registered = MediationAdviceRegistered(date(2027, 6, 25), advice)
    return (*READY_FOR_ADVICE[:-1], registered, FINAL_REPORT, replace(FINAL_ADVICE, advice=advice))


def closed(scene: Scene, numbers: dict[Advice, int], stops: int = 0) -> None:
    """Store trajectories that ended in 2027, so many by advice and so many without one."""
    stop = (*started_on(date(2026, 4, 7)), *stopped(date(2027, 2, 1)))
    histories = [ended(advice) for advice, number in numbers.items() for _ in range(number)] + [stop] * stops
    bulk_open(cases=[scene.cast.new_case(one) for one in histories], by=scene.cast[Role.VDAB_MEDIATOR])


def told(scene: Scene) -> dict[str, str]:
    """What the coordinator reads, by row."""
    return cells(scene.as_(COORDINATOR).get(PAGE))


@pytest.mark.rule("AT-005")
def test_welfare_counts_as_completed_and_no_row_is_called_failed(scene: Scene) -> None:
    closed(scene, {Advice.NEC: 3, Advice.SEC: 2, Advice.AMA: 1, Advice.WELFARE: 2}, stops=2)
    found = told(scene)
    assert found["Afgerond met een eindadvies"] == "8"
    assert welfare_counts_as_completed(years(scene.cast[COORDINATOR], TODAY)[0].advices, 8) == ()
    assert not [name for name in found if "mislukt" in name.lower() or "gefaald" in name.lower()]


@pytest.mark.rule("AT-005")
def test_the_numbers_by_advice_are_told_where_they_are_large_enough(scene: Scene) -> None:
    closed(scene, {Advice.NEC: 6, Advice.SEC: 5, Advice.AMA: 4, Advice.WELFARE: 7}, stops=5)
    found = told(scene)
    assert (found["Betaald werk"], found["Arbeidsmatige activiteiten of welzijn"]) == ("11", "11")
    assert found["Advies: normaal economisch circuit (NEC)"] == "6"
    assert found["Advies: arbeidsmatige activiteiten (AMA)"] == found["Advies: welzijn"] == "niet vermeld"
    assert found["Vroegtijdig gestopt, zonder eindadvies"] == "5"


def test_the_table_that_is_taken_along_tells_no_more_than_the_page(scene: Scene) -> None:
    closed(scene, {Advice.NEC: 6, Advice.SEC: 5, Advice.AMA: 4, Advice.WELFARE: 7}, stops=4)
    answer = scene.as_(COORDINATOR).get(f"{PAGE}csv/")
    assert answer["Content-Disposition"] == 'attachment; filename="afloop.csv"'
    lines = [line.split(";") for line in answer.content.decode("utf-8-sig").splitlines()]
    assert lines[0] == ['"Hoe het traject eindigde"', '"2027"']
    assert {name.strip('"'): shown.strip('"') for name, shown in lines[1:]} == told(scene)


@pytest.mark.parametrize(("replacement", "number"), [(replace(FINAL_ADVICE, on=date(2027, 7, 1)), 5), (None, 4)])
def test_an_advice_that_was_corrected_counts_once_and_one_that_was_struck_does_not(
    scene: Scene, replacement: FinalAdviceRegistered | None, number: int
) -> None:
    closed(scene, {Advice.NEC: 5})
    wrong = Event.objects.filter(name="final_advice_registered").latest("id")
    code, manager = CorrectionReason.WRONG_DATE, scene.cast[Role.WORK_CASE_MANAGER]
    correct(event=wrong, replacement=replacement, reason_code=code, by=manager, key=uuid4())
    assert years(scene.cast[COORDINATOR], TODAY)[0].advices[Advice.NEC] == number


@pytest.mark.parametrize(("day", "last"), [(date(2028, 2, 29), 2026), (date(2028, 3, 1), 2027)])
def test_a_year_is_told_two_months_after_it_ended(day: date, last: int) -> None:
    assert list(years_told(day)) == [last - 2, last - 1, last]


def test_trajectories_of_another_region_and_those_that_run_do_not_count(scene: Scene) -> None:
    assert "Tot en met 2027 eindigde in de regio geen traject" in text_of(scene.as_(COORDINATOR).get(PAGE))
    closed(scene, {Advice.NEC: 5})
    elsewhere = make_position(COORDINATOR, Region.objects.create(name="Elders"), "elders")
    assert years(elsewhere, TODAY) == []


def test_a_trajectory_that_ended_by_itself_has_a_row_of_its_own(scene: Scene) -> None:
    runs = [scene.cast.new_case(started_on(date(2025, 4, 7))) for _ in range(5)]
    bulk_open(cases=runs, by=scene.cast[Role.VDAB_MEDIATOR])
    assert told(scene)["Vanzelf beëindigd, zonder eindadvies"] == "5"


@pytest.mark.parametrize("role", [Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, COORDINATOR])
def test_who_carries_the_trajectories_finds_it_from_the_overview(scene: Scene, role: Role) -> None:
    assert f'href="{PAGE}"' in scene.as_(role).get("/overzicht/").content.decode()


def test_the_contact_of_the_care_partnership_reads_it_too(scene: Scene) -> None:
    contact = make_official(Role.CARE_PARTNERSHIP_CONTACT, "care_partnership", scene.cast.region, "Ada")
    assert signed_in(contact).get(PAGE).status_code == 200
    assert f'href="{PAGE}"' in signed_in(contact).get("/overzicht/").content.decode()


@pytest.mark.parametrize("number", [1, 10])
def test_the_page_takes_a_fixed_number_of_queries(scene: Scene, number: int) -> None:
    closed(scene, {Advice.NEC: number})
    browser = scene.as_(COORDINATOR)
    browser.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        browser.get(PAGE)
    assert len(asked) == 4
