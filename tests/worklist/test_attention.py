"""Why a case deserves attention: the parts of the worklist that tell it, with their numbers."""

import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import World
from tests.rules.histories import ACCEPTED, BOTH, IN_PROGRESS, started_on
from tests.scene import Scene, signed_in
from vlechtwerk.organisations.models import RegionSetting
from vlechtwerk.people.models import Person
from vlechtwerk.rules.activation.events import EvaluationHeld, ExtensionRequested, Interrupted
from vlechtwerk.rules.activation.extension import extension_window_closes
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import InterruptionReason, RegionSettings
from vlechtwerk.rules.assessment import replay
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.worklist.queries import ATTENTION, Desk, View, Wanted, home

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
ILL = Interrupted(date(2027, 1, 4), date(2027, 5, 4), InterruptionReason.ILLNESS)


def named(scene: Scene, view: View, day: date, role: Role = WORK) -> set[str]:
    """The family names in a part of the list on a day."""
    lines = home(Desk(scene.cast[role], day), Wanted(view)).lines
    return {line.name.removeprefix("Fien ") for line in lines}


@pytest.mark.rule("AT-085")
@pytest.mark.parametrize(("day", "late"), [(date(2026, 4, 2), False), (date(2026, 4, 3), True)])
def test_a_plan_is_late_from_the_day_after_its_six_weeks(scene: Scene, day: date, late: bool) -> None:
    scene.cast.open(ACCEPTED, name="Plan")
    assert ("Plan" in named(scene, View.PLAN_LATE, day)) is late


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize(
    ("day", "due"), [(date(2026, 9, 15), False), (date(2026, 9, 16), True), (date(2026, 10, 9), True)]
)
def test_an_evaluation_is_due_from_fourteen_days_before_its_date(scene: Scene, day: date, due: bool) -> None:
    assert ("Voorbeeld" in named(scene, View.EVALUATION, day)) is due


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(("day", "near"), [(date(2027, 8, 7), False), (date(2027, 8, 8), True)])
def test_the_maximum_comes_near_sixty_days_before_it(scene: Scene, day: date, near: bool) -> None:
    assert ("Voorbeeld" in named(scene, View.MAXIMUM, day)) is near


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(("day", "near"), [(date(2027, 9, 6), False), (date(2027, 9, 7), True)])
def test_a_region_chooses_how_long_before(scene: Scene, day: date, near: bool) -> None:
    scene.cast.open(IN_PROGRESS, name="Dertig", settings=RegionSettings(maximum_signal_days=30))
    assert ("Dertig" in named(scene, View.MAXIMUM, day)) is near


@pytest.mark.rule("AT-229")
@pytest.mark.parametrize(
    ("day", "closes"), [(date(2027, 9, 21), False), (date(2027, 9, 22), True), (date(2027, 10, 6), True)]
)
def test_the_last_days_to_ask_an_extension_are_told(scene: Scene, day: date, closes: bool) -> None:
    assert ("Voorbeeld" in named(scene, View.EXTENSION, day)) is closes
    assert named(scene, View.EXTENSION, date(2027, 10, 7)) == set()


@pytest.mark.rule("AT-229")
@pytest.mark.parametrize("start", [date(2026, 4, 7), date(2026, 8, 31), date(2026, 12, 31), date(2024, 2, 29)])
def test_the_list_knows_the_last_day_that_the_rules_know(scene: Scene, start: date) -> None:
    case = scene.cast.open(started_on(start), name="Venster")
    facts, _refused = replay(ACTIVATION, started_on(start))
    last = extension_window_closes(facts)
    assert last is not None
    assert case.started_on == start
    assert "Venster" in named(scene, View.EXTENSION, last.on)
    assert "Venster" not in named(scene, View.EXTENSION, last.on + timedelta(days=1))


def test_who_asked_an_extension_is_not_told_to_ask_one(scene: Scene) -> None:
    asked = ExtensionRequested(date(2027, 9, 20), 3, BOTH, necessary_actions=True)
    scene.cast.open((*IN_PROGRESS, ILL, asked), name="Gevraagd")
    assert "Gevraagd" not in named(scene, View.EXTENSION, date(2027, 10, 1))


