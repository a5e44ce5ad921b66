"""A half-year statement goes from draft to closed in a real browser: one official prepares it, another one decides."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.compensation.world import SOURCE, completed, make_world, on_day, stopped_early
from tests.journeys.screens import Office
from tests.rules.histories import started_on
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

H1 = "/vergoeding/2027-1/"


@pytest.fixture
def office(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Office]:
    """Three trajectories on 10 July 2027: two ended in the first half of the year, one runs."""
    with on_day("2027-07-10"), zeal_ignore():
        world = make_world()
        world.open(completed(date(2026, 4, 7), date(2027, 6, 29)))
        world.open(stopped_early(date(2027, 1, 15), date(2027, 4, 15)))
        world.open(started_on(date(2027, 2, 1)))
        yield Office(browser_page, live_server.url, world)


def enter_amount(office: Office) -> None:
    """An official enters the full amount of a trajectory with its source."""
    page = office.sign_in(office.world.official)
    page.get_by_role("link", name="Vergoeding").first.click()
    page.get_by_role("link", name="Bedragen").click()
    page.get_by_label("Vanaf welke dag geldt het?").fill("2026-01-01")
    page.get_by_label("Volledig bedrag van één traject").fill("1000,00")
    page.get_by_label("In welke tekst staat het?").fill(SOURCE)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Het bedrag is ingevuld")


def test_from_draft_to_closed_with_two_people(office: Office) -> None:
    enter_amount(office)
    page = office.open(H1)
    page.get_by_role("button", name="Bereid de afrekening voor").click()
    expect(page.get_by_text("een andere persoon dan wie de afrekening voorbereidde")).to_be_visible()
    office.sign_in(office.world.colleague)
    page = office.open(H1)
    page.get_by_role("button", name="Beslis dat ze betaald wordt").click()
    page.get_by_role("button", name="Sluit de afrekening af").click()
    expect(page.get_by_role("status")).to_contain_text("afgesloten en verzegeld")
    office.sign_in(office.world.contact)
    expect(office.open(H1).get_by_text("Afgesloten door")).to_be_visible()


def test_a_total_opens_to_its_rows_and_a_row_to_its_amount(office: Office) -> None:
    office.world.amount()
    office.sign_in(office.world.contact)
    page = office.open(H1)
    page.get_by_role("link", name="60 %").click()
    rows = page.locator("#lines").get_by_role("row")
    expect(rows).to_have_count(2)
    rows.nth(1).get_by_role("link").click()
    expect(page.get_by_text(SOURCE)).to_be_visible()
    expect(page.get_by_text("€ 600,00").first).to_be_visible()


def test_the_statement_leaves_as_a_file_without_a_name_in_it(office: Office) -> None:
    office.sign_in(office.world.contact)
    page = office.open(H1)
    for name, kind in (("Uitvoeren als CSV", "csv"), ("Uitvoeren als XLSX", "xlsx")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == f"vergoeding-2027-1-ontwerp.{kind}"


def pages_of(office: Office) -> dict[Position, tuple[str, ...]]:
    """Every page about money, by who sees it."""
    office.world.prepare(2027, 1)
    number = next(iter(office.world.lines(2027, 1)))
    network = "/vergoeding/netwerk/"
    return {
        office.world.colleague: ("/vergoeding/", H1, f"{H1}traject/{number}/", "/vergoeding/bedragen/"),
        office.world.contact: ("/vergoeding/verdeelsleutel/",),
        office.world.cast[Role.NETWORK_COORDINATOR]: (
            network,
            f"{network}bedragen/",
            f"{network}{number + 2}/",
            "/budget/",
        ),
    }


def test_every_page_about_money_fits_every_screen_and_everybody_can_read_it(office: Office) -> None:
    for who, paths in pages_of(office).items():
        office.sign_in(who)
        for path in paths:
            for width in (WIDE, NARROW):
                office.open(path).set_viewport_size({"width": width, "height": 800})
                assert_accessible(office.page)
                assert_no_sideways_scrolling(office.page, width)
