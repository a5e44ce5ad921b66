"""The gallery in a real browser: for everybody, on every width, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling


@pytest.fixture
def gallery(browser_page: Page, site: str) -> Page:
    """The gallery, opened by a Dutch visitor."""
    browser_page.goto(f"{site}/_gallery/")
    return browser_page


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_components_are_accessible(gallery: Page, width: int) -> None:
    gallery.set_viewport_size({"width": width, "height": 900})
    assert_accessible(gallery)


def test_the_components_are_accessible_with_every_explanation_open(gallery: Page) -> None:
    gallery.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert_accessible(gallery)


@pytest.mark.parametrize("width", [NARROW, 768, WIDE])
def test_nothing_scrolls_sideways(gallery: Page, width: int) -> None:
    gallery.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert_no_sideways_scrolling(gallery, width)


def test_why_opens_with_the_keyboard(gallery: Page) -> None:
    first = gallery.locator("details.why").first
    first.locator("summary").focus()
    gallery.keyboard.press("Enter")
    assert first.locator(".why-norm").is_visible()


def test_every_explanation_is_open_on_paper(gallery: Page) -> None:
    gallery.emulate_media(media="print")
    # A refusal says the norm itself.
    norms = gallery.locator(".why-norm:not(.refusal-reasons *)")
    assert norms.count() > 3
    assert all(norms.nth(number).is_visible() for number in range(norms.count()))


def test_paper_has_no_buttons_and_no_navigation(gallery: Page) -> None:
    gallery.emulate_media(media="print")
    assert gallery.locator("button:visible, nav:visible, .button:visible, input:visible").count() == 0


def test_the_first_stop_of_the_keyboard_leads_to_the_content(gallery: Page) -> None:
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Enter")
    assert gallery.evaluate("document.activeElement.id") == "main"


def test_a_fault_in_the_summary_leads_to_its_field(gallery: Page) -> None:
    gallery.get_by_role("link", name="Datum van het gesprek: Voer een geldige datum in.").click()
    assert gallery.evaluate("document.activeElement.id") == "id_fout-on"


def test_the_language_can_be_changed_without_javascript(browser_page: Page, site: str) -> None:
    browser_page.route("**/*.js", lambda route: route.abort())
    browser_page.goto(f"{site}/_gallery/")
    browser_page.get_by_role("button", name="English").click()
    assert browser_page.get_by_text("How this was counted").or_(browser_page.get_by_text("Why?")).first.is_visible()
    assert browser_page.url == f"{site}/_gallery/"


def test_htmx_keeps_no_pages_in_the_browser(gallery: Page) -> None:
    assert gallery.evaluate("[htmx.config.historyCacheSize, htmx.config.allowEval, htmx.config.selfRequestsOnly]") == [
        0,
        False,
        True,
    ]
