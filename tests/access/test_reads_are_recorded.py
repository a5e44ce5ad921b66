"""Every page that shows a case leaves a line in the record, in the same transaction; a page without one fails here."""

import re
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.utils import Error
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.test_access import INSIDE, OFFICER, OUTSIDER, TABLE, address, browser_of
from tests.audit.tampering import as_superuser
from tests.scene import Answer, Scene, make_scene
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.roles import Role

NAME = "Kanarievogel"
LOOKING = [Verb.FILE_READ, Verb.FILE_EXPORTED, Verb.FILES_LISTED, Verb.RECORD_READ]


@pytest.fixture
def named(scene: Scene) -> Scene:
    """The scene, with a client whose name stands in no other place than her case."""
    Person.objects.filter(files=scene.case.file_id).update(family_name=NAME, search_key=search_key(NAME))
    Account.objects.filter(pk=scene.client.account_id).update(name="Iemand")
    return scene


def shows(scene: Scene, body: str) -> bool:
    """Whether a page shows something of the case: the name, or an address or a reference that leads to it."""
    return any(mark in body for mark in (NAME, str(scene.case.pk), scene.case.reference))


def body_of(answer: Answer) -> str:
    """What came back; of a document the parts that are text, such as its title."""
    return answer.content.decode(errors="replace")


def lines_about(file_id: UUID) -> int:
    """How many lines say that somebody saw something of a file."""
    about = Entry.objects.filter(verb__in=LOOKING, allowed=True)
    return sum(file_id == one.file_id or file_id in (one.shown or ()) for one in about)


def leaves_none(scene: Scene, browser: Client, route: str) -> bool:
    """Whether an address answers with something of the case and leaves no line."""
    before = lines_about(scene.case.file_id)
    answer = browser.get(address(scene, route))
    return shows(scene, body_of(answer)) and lines_about(scene.case.file_id) == before


@pytest.mark.parametrize("visitor", [*INSIDE, OUTSIDER, OFFICER])
def test_every_page_that_shows_something_of_a_case_leaves_a_line(named: Scene, visitor: str) -> None:
    browser = browser_of(named, visitor)
    assert [route for route in TABLE if leaves_none(named, browser, route)] == []


def test_this_walk_sees_the_pages_that_show_a_case(named: Scene) -> None:
    browser = named.as_(Role.WORK_CASE_MANAGER)
    showing = [route for route in TABLE if shows(named, body_of(browser.get(address(named, route))))]
    open_to = [route for route in TABLE if "<uuid:id>" in route and TABLE[route][Role.WORK_CASE_MANAGER] != 404]
    assert showing == ["", *open_to]


def test_a_form_that_is_refused_shows_the_case_and_leaves_a_line_too(named: Scene) -> None:
    browser = named.as_(Role.WORK_CASE_MANAGER)
    for route in ("", *(route for route in TABLE if "<uuid:id>" in route and TABLE[route][Role.CLIENT] == 403)):
        before = lines_about(named.case.file_id)
        assert shows(named, browser.post(address(named, route), {"on": "x", "name": NAME}).content.decode())
        assert lines_about(named.case.file_id) == before + 1


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_recorded_is_not_shown(transactional_db: None, today: object) -> None:
    scene = make_scene()
    browsers = [scene.as_(Role.WORK_CASE_MANAGER), scene.as_(Role.CLIENT)]
    for browser in browsers:
        browser.get(scene.url)
        browser.get("/")
        browser.get("/wie-keek/")
    as_superuser(["UPDATE audit_head SET pos = 0"])
    of_a_case = ["", *(route for route in TABLE if "<uuid:id>" in route)]
    for browser, route in [(browsers[1], "wie-keek/"), *((browsers[0], route) for route in of_a_case)]:
        with pytest.raises(Error):
            browser.get(address(scene, route))


def asked(browser: Client, url: str, sent: dict[str, str] | None = None) -> tuple[int, str, list[str]]:
    """The answer to a visitor: status, page without its one-time marks, and what the database was asked."""
    with CaptureQueriesContext(connection) as queries:
        answer = browser.post(url, sent) if sent else browser.get(url)
    statements = [re.sub(r"'[^']*'(?:::\w+)?|_x\d+", "?", one["sql"]) for one in queries]
    return answer.status_code, re.sub(r'nonce="[^"]*"|value="[^"]*"', "", body_of(answer)), statements


@pytest.mark.parametrize("route", [route for route in TABLE if "<uuid:id>" in route])
def test_a_hidden_case_and_an_absent_one_answer_the_same_and_take_the_same_steps(scene: Scene, route: str) -> None:
    browser, hidden = scene.as_outsider(), address(scene, route)
    absent = hidden.replace(str(scene.case.pk), str(uuid4()))
    browser.get("/functie/")
    assert asked(browser, hidden) == asked(browser, absent)


def test_so_do_notes_that_are_sent_to_them(scene: Scene) -> None:
    browser, hidden = scene.as_outsider(), f"{scene.url}luik/schrijven/"
    absent = hidden.replace(str(scene.case.pk), str(uuid4()))
    answers = {"idempotency_key": str(uuid4()), "text": "Gesproken over werk."}
    browser.get("/functie/")
    assert asked(browser, hidden, answers) == asked(browser, absent, answers)


def test_an_attempt_that_was_refused_stands_in_the_record(scene: Scene) -> None:
    scene.as_outsider().get(scene.url)
    line = Entry.objects.get(verb=Verb.FILE_READ)
    assert (line.file_id, line.position_id) == (scene.case.file_id, scene.cast.outsider.pk)
    assert (line.allowed, line.grant_id, line.capacity) == (False, None, "work_case_manager")


def test_an_attempt_on_a_case_that_does_not_exist_does_too(scene: Scene) -> None:
    scene.as_outsider().get(scene.url.replace(str(scene.case.pk), str(uuid4())))
    assert Entry.objects.filter(verb=Verb.FILE_READ, allowed=False, file_id=None).count() == 1


def test_no_name_and_nothing_that_was_typed_stands_in_the_record(named: Scene) -> None:
    browser = named.as_(Role.WORK_CASE_MANAGER)
    browser.post("/", {"name": NAME})
    browser.get("/", {"status": "in_progress", "secret": NAME})
    browser.get(named.url, {"on": "2026-04-20"})
    told = str(list(Entry.objects.values_list()))
    assert [word for word in (NAME, NAME.lower(), "2026-04-20", "in_progress", "status") if word in told] == []
