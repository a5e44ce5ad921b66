"""Looking for words in the notes of the own caseload: own notes by opening them, the others in the database."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import CARE, CARER, WORK, World, canary, told
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.dossier import search
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind

URL = "/neerslagen/zoeken/"
SPELLINGS = [
    ("Ze belde Özgür.", "ozgur"),
    ("een CAFÉ in de STRAẞE", "strasse cafe"),
    ("Łukasz uit Ærø", "lukasz aero"),
    ("IĞDIR, Iğdır en İzmir", "igdir izmir"),
    ("half-tijds; d'Hondt", "half dhondt"),
    ("praat met Анна", "анна"),
    ("e\N{COMBINING ACUTE ACCENT}e\N{COMBINING ACUTE ACCENT}n \N{LATIN SMALL LIGATURE FI}ets", "een fiets"),
    ("100% zeker_weten \\ ja", "100 zeker ja"),
]


def asked(world: World, role: Role, words: str) -> Any:
    """What the browser of a role answers to these words."""
    return world.visitor(role).post(URL, {"words": words})


def lines() -> list[tuple[Any, ...]]:
    """What the record says about lists: the part and the files."""
    return list(Entry.objects.filter(verb=Verb.FILES_LISTED).values_list("part", "shown"))


@pytest.mark.parametrize("kind", [Kind.CARE_OWN, Kind.SHARED])
@pytest.mark.parametrize(("text", "words"), SPELLINGS)
def test_both_kinds_of_notes_are_found_without_case_and_accents(
    world: World, kind: Kind, text: str, words: str
) -> None:
    world.give_all()
    world.write(world.part(kind, CARE if kind is Kind.CARE_OWN else None), CARE, text)
    page = asked(world, CARE, words)
    assert "1 neerslag gevonden." in text_of(page)
    assert f'href="{world.url}"' in page.content.decode()
    assert "Geen neerslag gevonden" in text_of(asked(world, CARE, f"{words} giraf"))


def test_why_the_participant_was_not_there_is_looked_through_too(world: World) -> None:
    own = world.part(Kind.CARE_OWN, CARE)
    absent = told(own, attendees=["care_case_manager"], client_absence="Moest naar de tandarts")
    world.visitor(CARE).post(f"{world.url}schrijven/", absent)
    assert "naar de tandarts" in text_of(asked(world, CARE, "TANDARTS"))


@pytest.mark.rule("AT-137")
def test_only_what_is_open_is_found_and_nothing_tells_of_the_rest(world: World) -> None:
    own = canary(world.part(Kind.CARE_OWN, CARE))
    page = asked(world, CARE, "kanarie")
    assert "1 neerslag gevonden." in text_of(page)
    assert own in text_of(page)
    absent, hidden = (text_of(asked(world, CARE, word)) for word in ("giraf", canary(world.part(Kind.SHARED))))
    assert absent.replace("giraf", "") == hidden.replace(canary(world.part(Kind.SHARED)), "")
    world.give_all()
    assert "3 neerslagen gevonden." in text_of(asked(world, CARE, "kanarie"))
    world.end_all()
    assert "1 neerslag gevonden." in text_of(asked(world, CARE, "kanarie"))


def test_a_note_that_is_not_shared_with_somebody_is_not_found_by_them(world: World) -> None:
    world.give_all()
    for word, audience in (("giraf", [str(WORK)]), ("zebra", [str(WORK), str(CARE)])):
        note = told(world.part(Kind.SHARED), text=f"Houdt van een {word}", audience=audience)
        assert world.visitor(WORK).post(f"{world.url}schrijven/", note).status_code == 302
    assert "Geen neerslag gevonden" in text_of(asked(world, CARE, "giraf"))
    assert "1 neerslag gevonden." in text_of(asked(world, CARE, "zebra"))


def test_care_alone_looks_through_notes(world: World) -> None:
    world.give_all()
    found = {role: asked(world, role, "kanarie").status_code for role in world.everybody()}
    assert {role for role, status in found.items() if status == 200} == {CARE, CARER}
    assert set(found.values()) == {200, 404}
    assert "Zoeken in neerslagen" not in text_of(world.visitor(WORK).get("/"))
    assert "Zoeken in neerslagen" in text_of(world.visitor(CARER).get("/"))


def test_the_record_tells_which_files_were_shown_and_nothing_of_the_words(world: World) -> None:
    asked(world, CARE, "kanarie")
    asked(world, CARE, "giraf")
    assert lines() == [("confidential", [world.file.pk]), ("confidential", [])]
    assert not {"kanarie", "giraf"} & set(str(list(Entry.objects.values_list())).lower().split("'"))


def test_the_address_finds_nothing_and_an_empty_form_neither(world: World) -> None:
    page = world.visitor(CARE).get(URL, {"words": "kanarie"})
    assert (page.status_code, "KANARIE" in page.content.decode(), lines()) == (200, False, [])
    for words in ("", "a", "?!", "a b", "x" * 101):
        assert asked(world, CARE, words).status_code == 422
    assert lines() == []


def test_an_earlier_version_and_destroyed_words_are_not_found(world: World) -> None:
    own = world.part(Kind.CARE_OWN, CARE)
    browser = world.visitor(CARE)
    browser.post(f"{world.url}schrijven/", told(own, text="Houdt van zwemmen"))
    with acting(world.position(CARE), TODAY):
        note = Note.objects.latest("id")
    browser.post(f"{world.url}schrijven/", told(own, text="Houdt van lopen", corrects=str(note.pk)))
    assert "Geen neerslag gevonden" in text_of(asked(world, CARE, "zwemmen"))
    assert "1 neerslag gevonden." in text_of(asked(world, CARE, "lopen"))


def test_too_many_notes_are_cut_off_and_it_is_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 2)
    for number in range(3):
        world.write(world.part(Kind.CARE_OWN, CARE), CARE, f"kanarie nummer {number}")
    page = text_of(asked(world, CARE, "kanarie"))
    assert "Er zijn meer neerslagen met deze woorden" in page
    assert [number for number in range(3) if f"kanarie nummer {number}" in page] == [1, 2]


def test_a_search_takes_a_fixed_number_of_queries(world: World) -> None:
    world.give_all()
    browser = world.visitor(CARE)
    browser.post(URL, {"words": "kanarie"})
    with CaptureQueriesContext(connection) as few:
        browser.post(URL, {"words": "kanarie"})
    for kind, role in ((Kind.SHARED, None), (Kind.CARE_OWN, CARE)):
        for number in range(4):
            world.write(world.part(kind, role), CARE, f"kanarie {number}")
    with CaptureQueriesContext(connection) as many:
        assert "11 neerslagen" in text_of(browser.post(URL, {"words": "kanarie"}))
    assert len(few) == len(many)


def test_the_piece_around_the_word_is_shown(world: World) -> None:
    long = f"{'voor ' * 60}Özgür {'na ' * 90}"
    piece = search.excerpt(long, ["ozgur"])
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert "Özgür" in piece
    assert search.excerpt("kort", ["iets"]) == "kort"
