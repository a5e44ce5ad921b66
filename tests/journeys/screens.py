"""What the journeys share: somebody behind a desk, and forms that are filled in by the names of their questions."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from vlechtwerk.organisations.models import Position


class Office:
    """The people of one region in front of one browser."""

    def __init__(self, page: Page, site: str, world: Any) -> None:
        """Keep the page, the address of the program and the people."""
        self.page, self.site, self.world = page, site, world

    def sign_in(self, who: Position) -> Page:
        """Be somebody else of the demonstration."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.site}/demo/")
        self.page.get_by_role("button").filter(has=self.page.get_by_text(who.account.name, exact=True)).click()
        self.page.wait_for_url(lambda address: "/demo/" not in address)
        return self.page

    def open(self, path: str) -> Page:
        """Open a page."""
        self.page.goto(f"{self.site}{path}")
        return self.page


def fill_in(page: Page, answers: Mapping[str, Any]) -> None:
    """Answer the questions of a form: words, a day, what is chosen, "on" for a tick, and a list for just what is ticked."""
    for name, value in answers.items():
        if isinstance(value, list):
            for box in page.locator(f'main [name="{name}"]').all():
                box.set_checked(box.get_attribute("value") in value)
        else:
            _answer(page, name, value)


def _answer(page: Page, name: str, value: str) -> None:
    found = page.locator(f'main [name="{name}"]')
    kind = found.first.evaluate("one => one.tagName + (one.type || '')")
    if kind.endswith(("checkbox", "radio")):
        chosen: Locator = found.first if value == "on" else page.locator(f'main [name="{name}"][value="{value}"]')
        chosen.check()
    elif kind.startswith("SELECT"):
        found.select_option(value)
    elif not kind.startswith("BUTTON"):
        found.fill(value)


def press(page: Page, button: str) -> None:
    """Send a form that is accepted."""
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    refused = page.locator("main [role=alert]").all_inner_texts()
    expect(page.get_by_role("status").first, "; ".join(refused)).to_be_visible()
