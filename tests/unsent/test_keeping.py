"""What somebody typed in a long form is there when she opens it again, until it is recorded or thrown away."""

import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine

from tests.dossier.world import CARE, CARER, SAID, World, told
from tests.scene import TODAY, hidden, text_of
from tests.unsent.filling import TYPED, begin, key_in, rows, typed_in, url_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.organisations.actions import Choice, choose
from vlechtwerk.sharing.authored import texts_of
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.unsent.actions import LARGEST, MOST
from vlechtwerk.unsent.models import Unsent


def test_what_was_typed_stands_in_the_form_when_it_is_opened_again(world: World) -> None:
    assert begin(world).json() == {"said": "Als concept bewaard om 10.00 uur."}
    page = world.visitor(CARE).get(url_of(world))
    assert typed_in(page) == TYPED
    assert "Concept van 1 mei 2026, 10.00 uur" in text_of(page)
    assert re.search(r'value="own_note"[^>]*checked', page.content.decode())


def test_without_javascript_a_button_keeps_it(world: World) -> None:
    answer = begin(world, how="page")
    assert (answer.status_code, answer.url) == (302, url_of(world))
    page = world.visitor(CARE).get(url_of(world))
    assert typed_in(page) == TYPED
    assert "Bewaar als concept" in text_of(page)


def test_a_form_without_a_draft_says_nothing_about_one(world: World) -> None:
    assert "Concept van" not in text_of(world.visitor(CARE).get(url_of(world)))


def test_what_was_typed_wrong_is_kept_as_it_was_typed(world: World) -> None:
    begin(world, happened_on="2026-13-45", attendees=["client", "nobody"])
    assert 'value="2026-13-45"' in world.visitor(CARE).get(url_of(world)).content.decode()


def test_keeping_stores_no_note(world: World) -> None:
    begin(world)
    assert TYPED not in text_of(world.visitor(CARE).get(world.url))
    assert not Entry.objects.filter(verb=Verb.NOTE_WRITTEN).exists()


def test_typing_on_writes_over_what_was_kept_and_leaves_one_line_in_the_record(world: World) -> None:
    key = str(uuid4())
    for text in ("Fien", "Fien wil", "Fien wil werken"):
        begin(world, idempotency_key=key, text=text)
    assert typed_in(world.visitor(CARE).get(url_of(world))) == "Fien wil werken"
    line = Entry.objects.get(verb=Verb.FORM_KEPT)
    assert (line.file_id, line.capacity) == (world.file.pk, "care_case_manager")


def test_it_is_gone_once_the_note_is_recorded_also_when_it_was_opened_again(world: World) -> None:
    begin(world)
    browser = world.visitor(CARE)
    key = key_in(browser.get(url_of(world)))
    answers = told(world.part(Kind.CARE_OWN, CARE), idempotency_key=key, text=TYPED)
    assert browser.post(url_of(world), answers).status_code == 302
    assert rows(world) == []
    assert typed_in(browser.get(url_of(world))) == ""


def test_it_stays_when_the_rules_refuse_the_note(world: World) -> None:
    begin(world)
    browser = world.visitor(CARE)
    key = key_in(browser.get(url_of(world)))
    assert browser.post(url_of(world), {"idempotency_key": key, "text": TYPED}).status_code == 422
    assert len(rows(world)) == 1


def test_it_can_be_thrown_away(world: World) -> None:
    begin(world)
    browser = world.visitor(CARE)
    kept = hidden(browser.get(url_of(world)), "_kept")
    assert browser.post(url_of(world), {"_keep": "drop", "_kept": kept}).status_code == 302
    assert rows(world) == []


def test_of_two_unfinished_notes_the_last_one_stands_there_and_the_other_can_be_opened(world: World) -> None:
    begin(world, text="Het eerste")
    with time_machine.travel("2026-05-01T14:03:00+02:00"):
        begin(world, text="Het tweede")
    browser = world.visitor(CARE)
    page = browser.get(url_of(world))
    assert (typed_in(page), "Open het concept van 1 mei 2026, 10.00 uur" in text_of(page)) == ("Het tweede", True)
    other = re.search(r'href="([^"]*concept=[^"]*)"', page.content.decode())
    assert other
    assert typed_in(browser.get(other[1])) == "Het eerste"


def test_a_correction_of_a_note_has_a_draft_of_its_own(world: World) -> None:
    with acting(world.position(CARE), TODAY):
        note = world.write(world.part(Kind.CARE_OWN, CARE), CARE, SAID.text or "een verslag")
    browser = world.visitor(CARE)
    begin(world, browser)
    assert typed_in(browser.get(f"{url_of(world)}?corrects={note.pk}")) == "een verslag"


@pytest.mark.parametrize(("day", "there"), [("2026-05-14", True), ("2026-05-15", False)])
def test_it_is_over_fourteen_days_after_the_last_word(world: World, day: str, there: bool) -> None:
    begin(world)
    with acting(world.position(CARE), date.fromisoformat(day)):
        assert Unsent.objects.exists() is there


@pytest.mark.parametrize(("day", "there"), [("2026-05-03", True), ("2026-05-04", False)])
def test_a_region_chooses_for_how_many_days(world: World, day: str, there: bool) -> None:
    by = world.position(CARE)
    choose(region=by.region, choice=Choice("draft_days", 3, TODAY, "afspraak regio"), by=by)
    begin(world)
    with acting(by, date.fromisoformat(day)):
        assert Unsent.objects.exists() is there


def test_what_is_over_is_removed_when_somebody_begins_another_form(world: World) -> None:
    begin(world)
    with time_machine.travel("2026-05-15T10:00:00+02:00"):
        begin(world, world.visitor(CARER), compartment="")
    assert [rows(world), len(rows(world, CARER))] == [[], 1]


def test_more_than_a_form_holds_is_not_kept(world: World) -> None:
    assert begin(world, text="x" * LARGEST).status_code == 413
    assert "te veel" in text_of(begin(world, how="page", text="x" * LARGEST))
    assert rows(world) == []


def test_nobody_keeps_more_than_a_hundred_forms(world: World) -> None:
    browser = world.visitor(CARE)
    assert {begin(world, browser).status_code for _ in range(MOST)} == {200}
    assert begin(world, browser).status_code == 413


@pytest.mark.parametrize("key", ["", "x", "01890000"])
def test_a_form_without_a_key_of_ours_is_not_kept(world: World, key: str) -> None:
    assert begin(world, idempotency_key=key).status_code == 404


def test_neither_the_proof_of_the_form_nor_what_was_asked_is_kept(world: World) -> None:
    begin(world, csrfmiddlewaretoken="bewijs", _drawn="voor wie")
    with acting(world.position(CARE), TODAY):
        ((_row, text),) = texts_of(rows(world))
    assert [word for word in ("bewijs", "voor", "_keep", "csrf") if word in text] == []
