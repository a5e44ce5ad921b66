"""Finding one of the own cases by a name that is not written quite right, and no case of somebody else."""

import re
from typing import Any
from uuid import uuid4

import pytest

from tests.scene import Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.people.actions import new_person
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER


def rename(case: Case, given: str, family: str) -> None:
    """Give the person of a case another name."""
    made = new_person(given, family)
    told = {name: getattr(made, name) for name in ("given_name", "family_name", "search_key", "loose_key")}
    Person.objects.filter(files=case.file_id).update(**told)


def found(scene: Scene, typed: str) -> list[str]:
    """The names that are found, in their order."""
    return names(scene.as_(WORK).post("/", {"name": typed}))


def names(page: Any) -> list[str]:
    """The names in a list."""
    text = page.content.decode().replace("&#39;", "'")
    return re.findall(r'<th role="rowheader".*?<a[^>]*>([^<]*)</a>', text)


@pytest.mark.parametrize(
    ("given", "family", "typed"),
    [
        ("Fien", "Van der Linden", "vanderlinden"),
        ("Fien", "Vanderlinden", "van der linden"),
        ("Fien", "Vanderlinden", "Fien van der Linden"),
        ("Fien", "Van der Linden", "vd linden"),
        ("Fien", "Van der Linden", "linden fien"),
        ("Fien", "D'Hondt", "hondt"),
        ("Fien", "D'Hondt", "d hont"),
        ("Fien", "Dhondt", "d'hondt"),
        ("Fien", "Van Dijck", "van dyck"),
        ("Fien", "De Cleyn", "decleijn"),
        ("Fien", "Janssens", "jansen"),
        ("Fien", "Jansen", "janssens"),
        ("Fien", "Peeters", "peetres"),
        ("Fien", "Peeters", "pieters"),
        ("Fien", "Verhaegen", "verhagen"),
        ("Thierry", "Huysmans", "tierry huismans"),
        ("Özgür", "Yılmaz", "yilmas"),
        ("Anne-Marie", "Claes", "annemarie klaas"),
    ],
)
def test_a_name_is_found_that_is_not_written_quite_right(scene: Scene, given: str, family: str, typed: str) -> None:
    rename(scene.case, given, family)
    assert found(scene, typed) == [f"{given} {family}"]


@pytest.mark.parametrize("typed", ["linden", "eeld", "voorzorg", "vooroordeel", "fien linden", "xxxxx", "fie n"])
def test_a_name_that_is_another_one_is_not_found(scene: Scene, typed: str) -> None:
    assert found(scene, typed) == []


def test_what_begins_as_it_was_typed_stands_in_front_of_what_is_only_alike(scene: Scene) -> None:
    rename(scene.case, "Fien", "Janssen")
    scene.cast.open(name="Jansens")
    assert found(scene, "jansen") == ["Fien Jansens", "Fien Janssen"]
    assert found(scene, "janssen") == ["Fien Janssen", "Fien Jansens"]


@pytest.mark.parametrize("typed", [".*", "(", "[^ ]", "\\", "|", "fien|x", "'; --", "%", "a" * 100, "x " * 50])
def test_signs_have_no_meaning_in_a_search(scene: Scene, typed: str) -> None:
    assert scene.as_(WORK).post("/", {"name": typed}).status_code == 200


def test_a_hidden_name_and_an_absent_one_get_the_same_answer(scene: Scene) -> None:
    outsider = scene.as_outsider()
    outsider.get("/")
    differing = re.compile(r'(nonce|value)="[^"]*"')
    hidden, absent = (outsider.post("/", {"name": typed}) for typed in ("voorbeeld", "onbekende"))
    assert differing.sub("", hidden.content.decode()) == differing.sub("", absent.content.decode())
    assert hidden.status_code == absent.status_code


def test_a_search_leaves_one_line_with_what_was_shown_and_no_word_of_it(scene: Scene) -> None:
    browser = scene.as_(WORK)
    before = Entry.objects.count()
    browser.post("/", {"name": "vorbeeld"})
    line = Entry.objects.get(verb=Verb.FILES_LISTED)
    assert Entry.objects.count() == before + 1
    assert line.shown == [scene.case.file_id]
    assert "vorbeeld" not in str(list(Entry.objects.values_list()))


def test_what_was_typed_never_stands_in_an_address(scene: Scene) -> None:
    page = scene.as_(WORK).post("/", {"name": "voorbeeld"}).content.decode()
    assert [one for one in re.findall(r'(?:href|action|hx-\w+)="([^"]*)"', page) if "voorbeeld" in one.lower()] == []


def test_a_case_that_was_left_is_found_no_longer(scene: Scene) -> None:
    scene.case.file.involvements.filter(position=scene.cast[WORK]).update(until_on="2026-05-01")
    assert names(signed_in(scene.cast[WORK]).post("/", {"name": "voorbeeld"})) == []


def test_a_search_that_finds_nothing_says_what_to_do(scene: Scene) -> None:
    page = text_of(scene.as_(WORK).post("/", {"name": f"Niemand{uuid4().hex[:4]}"}))
    assert "Geen van uw dossiers heeft een naam die hierop lijkt." in page
