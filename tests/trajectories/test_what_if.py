"""What would be different if something happened, without storing anything."""

from datetime import date
from typing import Any

import pytest

from tests.rules.histories import CARE_ACTION, CONFIRMED, FIRST_MEETING, IN_PROGRESS, REFERRED, on
from tests.scene import Scene, hidden, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.roles import Role
from vlechtwerk.trajectories.showing.comparison import compare

WORK = Role.WORK_CASE_MANAGER


def tried(scene: Scene, event: str, **told: Any) -> Any:
    """The page after an event was tried out by the work case manager."""
    url = f"{scene.url}wat-als/?event={event}"
    browser = scene.as_(WORK)
    key = hidden(browser.get(url), "idempotency_key")
    return browser.post(url, {"idempotency_key": key, **told})


def test_every_event_but_the_referral_can_be_tried(scene: Scene) -> None:
    page = scene.as_(WORK).get(f"{scene.url}wat-als/").content.decode()
    assert [name for name in EVENTS if f'value="{name}"' not in page] == ["referred"]


def test_it_says_that_nothing_is_stored(scene: Scene) -> None:
    assert "Er wordt niets bewaard" in text_of(scene.as_(WORK).get(f"{scene.url}wat-als/"))


def written() -> int:
    """How many lines of the record are not about looking."""
    return Entry.objects.exclude(verb=Verb.FILE_READ).count()


def test_trying_stores_nothing(scene: Scene) -> None:
    before = (scene.case.events.count(), scene.case.obligations.count(), written())
    assert tried(scene, "action_started", on="2026-04-20", domain="care").status_code == 200
    assert (scene.case.events.count(), scene.case.obligations.count(), written()) == before


def test_what_would_be_done_disappears_from_what_is_owed(scene: Scene) -> None:
    page = text_of(tried(scene, "action_started", on="2026-04-20", domain="care"))
    assert "Wat verandert, bekeken op 1 mei 2026" in page
    assert "De eerste actie starten Tegen 28 april 2026 (te laat) Gedaan op 20 april 2026" in page
    assert "Aandachtspunten Eerste actie te laat –" in page


def test_a_day_ahead_can_be_tried(scene: Scene) -> None:
    page = text_of(tried(scene, "action_started", on="2026-05-20", domain="care"))
    assert "Wat verandert, bekeken op 20 mei 2026" in page
    assert "Gedaan op 20 mei 2026" in page


def test_it_can_be_looked_at_on_a_later_day(scene: Scene) -> None:
    told = {"on": "2026-05-01", "until": "2026-09-01", "reason": "illness", "looking_on": "2026-06-01"}
    page = text_of(tried(scene, "interrupted", **told))
    assert "bekeken op 1 juni 2026" in page
    assert "onderbroken" in page.lower()


def test_what_the_rules_would_refuse_is_told_with_the_reasons(scene: Scene) -> None:
    page = text_of(tried(scene, "final_advice_registered", on="2026-06-01", advice="NEC"))
    assert "Dit kan niet volgens de regels." in page
    assert "Mogelijk vanaf 7 juli 2026." in page


@pytest.mark.parametrize("looking_on", ["2000-01-01", "2026-02-02", "2028-05-08", "2199-12-31"])
def test_it_can_be_looked_at_on_any_day_that_the_rules_reckon_with(scene: Scene, looking_on: str) -> None:
    assert tried(scene, "care_suspended", on="2026-05-01", looking_on=looking_on).status_code == 200


@pytest.mark.parametrize("day", ["2026-05-01", "2199-12-31"])
def test_an_interruption_may_last_until_the_last_day_of_the_calendar(scene: Scene, day: str) -> None:
    assert tried(scene, "interrupted", on=day, until="2199-12-31", reason="illness").status_code == 200


def test_a_fault_in_the_answers_stands_beside_its_field(scene: Scene) -> None:
    page = tried(scene, "action_started", on="2026-02-01")
    assert page.status_code == 422
    assert "Het traject begon op 2 februari 2026" in text_of(page)
    assert "Domein" in text_of(page)


@pytest.mark.parametrize("event", ["referred", "unknown", "", "\x00"])
def test_an_event_that_cannot_be_tried_is_told(scene: Scene, event: str) -> None:
    assert scene.as_(WORK).get(f"{scene.url}wat-als/", {"event": event}).status_code == 422


def test_the_client_and_an_outsider_do_not_try_things_out(scene: Scene) -> None:
    assert scene.as_(Role.CLIENT).get(f"{scene.url}wat-als/").status_code == 403
    assert scene.as_outsider().get(f"{scene.url}wat-als/").status_code == 404


def test_the_same_event_gives_the_same_comparison_as_the_rules(today: date) -> None:
    day = date(2026, 5, 1)
    found = compare(on(day, *IN_PROGRESS), on(day, *IN_PROGRESS, CARE_ACTION))
    assert ("tegen 28 april 2026 (te laat)", "gedaan op 20 april 2026") in [
        (one.before, one.after) for one in found.owed
    ]
    assert found.refused == ()


def test_what_becomes_possible_and_impossible_is_told(today: date) -> None:
    day = date(2026, 3, 1)
    found = compare(on(day, REFERRED, FIRST_MEETING), on(day, REFERRED, FIRST_MEETING, CONFIRMED))
    assert "Start bevestigd" in found.no_longer_possible


def test_nothing_is_different_when_nothing_changes(today: date) -> None:
    same = on(date(2026, 5, 1), *IN_PROGRESS)
    assert compare(same, same).is_empty
