"""A plan from its first goal to the approval, in a real browser, by everybody whose turn it is (calendar T1)."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from tests.plans.world import PlanWorld, made
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

WORK, CARE, COORDINATOR = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR
PLAN = "luik/plan/"


@pytest.fixture
def world(transactional_db: None, today: date, several_requests: None) -> Iterator[PlanWorld]:
    """A trajectory whose participant accepted, with one goal."""
    with zeal_ignore():
        found = made()
        found.goal()
        yield found


@pytest.fixture
def scene(world: PlanWorld) -> Scene:
    """The trajectory that is visited."""
    return world.scene


def be(visit: Visit, role: Role) -> Page:
    """Be somebody else, in front of the plan."""
    visit.page.context.clear_cookies()
    visit.as_(role)
    return visit.open(PLAN)


def agree(page: Page) -> None:
    """Fill in what was talked about together, and save."""
    page.get_by_role("checkbox", name="Netwerkcoördinator").check()
    page.get_by_label("Waarom hebben zij dit nodig voor het werk?").fill("om halftijds te kunnen werken")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Het plan is bewaard")


def add_action(page: Page, text: str, first: str, last: str, **more: str) -> None:
    """Add an action of the own side for the only goal."""
    page.get_by_role("link", name="Voeg een actie toe").click()
    page.get_by_label("Wat gebeurt er?").fill(text)
    page.get_by_label("Op welke nood van de deelnemer is het een antwoord?").fill("raakt snel vermoeid")
    page.get_by_label("Drie halve dagen per week volhouden").check()
    page.get_by_label("Wanneer begint het?").fill(first)
    page.get_by_label("Wanneer wordt het geëvalueerd?").fill(last)
    for name, value in more.items():
        field = page.locator(f"[name={name}]")
        field.fill(value) if name == "hours" else field.select_option(value)


def write(visit: Visit, first: str = "2026-05-11") -> None:
    """Both case managers write their own part; the care begins on the first day."""
    page = be(visit, CARE)
    page.get_by_role("link", name="Begin het plan").click()
    page.get_by_label("Wanneer begint het traject vermoedelijk?").fill(first)
    page.get_by_label("Hoeveel maanden duurt het vermoedelijk?").fill("12")
    page.get_by_label("Inhoud en doel van het traject").fill("Halftijds werken in een magazijn")
    page.get_by_label("Rechten en plichten").fill("Iedereen zegt het als iets niet lukt")
    page.get_by_label("Hoe vaak wordt het plan geëvalueerd?").fill("om de drie maanden")
    agree(page)
    add_action(page, "Leren doseren", first, "2026-08-31", task="coping")
    agree(page)
    page = be(visit, WORK)
    add_action(page, "Stage in een magazijn", "2026-06-01", "2026-09-30", hours="4")
    page.get_by_label("Dit is de werkervaringsstage").check()
    agree(page)


def sign(visit: Visit, role: Role) -> None:
    """Sign digitally in the own name."""
    page = be(visit, role)
    page.get_by_role("link", name="Onderteken het plan").click()
    page.get_by_role("button", name="Onderteken", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("De handtekening staat bij het plan")


def test_from_goal_to_approval(visit: Visit) -> None:
    write(visit)
    for role in (Role.CLIENT, WORK, CARE):
        sign(visit, role)
    page = visit.page
    page.get_by_role("link", name="Laad het plan op").click()
    page.get_by_role("button", name="Laad op", exact=True).click()
    page = be(visit, COORDINATOR)
    page.get_by_role("link", name="Antwoord op het plan").click()
    for name in ("Ik keur het plan goed", "Het trajectplan is realistisch", "Het trajectplan past binnen"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Goedgekeurd op", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_of_a_plan_fits_every_screen_and_everybody_can_read_it(
    visit: Visit, world: PlanWorld, width: int
) -> None:
    world.complete()
    be(visit, CARE)
    for path in ("", "afspraken/", "actie/", "ondertekenen/", "vertraging/"):
        page = visit.open(f"{PLAN}{path}")
        assert_no_sideways_scrolling(page, width)
        assert_accessible(page)


def test_without_javascript_on_a_telephone_a_plan_is_begun(plain_visit: Visit) -> None:
    page = be(plain_visit, CARE)
    page.get_by_role("link", name="Begin het plan").click()
    page.get_by_label("Inhoud en doel van het traject").fill("Halftijds werken in een magazijn")
    agree(page)
    expect(page.get_by_text("Halftijds werken in een magazijn")).to_be_visible()
