"""A region with one trajectory, served to a real browser on 1 May 2026."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import NARROW
from tests.scene import Scene, make_scene, today
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

__all__ = ["today"]


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    """The attempts of an earlier test, from the same address at the same moment, do not count."""
    cache.clear()


class Visit:
    """Somebody in front of a browser."""

    def __init__(self, page: Page, site: str, scene: Scene) -> None:
        """Keep the page, the address of the program and the scene it shows."""
        self.page, self.site, self.scene = page, site, scene

    def sign_in(self, who: Position) -> Page:
        """Be somebody of the demonstration."""
        self.page.goto(f"{self.site}/demo/")
        self.page.get_by_role("button").filter(has=self.page.get_by_text(who.account.name, exact=True)).click()
        self.page.wait_for_url(lambda address: "/demo/" not in address)
        return self.page

    def as_(self, role: Role) -> Page:
        """Be somebody with this role."""
        return self.sign_in(self.scene.client if role is Role.CLIENT else self.scene.cast[role])

    def open(self, path: str = "") -> Page:
        """Open the trajectory, or one of its pages."""
        self.page.goto(f"{self.site}{self.scene.url}{path}")
        return self.page


@pytest.fixture
def scene(transactional_db: None, today: date) -> Scene:
    """A trajectory that is in progress since 7 April 2026."""
    return make_scene()


@pytest.fixture
def visit(browser_page: Page, live_server: LiveServer, scene: Scene, several_requests: None) -> Visit:
    """A wide browser."""
    return Visit(browser_page, live_server.url, scene)


@pytest.fixture
def plain_visit(browser: Browser, live_server: LiveServer, scene: Scene, several_requests: None) -> Iterator[Visit]:
    """A telephone without JavaScript."""
    context = browser.new_context(locale="nl-BE", java_script_enabled=False, viewport={"width": NARROW, "height": 700})
    yield Visit(context.new_page(), live_server.url, scene)
    context.close()
