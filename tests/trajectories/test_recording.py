"""Recording what happened: stored once, refused with reasons, and nothing that was typed is lost."""

from datetime import date
from uuid import uuid4

import pytest
from django.http import HttpRequest

from tests.rules.histories import CARE_ACTION
from tests.scene import Scene, hidden, panel, send, text_of
from vlechtwerk.audit.models import Entry
from vlechtwerk.history import actions
from vlechtwerk.history.models import Event
from vlechtwerk.rules.activation.events import EVENTS, CareSuspended
from vlechtwerk.rules.activation.recorders import RECORDERS
from vlechtwerk.rules.roles import Role, acts_as
from vlechtwerk.ui.said import OwnCookie

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER


def address(scene: Scene, event: str) -> str:
    """The form to record an event."""
    return f"{scene.url}vastleggen/{event}/"


def names(scene: Scene) -> list[str]:
    """What is stored after the start of the mediation."""
    return [row.name for row in Event.objects.filter(case=scene.case)][7:]


def test_what_is_recorded_is_stored_and_said_without_anything_in_the_address(scene: Scene) -> None:
    work = scene.as_(WORK)
    answer = send(work, address(scene, "action_started"), on="2026-04-20", domain="care")
    assert (answer.status_code, answer.headers["Location"]) == (302, scene.url)
    assert names(scene) == ["action_started"]
    page = work.get(scene.url)
    assert "Actie gestart is vastgelegd." in text_of(page)
    assert "Domein: zorg" in panel(page, "Tijdlijn")


def test_what_is_said_after_recording_is_said_once(scene: Scene) -> None:
    work = scene.as_(WORK)
    send(work, address(scene, "care_suspended"), on="2026-04-20")
    work.get(scene.url)
    assert "is vastgelegd" not in text_of(work.get(scene.url))


def test_recording_stores_nothing_in_the_session(scene: Scene) -> None:
    work = scene.as_(WORK)
    work.get(scene.url)
    before = dict(work.session)
    send(work, address(scene, "care_suspended"), on="2026-04-20")
    assert dict(work.session) == before


def test_what_waits_to_be_said_tells_nothing_about_a_person(scene: Scene) -> None:
    work = scene.as_(WORK)
    send(work, address(scene, "care_suspended"), on="2026-04-20")
    request = HttpRequest()
    request.COOKIES["said"] = work.cookies["said"].value
    (waiting,) = OwnCookie(request)
    assert str(waiting) == "Zorg geschorst is vastgelegd."
    assert (work.cookies["said"]["httponly"], work.cookies["said"]["samesite"]) == (True, "Lax")


def test_a_form_that_is_stored_leaves_one_line_that_the_file_was_read(scene: Scene) -> None:
    work, key = scene.as_(WORK), str(uuid4())
    work.post(address(scene, "care_suspended"), {"idempotency_key": key, "on": "2026-04-20"})
    lines = Entry.objects.filter(file_id=scene.case.file_id, position_id=scene.cast[WORK].pk).order_by("pos")
    assert list(lines.values_list("verb", "allowed"))[-2:] == [("event_recorded", True), ("file_read", True)]


def test_recording_moves_what_is_owed(scene: Scene) -> None:
    work = scene.as_(WORK)
    assert "De eerste actie starten" in panel(work.get(scene.url), "Te doen").split("punten zijn gedaan")[0]
    send(work, address(scene, "action_started"), on="2026-04-20", domain="care")
    to_do, done = panel(work.get(scene.url), "Te doen").split("punten zijn gedaan")
    assert "De eerste actie starten" not in to_do
    assert "28 april 2026 gedaan op 20 april 2026 De eerste actie starten" in done


def test_the_form_opens_with_today_and_by_when_it_is_owed(scene: Scene) -> None:
    page = scene.as_(WORK).get(address(scene, "action_started"))
    assert 'type="date" value="2026-05-01"' in page.content.decode()
    assert "Te doen tegen 28 april 2026: de eerste actie starten." in text_of(page)


def test_what_the_rules_refuse_is_told_with_every_reason_and_stays_typed(scene: Scene) -> None:
    told = {"on": "2026-04-30", "advice": "SEC", "agreed_by": ["work_case_manager"]}
    page = send(scene.as_(WORK), address(scene, "final_advice_registered"), **told)
    assert page.status_code == 422
    assert "Mogelijk vanaf 7 juli 2026." in text_of(page)
    assert "Ontbreekt: casemanager zorg." in text_of(page)
    assert page.content.decode().count('class="why"') >= 6
    assert 'value="2026-04-30"' in page.content.decode()
    assert 'value="SEC" checked' in page.content.decode()
    assert names(scene) == []


