"""Correcting what was recorded: the earlier row stays, the correction takes its place."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.rules.histories import CARE_ACTION
from tests.scene import Scene, hidden, text_of
from vlechtwerk.history.models import Event
from vlechtwerk.history.stored import in_effect
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER


def row_of(scene: Scene, name: str) -> Event:
    """The row of an event of the scene."""
    return next(row for row in in_effect(Event.objects.filter(case=scene.case)) if row.name == name)


def address(scene: Scene, row: Event) -> str:
    """The form to correct a row."""
    return reverse("correct_event", args=[scene.case.pk, row.pk])


def correct(browser: Client, url: str, **told: Any) -> Any:
    """Open the form and send it."""
    key = hidden(browser.get(url), "idempotency_key")
    return browser.post(url, {"idempotency_key": key, **told})


@pytest.fixture
def upload(scene: Scene) -> Event:
    """The upload of the plan, on 31 March 2026."""
    return row_of(scene, "plan_uploaded")


def test_a_wrong_date_is_put_right_and_both_rows_stay(scene: Scene, upload: Event) -> None:
    answer = correct(scene.as_(WORK), address(scene, upload), reason_code="wrong_date", on="2026-04-01")
    assert (answer.status_code, answer.headers["Location"]) == (302, scene.url)
    now = row_of(scene, "plan_uploaded")
    assert (now.on, now.corrects_id, now.correction_reason) == (date(2026, 4, 1), upload.pk, "wrong_date")
    assert Event.objects.filter(pk=upload.pk).exists()


def test_what_did_not_happen_is_struck(scene: Scene) -> None:
    scene.cast.record(scene.case, CARE_ACTION)
    url = address(scene, row_of(scene, "action_started"))
    assert correct(scene.as_(WORK), url, reason_code="did_not_happen").status_code == 302
    assert "action_started" not in [row.name for row in in_effect(Event.objects.filter(case=scene.case))]


def test_the_form_shows_what_stands_there(scene: Scene, upload: Event) -> None:
    page = scene.as_(WORK).get(address(scene, upload))
    assert "Zo staat het er nu 31 maart 2026" in text_of(page)
    assert 'value="2026-03-31"' in page.content.decode()


def test_a_reason_is_asked(scene: Scene, upload: Event) -> None:
    page = correct(scene.as_(WORK), address(scene, upload), on="2026-04-01")
    assert page.status_code == 422
    assert "Waarom zet u dit recht?" in text_of(page)


def test_a_correction_that_makes_later_events_impossible_is_refused_with_them(scene: Scene, upload: Event) -> None:
    page = correct(scene.as_(WORK), address(scene, upload), reason_code="did_not_happen")
    assert page.status_code == 422
    assert "Het past niet bij wat al vastgelegd is." in text_of(page)
    assert "Trajectplan goedgekeurd" in text_of(page)
    assert row_of(scene, "plan_uploaded") == upload


def test_the_first_day_of_the_trajectory_can_be_put_right(scene: Scene) -> None:
    url = address(scene, row_of(scene, "referred"))
    answer = correct(scene.as_(Role.VDAB_MEDIATOR), url, reason_code="wrong_date", on="2026-01-30")
    assert answer.status_code == 302
    assert row_of(scene, "referred").on == date(2026, 1, 30)


@pytest.mark.parametrize(
    ("day", "said"), [("2023-06-30", "ouder"), ("2026-02-20", "past niet bij"), ("2026-05-02", "nog komen")]
)
def test_a_first_day_that_the_history_cannot_bear_is_refused(scene: Scene, day: str, said: str) -> None:
    url = address(scene, row_of(scene, "referred"))
    page = correct(scene.as_(Role.VDAB_MEDIATOR), url, reason_code="wrong_date", on=day)
    assert page.status_code == 422
    assert said in text_of(page)
    assert row_of(scene, "referred").on == date(2026, 2, 2)


def test_only_who_records_an_event_corrects_it(scene: Scene, upload: Event) -> None:
    for role in (Role.NETWORK_COORDINATOR, Role.CLIENT):
        assert scene.as_(role).get(address(scene, upload)).status_code == 403
    assert scene.as_outsider().get(address(scene, upload)).status_code == 404


def test_what_was_corrected_already_is_not_corrected_again(scene: Scene, upload: Event) -> None:
    work = scene.as_(WORK)
    correct(work, address(scene, upload), reason_code="wrong_date", on="2026-04-01")
    assert work.get(address(scene, upload)).status_code == 404


def test_an_event_of_another_trajectory_is_not_corrected_from_here(scene: Scene) -> None:
    other = scene.cast.open(name="Ander").events.get()
    work = scene.as_(WORK)
    assert work.get(reverse("correct_event", args=[scene.case.pk, other.pk])).status_code == 404
    assert work.get(reverse("correct_event", args=[scene.case.pk, uuid4()])).status_code == 404


def test_sending_a_correction_twice_corrects_once(scene: Scene, upload: Event) -> None:
    work, url = scene.as_(WORK), address(scene, upload)
    told = {"idempotency_key": hidden(work.get(url), "idempotency_key"), "reason_code": "wrong_date"}
    assert work.post(url, {**told, "on": "2026-04-01"}).status_code == 302
    assert work.post(url, {**told, "on": "2026-04-01"}).status_code == 404
    assert scene.case.events.count() == 8
