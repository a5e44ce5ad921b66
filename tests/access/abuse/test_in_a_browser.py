"""In a real browser: nothing that somebody typed runs, and nothing stays behind on a shared computer."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from typing import Any

import pytest
from django.db.models import Model
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.access.abuse.payloads import SCRIPTS
from tests.access.canary.marks import found_in, mark
from tests.dossier.world import CARE, WORK, World, fill
from tests.journeys.conftest import Visit
from tests.scene import make_scene
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.organisations.models import Organisation, Region
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.activation.events import Referred
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Grant
from vlechtwerk.sharing.policy import Kind

KEPT = """
async () => JSON.stringify([
    Object.entries(localStorage), Object.entries(sessionStorage), document.cookie,
    (await indexedDB.databases()).map((one) => one.name), await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length,
])
"""
"""Everything that a browser keeps for a site."""


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Somebody opens many pages one after the other."""


@pytest.fixture
def visit(browser_page: Page, live_server: LiveServer, transactional_db: None, today: date) -> Visit:
    """A trajectory with a note in every part of its file, and all access that can be given."""
    scene = make_scene()
    world = World(scene)
    fill(world)
    world.give_all()
    return Visit(browser_page, live_server.url, scene)


def name_all(model: type[Model], texts: Iterator[str], **more: Any) -> None:
    """Give every row of a model one of the texts as its name."""
    for row in model._default_manager.filter(**more):
        row.name = next(texts)  # type: ignore[attr-defined]  # accounts, organisations and regions have a name
        row.save()


def poison(world: World) -> None:
    """Put every text in a note, in the name of a person, and in turns in all other names and reasons."""
    cast, texts = world.scene.cast, cycle(SCRIPTS)
    referred = [Referred(date(2026, 4, 28))]
    bulk_open(cases=[cast.new_case(referred, name=text) for text in SCRIPTS], by=cast[Role.VDAB_MEDIATOR])
    for text in SCRIPTS:
        world.write(world.part(Kind.SHARED), CARE, text)
    for model in (Organisation, Region):
        name_all(model, texts)
    name_all(Account, texts, name__endswith="provider")
    Grant.objects.update(reason=SCRIPTS[3])
    people = Person.objects.filter(files=world.scene.case.file_id)
    people.update(given_name=SCRIPTS[1], family_name=SCRIPTS[13], search_key=search_key("x"))


def test_there_are_a_hundred_and_fifty_of_them() -> None:
    assert len(set(SCRIPTS)) == 150


def open_lists(visit: Visit) -> None:
    """Open every page of the lists; the texts stand on them as they were typed."""
    for path in ("/", f"{visit.scene.url}luik/"):
        for number in (1, 2, 3):
            visit.page.goto(f"{visit.site}{path}?page={number}")
            assert sum(text in visit.page.inner_text("main") for text in SCRIPTS) >= 40, path


def test_nothing_that_was_typed_anywhere_runs_or_is_even_stopped(visit: Visit) -> None:
    poison(World(visit.scene))
    dialogs: list[str] = []
    visit.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page = visit.as_(WORK)
    open_lists(visit)
    for path in ("", "luik/toegang/", "luik/schrijven/", "wat-als/"):
        visit.open(path)
    visit.sign_in(visit.scene.client)
    page.goto(f"{visit.site}/wie-keek/")
    named = Organisation.objects.get(pk=visit.scene.cast[WORK].organisation_id).name
    expect(page.get_by_role("table")).to_contain_text(named)
    assert dialogs == []


def look_around(visit: Visit) -> Page:
    """Somebody opens a file with a marked name, and narrows the worklist down."""
    people = Person.objects.filter(files=visit.scene.case.file_id)
    people.update(given_name=mark("given", "name"))
    page = visit.as_(WORK)
    for path in ("", "luik/", "luik/toegang/", "wat-als/"):
        assert found_in(visit.open(path).content())
    page.goto(f"{visit.site}/")
    page.get_by_role("link", name="Te laat").click()
    page.wait_for_url(f"{visit.site}/?view=late")
    return page


def test_nothing_of_a_file_stays_in_the_browser_and_back_shows_nothing_after_signing_out(visit: Visit) -> None:
    page = look_around(visit)
    kept = page.evaluate(KEPT)
    # The path of a page is all that htmx keeps, and no path holds a name.
    local, session = json.loads(kept)[:2]
    assert (found_in(kept), local, [name for name, _path in session]) == (set(), [], ["htmx-current-path-for-history"])
    visit.open("luik/")
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url(f"{visit.site}/demo/**")
    page.go_back()
    assert found_in(page.content()) == set()
    page.goto(f"{visit.site}{visit.scene.url}luik/")
    assert (found_in(page.content()), found_in(page.evaluate(KEPT))) == (set(), set())


def test_htmx_keeps_no_pages_and_runs_nothing(visit: Visit) -> None:
    page = visit.as_(WORK)
    settings = page.evaluate("htmx.config")
    off = {name: settings[name] for name in ("historyCacheSize", "allowEval", "allowScriptTags")}
    assert off == {"historyCacheSize": 0, "allowEval": False, "allowScriptTags": False}
    assert settings["selfRequestsOnly"] is True
    assert page.locator("body").get_attribute("hx-history") == "false"