@pytest.mark.parametrize(("day", "fault"), [("2026-05-02", "moet nog komen"), ("2026-02-01", "Het traject begon op")])
def test_a_day_that_cannot_be_is_refused_beside_the_field_and_stays(scene: Scene, day: str, fault: str) -> None:
    page = send(scene.as_(WORK), address(scene, "care_suspended"), on=day)
    assert page.status_code == 422
    source = page.content.decode()
    assert f'value="{day}"' in source
    assert fault in source[source.index('id="id_on-error"') :]
    assert '<a href="#id_on">' in source
    assert names(scene) == []


def test_sending_a_form_twice_records_once(scene: Scene) -> None:
    work = scene.as_(WORK)
    form = work.get(address(scene, "care_suspended"))
    told = {name: hidden(form, name) for name in ("idempotency_key", "seen")} | {"on": "2026-04-20"}
    answers = [work.post(address(scene, "care_suspended"), told).status_code for _time in range(2)]
    assert answers == [302, 302]
    assert names(scene) == ["care_suspended"]


def test_what_a_colleague_recorded_meanwhile_is_shown_before_anything_is_stored(scene: Scene) -> None:
    work, url = scene.as_(WORK), address(scene, "care_suspended")
    form = work.get(url)
    told = {name: hidden(form, name) for name in ("idempotency_key", "seen")} | {"on": "2026-04-25"}
    actions.record(case=scene.case, event=CARE_ACTION, by=scene.cast[CARE], key=uuid4())
    page = work.post(url, told)
    assert page.status_code == 422
    assert "Actie gestart" in text_of(page)
    assert 'value="2026-04-25"' in page.content.decode()
    assert names(scene) == ["action_started"]
    told["seen"] = hidden(page, "seen")
    assert work.post(url, told).status_code == 302
    assert names(scene) == ["action_started", "care_suspended"]


def test_an_event_that_contradicts_a_later_one_is_refused_with_that_one(scene: Scene) -> None:
    scene.cast.record(scene.case, CareSuspended(date(2026, 4, 28)))
    page = send(scene.as_(WORK), address(scene, "care_suspended"), on="2026-04-20")
    assert page.status_code == 422
    assert "Het past niet bij wat al vastgelegd is." in text_of(page)
    assert names(scene) == ["care_suspended"]


@pytest.mark.parametrize("role", [WORK, Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER, Role.CLIENT])
def test_each_form_is_for_who_records_the_event(scene: Scene, role: Role) -> None:
    browser = scene.as_(role)
    forms = [name for name in EVENTS if name != "referred"]
    found = {name for name in forms if browser.get(address(scene, name)).status_code in (200, 302)}
    assert found == {name for name in forms if acts_as(role) & RECORDERS[EVENTS[name]]}


def test_who_does_not_record_an_event_is_told_who_does(scene: Scene) -> None:
    page = scene.as_(WORK).get(address(scene, "plan_approved"))
    assert page.status_code == 403
    assert "U legt dit niet vast: trajectplan goedgekeurd" in text_of(page)
    assert "netwerkcoördinator" in text_of(page)


def test_who_does_not_record_an_event_cannot_send_its_form_either(scene: Scene) -> None:
    told = {"idempotency_key": str(uuid4()), "on": "2026-04-20"}
    assert scene.as_(Role.PROJECT_FOLLOWER).post(address(scene, "care_suspended"), told).status_code == 403
    assert scene.as_outsider().post(address(scene, "care_suspended"), told).status_code == 404
    assert names(scene) == []


@pytest.mark.rule("AT-215")
@pytest.mark.rule("AT-216")
@pytest.mark.parametrize(
    ("advice", "rule", "who"), [("AMA", "AT-215", "De trusted advisor van VDAB"), ("WELFARE", "AT-216", "DGS")]
)
def test_an_advice_that_somebody_else_registers_is_refused_with_the_rule(
    scene: Scene, advice: str, rule: str, who: str
) -> None:
    page = send(scene.as_(WORK), address(scene, "mediation_advice_registered"), on="2026-04-20", advice=advice)
    assert page.status_code == 422
    assert rule in page.content.decode()
    assert who in text_of(page)


@pytest.mark.parametrize("event", ["referred", "unknown", "Care_Suspended"])
def test_an_event_that_cannot_be_recorded_here_has_no_form(scene: Scene, event: str) -> None:
    assert scene.as_(WORK).get(address(scene, event)).status_code == 404


def test_what_was_typed_never_becomes_part_of_the_page(scene: Scene) -> None:
    page = send(scene.as_(WORK), address(scene, "care_suspended"), on='"><script>alert(1)</script>')
    assert page.status_code == 422
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("key", ["", "no key", "\x00"])
def test_a_form_without_its_key_is_refused(scene: Scene, key: str) -> None:
    told = {"idempotency_key": key, "on": "2026-04-20"}
    assert scene.as_(WORK).post(address(scene, "care_suspended"), told).status_code == 422
    assert names(scene) == []
