"""The page of a trajectory for the client whose trajectory it is."""

import re
from datetime import date
from uuid import uuid4

from tests.rules.histories import FIRST_MEETING, REFERRED
from tests.scene import Scene, add_client, panel, signed_in, text_of
from vlechtwerk.rules.activation.events import StopDecided, StopRequested
from vlechtwerk.rules.activation.terms import StopGround, StopManner
from vlechtwerk.rules.roles import CASE_MANAGERS, Role


def test_the_client_sees_the_own_trajectory_in_her_own_order(scene: Scene) -> None:
    page = scene.as_(Role.CLIENT).get(scene.url)
    titles = ["Mijn traject", "Wat doe ik?", "Wat doen anderen voor mij?", "Wie helpt mij?"]
    assert [title for title in titles if title not in text_of(page)] == []
    assert "3 dagen te laat De eerste actie starten" in panel(page, "Wat doen anderen voor mij?")


def test_the_client_has_nothing_to_record_and_sees_no_money(scene: Scene) -> None:
    page = scene.as_(Role.CLIENT).get(scene.url).content.decode()
    for link in ("/vastleggen/", "/rechtzetten/", "/wat-als/"):
        assert link not in page
    assert "ergoeding" not in page


def test_the_client_sees_what_is_for_her_to_do(scene: Scene) -> None:
    case = scene.cast.open((REFERRED, FIRST_MEETING), name="Twijfel")
    page = signed_in(add_client(scene.cast, case)).get(f"/trajecten/{case.pk}/")
    mine = panel(page, "Wat doe ik?")
    assert "Bevestigen dat u het traject start Deelnemer (u)" in mine
    assert "Het trajectplan opladen" not in mine


def test_the_client_who_has_nothing_to_do_is_told_so(scene: Scene) -> None:
    mine = panel(scene.as_(Role.CLIENT).get(scene.url), "Wat doe ik?")
    assert "U hoeft nu niets te regelen." in mine


def test_the_client_sees_who_helps(scene: Scene) -> None:
    team = panel(scene.as_(Role.CLIENT).get(scene.url), "Wie helpt mij?")
    assert re.search(r"Casemanager werk In dienst bij [^.]+\. Work_Case_Manager \(", team)
    assert re.search(r"Casemanager zorg [^.]+\. Care_Case_Manager \(", team)


def test_the_client_can_look_at_an_earlier_day(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(scene.url, {"on": "2026-03-01"}))
    assert "Dit is de toestand op 1 maart 2026" in page
    assert "Bemiddelingsproces gestart" not in page


def test_the_client_of_a_stopped_trajectory_is_told_why(scene: Scene) -> None:
    asked = StopRequested(date(2026, 4, 28), StopGround.AT_WORK, tuple(CASE_MANAGERS))
    scene.cast.record(scene.case, asked, StopDecided(date(2026, 4, 30), StopManner.EARLY_STOP))
    page = text_of(scene.as_(Role.CLIENT).get(scene.url))
    assert "Uw traject is afgelopen: vroegtijdige stopzetting." in page


def test_the_client_sees_no_other_trajectory(scene: Scene) -> None:
    other = scene.cast.open(name="Ander")
    assert scene.as_(Role.CLIENT).get(f"/trajecten/{other.pk}/").status_code == 404


def test_the_client_cannot_record_by_sending_a_form(scene: Scene) -> None:
    url = f"{scene.url}vastleggen/care_suspended/"
    told = {"idempotency_key": str(uuid4()), "on": "2026-04-20"}
    assert scene.as_(Role.CLIENT).post(url, told).status_code == 403
    assert scene.case.events.count() == 7