@pytest.mark.rule("AT-205")
@pytest.mark.parametrize(
    ("day", "closing"), [(date(2028, 4, 6), False), (date(2028, 4, 7), True), (date(2028, 5, 8), False)]
)
def test_the_closing_month_is_told_while_it_lasts(scene: Scene, day: date, closing: bool) -> None:
    assert ("Voorbeeld" in named(scene, View.CLOSING, day)) is closing


@pytest.mark.rule("AT-130")
@pytest.mark.rule("AT-128")
@pytest.mark.parametrize(("day", "silent"), [(date(2026, 6, 5), False), (date(2026, 6, 6), True)])
def test_a_case_is_silent_when_nothing_happened_for_sixty_days(scene: Scene, day: date, silent: bool) -> None:
    assert ("Voorbeeld" in named(scene, View.SILENT, day)) is silent


def test_a_region_chooses_how_long_silence_lasts(scene: Scene) -> None:
    RegionSetting.objects.create(
        region=scene.cast.region, key="silent_days", value=30, valid_from=date(2026, 1, 1), source="afspraak"
    )
    assert "Voorbeeld" not in named(scene, View.SILENT, date(2026, 5, 6))
    assert "Voorbeeld" in named(scene, View.SILENT, date(2026, 5, 7))


@pytest.mark.rule("AT-128")
def test_a_note_is_contact_for_who_may_read_it_and_for_nobody_else(scene: Scene) -> None:
    world = World(scene)
    world.write(world.part(Kind.CARE_OWN, CARE), CARE, "Gebeld op 20 april.")
    day = date(2026, 6, 10)
    assert "Voorbeeld" not in named(scene, View.SILENT, day, CARE)
    assert "Voorbeeld" in named(scene, View.SILENT, day, WORK)


def test_every_signal_has_as_many_cases_as_its_number_tells(scene: Scene) -> None:
    scene.cast.open(ACCEPTED, name="Plan")
    scene.cast.open((*IN_PROGRESS, EvaluationHeld(date(2026, 9, 30), (Role.CLIENT, *BOTH))), name="Geëvalueerd")
    for day in (date(2026, 5, 1), date(2026, 9, 20), date(2027, 9, 25), date(2028, 4, 10), date(2029, 1, 1)):
        desk = Desk(scene.cast[WORK], day)
        told = home(desk, Wanted()).counts
        for view in set(ATTENTION) - {View.SILENT}:
            assert told.of(view) == len(home(desk, Wanted(view)).lines)


def attention(page: Any) -> dict[str, str]:
    """The signals on the page with their numbers."""
    return dict(re.findall(r'<a id="signal-(\w+)"[^>]*>[^<]*(?:<span class="number">(\d+))?', page.content.decode()))


def test_parts_that_concern_no_case_are_left_out(scene: Scene) -> None:
    assert attention(scene.as_(WORK).get("/")) == {"silent": ""}
    scene.cast.open(ACCEPTED, name="Plan")
    assert attention(scene.as_(WORK).get("/")) == {"plan_late": "1", "silent": ""}


def test_a_client_with_several_trajectories_gets_no_attention(scene: Scene) -> None:
    desk = Desk(scene.client, date(2026, 5, 1))
    assert desk.position.role == Role.CLIENT
    assert Person.objects.count() == 1
    assert attention(signed_in(scene.client).get("/?status=ended")) == {}


@pytest.mark.parametrize("number", [1, 12])
def test_the_silent_cases_take_a_fixed_number_of_queries(scene: Scene, number: int) -> None:
    for place in range(number):
        scene.cast.open(IN_PROGRESS, name=f"Stil {place}")
    with time_machine.travel(datetime(2026, 6, 20, 10, 0, tzinfo=ZoneInfo("Europe/Brussels"))):
        browser = scene.as_(WORK)
        browser.get("/")
        with CaptureQueriesContext(connection) as asked:
            page = browser.get("/?view=silent")
    assert len(re.findall(r'role="rowheader"[^>]*><a[^>]*>Fien Stil', page.content.decode())) == number
    assert len(asked) <= 20
