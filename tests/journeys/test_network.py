"""From an approved plan to a provider who sees the own assignment, in a real browser."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from tests.network.world import CARE, CARER, COORDINATOR, NetworkWorld, made
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

EXECUTION = "luik/plan/uitvoering/"


@pytest.fixture
def world(transactional_db: None, today: date, several_requests: None) -> Iterator[NetworkWorld]:
    """A trajectory with an approved plan and one provider of care, who does not take part yet."""
    with zeal_ignore():
        found = made()
        found.alone(CARER)
        provider = found.known()
        found.tell(provider, "aanbod", domain="care", discipline="ergotherapie", places="4", waiting_weeks="2")
        yield found


@pytest.fixture
def scene(world: NetworkWorld) -> Scene:
    """The trajectory that is visited."""
    return world.scene


def be(visit: Visit, role: Role) -> Page:
    """Be somebody else, in front of who carries out the plan."""
    visit.page.context.clear_cookies()
    visit.as_(role)
    return visit.open("" if role is CARER else EXECUTION)


def test_from_an_approved_plan_to_the_assignments_of_a_provider(visit: Visit, world: NetworkWorld) -> None:
    page = be(visit, COORDINATOR)
    page.get_by_role("link", name=re.compile(r"^Wijs toe\s*: Leren doseren")).click()
    page.get_by_label("Welke dienstverlener?").select_option(index=1)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Het is opgeslagen")
    page = be(visit, CARE)
    page.get_by_role("link", name=re.compile(r"^Laat toe tot het dossier")).click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page = be(visit, CARER)
    page.get_by_role("link", name="Mijn opdrachten").click()
    expect(page.get_by_role("cell", name="ergotherapie")).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_of_the_network_fits_every_screen_and_everybody_can_read_it(
    visit: Visit, world: NetworkWorld, width: int
) -> None:
    page = be(visit, COORDINATOR)
    action = f"?actie={world.code()}"
    for path in (EXECUTION, f"{EXECUTION}toewijzen/{action}"):
        assert_no_sideways_scrolling(visit.open(path), width)
        assert_accessible(page)
    links = page.get_by_role("link", name="Dienstverleners"), page.locator("table a").first
    for link in (*links, page.get_by_role("link", name=re.compile(r"^Voeg toe\s*: controle"))):
        link.click()
        page.wait_for_load_state()
        assert_no_sideways_scrolling(page, width)
        assert_accessible(page)
