"""The client asks, the officer answers, and everybody who opens a restricted file sees that it is."""

from typing import Any
from uuid import uuid4

import pytest
import time_machine

from tests.reconstruction.pdf_text import text_of as pdf_words
from tests.retention.asked import ANSWER, WORDS, asks, decides
from tests.retention.ended import sends
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.cli import main
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.actions import hold
from vlechtwerk.retention.models import HeldFor, Request
from vlechtwerk.retention.request_rows import Done, Right
from vlechtwerk.rules.roles import Role

LIST = "/gegevensvragen/"


def own(scene: Scene) -> str:
    """The page of the client."""
    return f"/mijn/{scene.case.pk}/gegevens/"


def asks_on_page(scene: Scene, **more: str) -> Any:
    """The client asks in her own view."""
    return sends(scene.as_(Role.CLIENT), own(scene), **{"right": "access", "words": WORDS, **more})


def test_she_asks_and_reads_until_when_she_gets_an_answer(scene: Scene) -> None:
    assert asks_on_page(scene)["Location"] == own(scene)
    page = text_of(scene.as_(Role.CLIENT).get(own(scene)))
    assert (WORDS in page, "U krijgt ten laatste op 1 juni 2026 een antwoord." in page) == (True, True)
    assert "noteerde een vraag over de eigen gegevens" in text_of(scene.as_(Role.CLIENT).get("/wie-keek/")).lower()


@pytest.mark.parametrize("missing", ["right", "words"])
def test_a_question_without_kind_or_words_is_told_what_is_missing(scene: Scene, missing: str) -> None:
    assert asks_on_page(scene, **{missing: ""}).status_code == 422
    assert not Request.objects.exists()


def test_the_officer_sees_it_by_reference_and_answers(scene: Scene, officer: Position) -> None:
    asks_on_page(scene)
    browser = signed_in(officer)
    page = text_of(browser.get(LIST))
    assert (scene.case.reference in page, "1 juni 2026" in page, "Voorbeeld" in page) == (True, True, False)
    url = f"{LIST}{Request.objects.get().pk}/"
    assert "article 12(3)" in text_of(browser.get(url))
    assert sends(browser, url, done="granted").status_code == 422
    assert sends(browser, url, done="granted", words=ANSWER)["Location"] == LIST
    page = text_of(scene.as_(Role.CLIENT).get(own(scene)))
    assert ("We doen wat u vraagt." in page, ANSWER in page, "ten laatste op" in page) == (True, True, False)
    assert Entry.objects.filter(verb=Verb.NUMBERS_LISTED, shown__contains=[scene.case.file_id]).count() >= 2


def test_what_is_late_stands_out_for_both(scene: Scene, officer: Position) -> None:
    asks_on_page(scene)
    with time_machine.travel("2026-06-02T10:00:00+02:00"):
        assert "1 vraag is te laat." in text_of(signed_in(officer).get(LIST))
        assert "U had een antwoord moeten krijgen op 1 juni 2026." in text_of(scene.as_(Role.CLIENT).get(own(scene)))


def test_a_case_manager_writes_down_what_came_on_paper(scene: Scene) -> None:
    told = {"right": "erasure", "words": WORDS, "asked_on": "2026-04-20"}
    browser, url = scene.as_(Role.CARE_CASE_MANAGER), f"{scene.url}gegevensvraag/"
    assert sends(browser, url, **{**told, "asked_on": "2026-05-02"}).status_code == 422
    assert sends(browser, url, **told)["Location"] == scene.url
    assert WORDS in text_of(scene.as_(Role.CLIENT).get(own(scene)))


def test_an_officer_writes_down_what_came_on_paper(scene: Scene, officer: Position) -> None:
    told = {"right": "access", "words": WORDS, "asked_on": "2026-04-20"}
    browser = signed_in(officer)
    assert sends(browser, f"{LIST}nieuw/", reference="T999999", **told).status_code == 422
    assert sends(browser, f"{LIST}nieuw/", reference=scene.case.reference, **told)["Location"] == LIST


def test_everybody_who_opens_a_restricted_file_sees_that_it_is(scene: Scene, officer: Position) -> None:
    told = "Het gebruik van dit dossier is beperkt sinds 1 mei 2026."
    assert told not in text_of(scene.as_(Role.WORK_CASE_MANAGER).get(scene.url))
    decides(asks(scene, Right.RESTRICTION), Done.GRANTED, officer)
    assert told in text_of(scene.as_(Role.WORK_CASE_MANAGER).get(scene.url))
    assert told in text_of(scene.as_(Role.CARE_CASE_MANAGER).get(f"{scene.url}luik/"))
    home = text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/"))
    assert "Sinds 1 mei 2026 worden uw gegevens bewaard en niet gebruikt" in home


def test_she_reads_where_she_can_complain_as_soon_as_the_region_says_it(scene: Scene) -> None:
    assert "staat hier nog niet" in text_of(scene.as_(Role.CLIENT).get(own(scene)))
    told = ["own-view", scene.client.account.username, "authority_contact", "Toezichthouder (proef)"]
    assert main([*told, "--region", "Testregio", "--from", "2026-04-01", "--source", "proef"]) == 0
    assert "Toezichthouder (proef)" in text_of(scene.as_(Role.CLIENT).get(own(scene)))


@pytest.mark.parametrize("kind", ["json", "pdf"])
def test_what_she_asked_and_was_answered_is_in_the_file_that_she_takes_along(
    scene: Scene, officer: Position, kind: str
) -> None:
    decides(asks(scene), Done.GRANTED, officer)
    hold(case=scene.case, held_for=HeldFor.CLAIM, words="KANARIE vordering", by=officer, key=uuid4())
    url = f"/mijn/{scene.case.pk}/dossier/"
    answer = sends(scene.as_(Role.CLIENT), url, **{"as": kind})
    told = pdf_words(answer.content) if kind == "pdf" else answer.content.decode()
    assert [word for word in (WORDS, ANSWER, "KANARIE vordering") if word not in " ".join(told.split())] == []
