"""Whoever may not see a file cannot find out that it exists: not by searching, counting, sorting or turning pages."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.test_access import GONE, NOBODY, OUTSIDER, SIGN_IN, TABLE, VISITORS, address, browser_of
from tests.scene import Scene
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.roles import Role
from vlechtwerk.worklist.forms import STATUSES

HIDDEN, ABSENT = "Kanarievogel", "Xanarievogel"


@pytest.fixture
def named(scene: Scene) -> Scene:
    """The scene with a name that stands nowhere else."""
    Person.objects.filter(files=scene.case.file_id).update(family_name=HIDDEN, search_key=search_key("Fien", HIDDEN))
    return scene


def plain(answer: Any) -> str:
    """A page without what is different every time and without what was typed."""
    page = re.sub(
        r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode(errors="replace")
    )
    return re.sub(f"{HIDDEN}|{ABSENT}", "?", page)


def searched(browser: Client, name: str) -> tuple[str, int]:
    """What a search shows, and how many questions it takes."""
    with CaptureQueriesContext(connection) as queries:
        answer = browser.post("/", {"name": name})
    return plain(answer).replace(name, "?"), len(queries)


@pytest.mark.parametrize("typed", [HIDDEN, HIDDEN[:3], "Fien", f"Fien {HIDDEN}", HIDDEN.upper()])
def test_a_search_for_a_hidden_name_answers_as_one_for_a_name_that_nobody_has(named: Scene, typed: str) -> None:
    browser = named.as_outsider()
    browser.get("/functie/")
    searched(browser, "Niemand")
    assert searched(browser, typed) == searched(browser, typed.replace("F", "Q").replace("K", "X").replace("k", "x"))


def test_lists_numbers_and_pages_are_the_same_with_and_without_a_hidden_file(named: Scene) -> None:
    browser = named.as_outsider()
    asked = [{}, {"page": "2"}, {"view": "late"}, {"view": "mine"}, *({"status": one} for one in STATUSES)]
    with_it = [plain(browser.get("/", one)) for one in asked]
    named.case.file.involvements.all().delete()
    Person.objects.filter(files=named.case.file_id).update(family_name="Ander", search_key="ander")
    assert [plain(browser.get("/", one)) for one in asked] == with_it


def is_page(answer: Any) -> bool:
    """Whether an answer is a page, and not a file that is taken along or the way to another page."""
    return answer.status_code == 200 and not {"Content-Disposition", "HX-Redirect"} & set(answer.headers)


@pytest.mark.parametrize("visitor", VISITORS)
def test_a_part_of_a_page_asked_by_itself_is_guarded_like_the_page(named: Scene, visitor: str) -> None:
    browser = browser_of(named, visitor)
    answers = {route: browser.get(address(named, route), headers={"hx-request": "true"}) for route in TABLE}
    # Who is led to another page is led there by htmx as a whole.
    statuses = {route: SIGN_IN if "HX-Redirect" in one.headers else one.status_code for route, one in answers.items()}
    assert statuses == {route: row[visitor] for route, row in TABLE.items()}
    of_a_case = [one for route, one in answers.items() if "<uuid:id>" in route and is_page(one)]
    assert all("HX-Request" in one.headers["Vary"] for one in of_a_case)
    assert {one.headers["Cache-Control"].split(",")[0] for one in of_a_case} <= {"no-store"}
    assert visitor not in {NOBODY, OUTSIDER} or not [
        one for one in answers.values() if HIDDEN in one.content.decode(errors="replace")
    ]


def test_a_part_of_a_page_that_is_gone_shows_nothing(named: Scene) -> None:
    for role in (Role.DGS, Role.WORK_PROVIDER):
        browser = named.as_(role)
        gone = [route for route, row in TABLE.items() if row[role] == GONE and "<uuid:id>" in route]
        answers = [browser.get(address(named, route), headers={"hx-request": "true"}) for route in gone]
        assert gone
        assert not [
            one for one in answers if HIDDEN in one.content.decode(errors="replace") or str(named.case.pk) in plain(one)
        ]
