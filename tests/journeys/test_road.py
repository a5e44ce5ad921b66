"""From "Nieuwe toeleiding" to a confirmed first meeting, through the screens of everybody who takes part, in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.intake.world import CARE, MEDIATOR, WORK, make_world
from tests.journeys.screens import Office
from vlechtwerk.rules.roles import Role


@pytest.fixture
def office(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Office]:
    """It is 19 February 2026, and nobody is referred."""
    with time_machine.travel("2026-02-19T12:00:00+01:00", tick=True), zeal_ignore():
        world: Any = make_world()
        yield Office(browser_page, live_server.url, world)


def fits(page: Page) -> None:
    """The page can be read by everybody, on every screen."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        assert_accessible(page)
        assert_no_sideways_scrolling(page, width)
    page.set_viewport_size({"width": WIDE, "height": 800})


def fill_in(page: Page, world: Any) -> None:
    """Answer everything about a referral."""
    answers = world.complete(discussed_on="2026-02-19", appointment_on="2026-02-19")
    for name, value in answers.items():
        for one in value if isinstance(value, list) else [value]:
            found = page.locator(f'main [name="{name}"]')
            kind = found.first.evaluate("one => one.tagName + (one.type || '')")
            if kind.endswith(("checkbox", "radio")):
                chosen = found.first if value == "on" else page.locator(f'main [name="{name}"][value="{one}"]')
                chosen.check()
            elif kind.startswith("SELECT"):
                found.select_option(one)
            elif not kind.startswith("BUTTON"):
                found.fill(one)


def refer(office: Office) -> None:
    """The mediator refers."""
    page = office.sign_in(office.world.cast[MEDIATOR])
    page.get_by_role("link", name="Toeleidingen").first.click()
    page.get_by_role("button", name="Nieuwe toeleiding").click()
    page.get_by_role("button", name="Toeleiden").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    fits(page)
    fill_in(page, office.world)
    page.get_by_role("button", name="Toeleiden").click()
    expect(page.get_by_role("status")).to_contain_text("De toeleiding is gebeurd")
    page.get_by_role("link", name="Afsprakenblad om af te drukken").click()
    fits(page)


def step(page: Page, name: str) -> None:
    """Follow what comes now."""
    page.get_by_role("region", name="Wat nu?").get_by_role("link", name=name).click()
    fits(page)


def make_the_pair(office: Office, page: Page) -> None:
    """From the signal: tell the intake, and let a care case manager take part."""
    page.get_by_role("region", name="Te bespreken en te doen").get_by_role("link").click()
    step(page, "Melden")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    step(page, "Iemand kiezen")
    page.get_by_label("Wie?").select_option(str(office.world.cast[CARE].pk))
    page.locator("main form button").click()
    page.get_by_role("link", name="Fien Voorbeeld").first.click()
    page.get_by_role("link", name="Toeleiding en eerste gesprek").click()


def test_from_a_new_referral_to_a_confirmed_start(office: Office) -> None:
    world: Any = office.world
    refer(office)
    page = office.sign_in(world.cast[WORK])
    make_the_pair(office, page)
    meet_and_confirm(page)
    expect(page.get_by_text("De opstart is bevestigd")).to_be_visible()
    office.sign_in(world.contact)
    fits(office.open("/toeleidingen/"))


def meet_and_confirm(page: Page) -> None:
    """Hold the first meeting, go through the agenda, and note the answer."""
    step(page, "Noteren hoe ze verliep")
    page.locator('[name="attendance"][value="present"]').check()
    for role in (Role.CLIENT, WORK, CARE):
        page.locator(f'[name="attended_by"][value="{role}"]').check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    step(page, "Aanvinken wat overlopen is")
    for box in page.locator('[name="agenda"]').all():
        box.check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    step(page, "Het antwoord van de deelnemer noteren")
    page.locator('[name="answer"][value="yes"]').check()
    page.locator('[name="has_assignment"]').check()
    page.get_by_role("button", name="Bewaar", exact=True).click()


def test_what_a_region_arranges_can_be_read_and_noted_by_everybody(office: Office) -> None:
    world: Any = office.world
    page = office.sign_in(world.cast[WORK])
    fits(office.open("/regio/"))
    page.get_by_role("link", name="De eerste vrije afspraak noteren").click()
    fits(page)
    page.get_by_label("Op welke dag is de eerste vrije afspraak?").fill("2026-03-19")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".notice-good").last).to_contain_text("een afspraak binnen vier weken")
    office.sign_in(world.contact)
    for address in ("samenwerkingsverband/", "knelpunten/", "noteren/partner/", "noteren/knelpunt/"):
        fits(office.open(f"/regio/{address}"))
