"""The own view in French, and in a language that is written from right to left, on a small telephone."""

import pytest
from django.conf import settings as configured
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.browser import NARROW, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role

PAGES = ("", "sluiten/")
"""The first page of the own view, and a form."""


def opened(visit: Visit, language: str, page: str) -> Page:
    """The client opens a page of the own view after the choice of a language was kept."""
    shown = visit.as_(Role.CLIENT)
    shown.context.add_cookies([{"name": configured.LANGUAGE_COOKIE_NAME, "value": language, "url": visit.site}])
    shown.goto(f"{visit.site}/mijn/{visit.scene.case.pk}/{page}")
    return shown


@pytest.mark.parametrize("path", PAGES)
def test_from_right_to_left_everything_is_mirrored_and_fits(visit: Visit, settings: Settings, path: str) -> None:
    settings.LANGUAGES = [*configured.LANGUAGES, ("ar", "العربية")]
    page = opened(visit, "ar", path)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.set_viewport_size({"width": NARROW, "height": 700})
    brand, title = page.locator(".brand").bounding_box(), page.locator("h1").bounding_box()
    assert brand is not None
    assert title is not None
    assert [round(NARROW - box["x"] - box["width"]) for box in (brand, title)] == [16, 16]
    assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("path", PAGES)
def test_the_own_view_in_french_fits_and_can_be_heard(visit: Visit, path: str) -> None:
    page = opened(visit, "fr", path)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert_no_sideways_scrolling(page)
    assert_accessible(page)


def test_each_other_language_is_offered_in_its_own_words(visit: Visit) -> None:
    page = opened(visit, "nl", "")
    offered = page.locator(".languages button")
    assert [(one.inner_text(), one.get_attribute("lang")) for one in offered.all()] == [
        ("Français", "fr"),
        ("English", "en"),
    ]
    offered.first.click()
    expect(page.get_by_role("heading", name="Que me demande-t-on ?")).to_be_visible()
