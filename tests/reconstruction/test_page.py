"""The page that reconstructs a trajectory: how it stood on a day, in two readings."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.rules.histories import FINAL_ADVICE, FINAL_REPORT, READY_FOR_ADVICE, forty_events
from tests.scene import Scene, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.reconstruction.queries import Reading, find, on_day
from vlechtwerk.reconstruction.tables import tables
from vlechtwerk.rules.activation.events import CareSuspended
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER


def page_of(scene: Scene, case: Case, role: Role = WORK, **choice: str) -> Any:
    """The page, with a choice."""
    return scene.as_(role).get(f"/trajecten/{case.pk}/reconstructie/", choice)


def rows(scene: Scene, case: Case, title: str, on: date, reading: Reading = Reading.HAPPENED) -> list[tuple[str, ...]]:
    """The rows of one part."""
    found = on_day(find(case.pk, scene.cast[WORK], on), on, reading)
    return next(list(one.rows) for one in tables(found) if one.title == title)


@pytest.mark.rule("AT-132")
def test_a_closed_trajectory_tells_every_status_term_plan_evaluation_and_result(scene: Scene) -> None:
    case, on = scene.cast.open((*READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE), name="Klaar"), date(2027, 7, 1)
    told = rows(scene, case, "Alles in volgorde van datum", on)
    assert [what for _day, kind, what, _details in told if kind == "status"] == [
        "Geïnitieerd",
        "Aanvaard",
        "Bezig",
        "Beëindigd (met eindadvies)",
    ]
    assert ("31 maart 2026", "gebeurtenis", "Trajectplan opgeladen", "") in told
    assert {kind for _day, kind, _what, _details in told} == {"status", "gebeurtenis", "termijn"}


@pytest.mark.rule("AT-132")
def test_each_term_has_its_date_the_day_it_was_done_and_the_difference(scene: Scene, case: Case) -> None:
    told = {row[0]: row[1:5] for row in rows(scene, case, "Termijnen en hun opvolging", date(2026, 5, 1))}
    assert told["Het trajectplan opladen"] == (
        "casemanagementteam",
        "2 april 2026",
        "31 maart 2026",
        "2 dagen te vroeg",
    )
    assert told["Het eerste gesprek voeren"][1:] == ("2 maart 2026", "19 februari 2026", "11 dagen te vroeg")


def test_what_is_not_done_says_how_late_it_was_on_that_day(scene: Scene) -> None:
    told = {row[0]: row[4] for row in rows(scene, scene.case, "Termijnen en hun opvolging", date(2026, 5, 1))}
    assert told["De eerste actie starten"] == "3 dagen te laat, niet gedaan"


def test_what_was_recorded_later_had_happened_but_was_not_known(scene: Scene, case: Case) -> None:
    happened = text_of(page_of(scene, case, on="2026-04-25", reading="happened"))
    known = text_of(page_of(scene, case, on="2026-04-25", reading="known"))
    assert "Actie gestart" in happened
    assert "Actie gestart" not in known
    assert "1 regel over deze periode is later vastgelegd en telt hier niet mee." in known
    assert "1 regel over deze periode is later vastgelegd en telt hier mee" in happened


@pytest.mark.parametrize(("day", "known"), [("2026-04-30", False), ("2026-05-01", True)])
def test_a_line_is_known_from_the_day_on_which_it_was_recorded(scene: Scene, case: Case, day: str, known: bool) -> None:
    page = text_of(page_of(scene, case, on=day, reading="known"))
    assert ("Actie gestart" in page) is known


def test_before_anything_was_recorded_the_page_says_so_and_what_to_do(scene: Scene, case: Case) -> None:
    page = page_of(scene, case, on="2026-04-09", reading="known")
    assert page.status_code == 200
    assert "Op deze dag was nog niets vastgelegd" in text_of(page)
    assert "verslag" not in re.sub(r"<[^>]+>", "", page.content.decode())


def test_the_page_names_both_readings_and_the_one_that_counts(scene: Scene, case: Case) -> None:
    page = text_of(page_of(scene, case, on="2026-04-25", reading="known"))
    assert "Wat gebeurd was, zoals het vandaag bekend is" in page
    assert "Wat telt: wat op die dag bekend was: alleen wat tegen dan was vastgelegd." in page


@pytest.mark.parametrize("choice", [{"on": "2026-02-01"}, {"on": "2026-05-02"}, {"on": "x"}, {"reading": "alles"}])
def test_a_choice_that_makes_no_sense_is_told_beside_its_field(
    scene: Scene, case: Case, choice: dict[str, str]
) -> None:
    page = scene.as_(WORK).get(f"/trajecten/{case.pk}/reconstructie/", choice)
    assert page.status_code == 422
    assert 'class="field-error"' in page.content.decode()


def test_looking_back_stands_in_the_record_like_any_look(scene: Scene, case: Case) -> None:
    page_of(scene, case, on="2026-04-25")
    line = Entry.objects.get(verb=Verb.FILE_READ)
    assert (line.file_id, line.allowed, line.capacity) == (case.file_id, True, "work_case_manager")


def test_the_page_takes_a_fixed_number_of_queries(scene: Scene) -> None:
    events = [event for event in forty_events() if event.on <= date(2026, 5, 1)]
    short, long = (scene.cast.open(some, name=name) for some, name in ((events[:-4], "Kort"), (events, "Lang")))
    browser = scene.as_(WORK)
    browser.get("/functie/")
    with CaptureQueriesContext(connection) as one:
        browser.get(f"/trajecten/{short.pk}/reconstructie/")
    with CaptureQueriesContext(connection) as other:
        browser.get(f"/trajecten/{long.pk}/reconstructie/")
    assert len(one) == len(other)
    assert len(one) <= 20


@pytest.mark.rule("AT-163")
def test_vdab_does_not_learn_here_that_care_was_suspended(scene: Scene) -> None:
    scene.cast.record(scene.case, CareSuspended(date(2026, 4, 28)))
    told = {role: text_of(page_of(scene, scene.case, role)) for role in (WORK, Role.PROJECT_FOLLOWER)}
    assert "Zorg geschorst" in told[WORK]
    assert "Zorg geschorst" not in told[Role.PROJECT_FOLLOWER]
