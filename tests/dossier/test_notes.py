"""Writing and reading notes in the browser."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import CARE, CARER, WORK, World, canary, told
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.sealing import opened
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind

DIFFERING = re.compile(rb'name="(csrfmiddlewaretoken|next|idempotency_key)" value="[^"]*"|nonce="[^"]*"')


def sent(world: World, role: Role, **answers: Any) -> Any:
    """What the browser of a role answers to a note in the shared part, or in another one when that is named."""
    part = answers.pop("part", None) or world.part(Kind.SHARED)
    return world.visitor(role).post(f"{world.url}schrijven/", told(part, **answers))


def notes_of(world: World, role: Role) -> list[Note]:
    """The notes that a role wrote, as the client sees them."""
    with acting(world.scene.client, TODAY):
        notes = opened(Note.objects.filter(author=world.position(role)).order_by("id"))
    return [note for note in notes if not note.text.startswith("KANARIE")]


@pytest.mark.rule("AT-257")
def test_a_note_tells_when_it_happened_when_it_was_written_and_by_whom(world: World) -> None:
    world.give(WORK)
    assert sent(world, WORK).headers["Location"] == world.url
    page = text_of(world.visitor(WORK).get(world.url))
    assert "Contact, 20 april 2026 Fien wil halftijds beginnen." in page
    assert "Waren erbij: deelnemer, casemanager werk." in page
    assert "door Work_Case_Manager, " in page


@pytest.mark.rule("AT-027")
@pytest.mark.parametrize(("reason", "status"), [("", 422), ("Ze was ziek.", 302)])
def test_a_talk_without_the_participant_tells_why(world: World, reason: str, status: int) -> None:
    world.give(WORK)
    answer = sent(world, WORK, attendees=["work_case_manager"], client_absence=reason)
    assert answer.status_code == status
    assert [note.client_absence for note in notes_of(world, WORK)] == ([reason] if reason else [])


@pytest.mark.rule("AT-080")
def test_a_talk_in_which_nobody_took_part_is_refused_with_the_rule(world: World) -> None:
    world.give(WORK)
    answer = sent(world, WORK, attendees=[], client_absence="Ze was ziek.")
    assert answer.status_code == 422
    assert "AT-080" in answer.content.decode()
    assert "Fien wil halftijds beginnen." in text_of(answer)


@pytest.mark.rule("AT-246")
def test_what_is_sensitive_stays_in_the_own_notes_while_there_is_no_consent(world: World) -> None:
    world.give(WORK)
    world.give(CARE)
    own = world.part(Kind.CARE_OWN, CARE)
    assert sent(world, CARE, entry_class="sensitive").status_code == 422
    assert sent(world, CARE, entry_class="sensitive", part=own).status_code == 302


@pytest.mark.rule("AT-245")
def test_an_own_note_stands_in_the_part_of_the_own_organisation(world: World) -> None:
    world.give(WORK)
    world.give(CARE)
    assert sent(world, CARE, kind="own_note").status_code == 422
    assert sent(world, CARE, kind="own_note", part=world.part(Kind.CARE_OWN, CARE)).status_code == 302


@pytest.mark.parametrize("day", ["2026-05-02", "1999-12-31", "", "gisteren"])
def test_a_day_that_cannot_be_is_told_beside_the_field(world: World, day: str) -> None:
    world.give(WORK)
    answer = sent(world, WORK, happened_on=day)
    assert answer.status_code == 422
    assert 'class="field-error"' in answer.content.decode()


def test_sending_a_note_twice_writes_it_once(world: World) -> None:
    world.give(WORK)
    key = str(uuid4())
    assert [sent(world, WORK, idempotency_key=key).status_code for _ in range(2)] == [302, 302]
    assert len(notes_of(world, WORK)) == 1


@pytest.mark.rule("AT-136")
def test_a_correction_stands_in_the_place_of_the_note_which_is_kept(world: World) -> None:
    world.give(WORK)
    sent(world, WORK)
    (note,) = notes_of(world, WORK)
    form = world.visitor(WORK).get(f"{world.url}schrijven/?corrects={note.pk}")
    assert "Fien wil halftijds beginnen." in text_of(form)
    change = {"corrects": str(note.pk), "text": "Fien wil voltijds beginnen.", "idempotency_key": str(uuid4())}
    assert [sent(world, WORK, **change).status_code for _ in range(2)] == [302, 302]
    page = text_of(world.visitor(WORK).get(world.url))
    assert "voltijds" in page
    assert "halftijds" not in page
    assert [one.text for one in notes_of(world, WORK)] == [
        "Fien wil halftijds beginnen.",
        "Fien wil voltijds beginnen.",
    ]


@pytest.mark.rule("AT-126")
def test_nobody_corrects_the_note_of_somebody_else(world: World) -> None:
    world.give(WORK)
    world.give(CARE)
    sent(world, WORK)
    (note,) = notes_of(world, WORK)
    assert sent(world, CARE, corrects=str(note.pk)).status_code == 404
    assert sent(world, WORK, corrects=str(uuid4())).status_code == 404


def test_who_will_read_a_note_is_told_by_name_from_the_access_there_is(world: World) -> None:
    world.give(WORK)
    world.give(CARE)
    page = text_of(world.visitor(CARE).get(f"{world.url}schrijven/"))
    readers = page[page.index("Wie leest dit?") :]
    shared = readers[readers.index("Gedeeld deel") : readers.index("Functioneren")]
    assert "Work_Case_Manager (casemanager werk)" in shared
    assert "Care_Provider" not in shared
    assert "Work_Case_Manager" not in readers[readers.index("Eigen notities van zorg") :]


@pytest.mark.rule("AT-251")
def test_a_care_provider_is_told_that_the_shared_part_is_a_step_towards_vdab(world: World) -> None:
    world.give(WORK)
    world.give(CARER)
    warning = "het is een stap naar VDAB en GTB"
    assert warning in text_of(world.visitor(CARER).get(f"{world.url}schrijven/"))
    assert warning not in text_of(world.visitor(WORK).get(f"{world.url}schrijven/"))


def test_every_look_is_noted_and_a_refused_one_shows_nothing(world: World) -> None:
    world.give(WORK)
    world.visitor(WORK).get(world.url)
    world.visitor(Role.DGS).get(world.url)
    lines = Entry.objects.filter(verb="file_read").order_by("at").values_list("position_id", "part", "allowed")
    looked, tried = (world.position(role).pk for role in (WORK, Role.DGS))
    assert list(lines) == [(looked, "confidential", True), (tried, "administrative", False)]


def test_for_who_has_no_access_it_does_not_exist(world: World) -> None:
    browser = world.visitor(Role.DGS)
    hidden, absent = browser.get(world.url), browser.get(f"/trajecten/{uuid4()}/luik/")
    assert DIFFERING.sub(b"", hidden.content) == DIFFERING.sub(b"", absent.content)
    policies = [re.sub("nonce-[^']*", "", str(one.headers.items())) for one in (hidden, absent)]
    assert policies[0] == policies[1]


def test_no_canary_appears_on_any_other_page_for_anybody(world: World) -> None:
    world.give_all()
    pages = [
        "/",
        world.scene.url,
        f"{world.url}schrijven/",
        f"{world.url}toegang/",
        f"{world.url}toegang/geven/",
        "/functie/",
        "/trajecten/bestaat-niet/",
    ]
    pages += [f"{world.scene.url}wat-als/", f"/?zoek={canary(world.part(Kind.SHARED))}x"]
    for role in world.everybody():
        browser = world.visitor(role)
        for url in pages:
            assert not re.search(r"KANARIE-[0-9a-f-]{36}(?!x)", browser.get(url).content.decode()), (role, url)


def test_an_error_shows_nothing_of_what_was_typed(world: World) -> None:
    world.give(WORK)
    answer = sent(world, WORK, text="KANARIE\x00", happened_on="2026-04-20")
    assert answer.status_code == 422
    assert world.visitor(WORK).get(f"{world.url}?page=x").status_code == 200
    assert world.visitor(WORK).get(f"{world.url}?page=99999").status_code == 200


def test_the_pages_speak_english_too_and_need_no_script(world: World) -> None:
    world.give(WORK)
    browser: Client = world.visitor(WORK)
    browser.post("/language", {"language": "en", "next": "/"})
    assert "Who reads this?" in text_of(browser.get(world.url))
    page = browser.get(f"{world.url}toegang/")
    assert "Who has access?" in text_of(page)
    assert "hx-" not in page.content.decode().split("<main")[1]


def test_the_page_takes_a_fixed_number_of_queries(world: World) -> None:
    world.give(WORK)
    browser = world.visitor(WORK)
    browser.get(world.url)
    with CaptureQueriesContext(connection) as short:
        browser.get(world.url)
    for _ in range(5):
        sent(world, WORK)
    with CaptureQueriesContext(connection) as long:
        browser.get(world.url)
    assert len(short) == len(long) == 20
