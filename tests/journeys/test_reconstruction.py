"""Looking back at a trajectory, the numbers and the signals, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from tests.rules.histories import ACCEPTED
from vlechtwerk.rules.roles import Role

WORK, COORDINATOR = Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR
STATES = (
    "reconstructie/",
    "reconstructie/?on=2026-03-01&reading=happened",
    "reconstructie/?on=2026-03-01&reading=known",
)


def test_from_the_case_page_to_what_was_known_on_a_day(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open()
    page.get_by_role("link", name="Dit traject reconstrueren").click()
    page.get_by_role("textbox", name="Toestand op").fill("2026-03-01")
    page.get_by_role("button", name="Tonen").click()
    expect(page.get_by_role("heading", name="Toestand op 1 maart 2026")).to_be_visible()
    expect(page.get_by_text("Aanvaard sinds 19 februari 2026")).to_be_visible()
    page.get_by_label("Wat op die dag bekend was").check()
    page.get_by_role("button", name="Tonen").click()
    expect(page.get_by_text("Op deze dag was nog niets vastgelegd")).to_be_visible()


def test_the_report_is_taken_along_under_a_name_that_tells_nothing(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open("reconstructie/")
    with page.expect_download() as taken:
        page.get_by_role("link", name=re.compile("Meenemen als verslag")).click()
    assert taken.value.suggested_filename == "reconstructie.pdf"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_reconstruction_is_accessible_and_fits(visit: Visit, width: int) -> None:
    visit.as_(WORK)
    for path in STATES:
        page = visit.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert_no_sideways_scrolling(page, width)
        assert_accessible(page)


def test_on_paper_the_reconstruction_has_its_tables_and_nothing_to_fill_in(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open("reconstructie/")
    page.emulate_media(media="print")
    assert page.locator("button:visible, nav:visible, input:visible, .button:visible").count() == 0
    assert page.locator("table:visible").count() >= 5


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_numbers_and_the_signals_are_accessible_and_fit(visit: Visit, width: int) -> None:
    visit.scene.cast.open(ACCEPTED, name="Plan")
    page = visit.as_(COORDINATOR)
    page.get_by_role("link", name=re.compile("Plan te laat")).click()
    expect(page.get_by_role("link", name="Fien Plan", exact=True)).to_be_visible()
    for path in ("/?view=silent", "/overzicht/"):
        page.goto(f"{visit.site}{path}")
        assert_no_sideways_scrolling(page, width)
        assert_accessible(page)


def test_without_javascript_on_a_telephone_looking_back_and_the_signals_work(plain_visit: Visit) -> None:
    plain_visit.scene.cast.open(ACCEPTED, name="Plan")
    page = plain_visit.as_(WORK)
    page.get_by_role("link", name=re.compile("Plan te laat")).click()
    page.get_by_role("link", name="Fien Plan", exact=True).click()
    page.get_by_role("link", name="Dit traject reconstrueren").click()
    page.get_by_role("textbox", name="Toestand op").fill("2026-02-10")
    page.get_by_role("button", name="Tonen").click()
    expect(page.get_by_text("Geïnitieerd sinds 2 februari 2026")).to_be_visible()
