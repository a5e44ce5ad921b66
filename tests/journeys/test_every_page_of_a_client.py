"""Every kind of page that a client of the fictional region can reach, on a small telephone and in large letters."""

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.browser import NARROW, assert_accessible, assert_no_sideways_scrolling
from tests.portal.crawl import kind_of, pages_of
from tests.portal.region import clients
from tests.scene import signed_in
from vlechtwerk.organisations.models import Position

__all__ = ["clients"]


def one_of_each(client: Position) -> list[str]:
    """The address of one page of each kind."""
    browser, found = signed_in(client), dict[str, str]()
    with zeal_ignore():
        for address, _answer in pages_of(browser, browser.get("/").headers["Location"]):
            found.setdefault(kind_of(address), address)
    return list(found.values())


def comes_in(page: Page, site: str, client: Position) -> None:
    """Be a client of the fictional region."""
    page.context.clear_cookies()
    page.set_viewport_size({"width": NARROW, "height": 700})
    page.goto(f"{site}/demo/")
    page.get_by_role("button").filter(has=page.get_by_text(client.account.name, exact=True)).click()
    page.wait_for_url(lambda address: "/demo/" not in address)


def test_every_kind_of_page_is_for_everybody_and_fits(
    browser_page: Page, live_server: LiveServer, clients: list[Position], several_requests: None
) -> None:
    looked = 0
    for client in clients:
        comes_in(browser_page, live_server.url, client)
        for address in one_of_each(client):
            browser_page.goto(f"{live_server.url}{address}")
            assert_accessible(browser_page)
            assert_no_sideways_scrolling(browser_page)
            looked += 1
    assert looked > 60


def test_in_large_letters_every_kind_of_page_still_fits(
    browser_page: Page, live_server: LiveServer, clients: list[Position], several_requests: None
) -> None:
    comes_in(browser_page, live_server.url, clients[-1])
    browser_page.get_by_role("button", name="Grote letters").click()
    for address in one_of_each(clients[-1]):
        browser_page.goto(f"{live_server.url}{address}")
        assert browser_page.locator("html.large-print").count() == 1
        assert_no_sideways_scrolling(browser_page)
