"""Words that are explained where they stand: from the glossary, in plain Dutch, by mouse, keyboard and touch."""

import pytest
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling, serving
from vlechtwerk.rules.glossary import GLOSSARY
from vlechtwerk.texts.terms import EXPLAINED, meaning
from vlechtwerk.ui import environment

EXTENSION = "hoogstens zes maanden boven op het maximum van achttien"


def test_every_word_that_is_explained_stands_in_the_glossary() -> None:
    known = {one.identifier for one in GLOSSARY}
    assert set(EXPLAINED) <= known
    assert all(meaning(one) for one in EXPLAINED)


def test_a_meaning_is_told_in_the_language_of_the_page() -> None:
    with override("nl"):
        assert environment.meaning("extension") == EXTENSION
    with override("en"):
        assert environment.meaning("extension") == "at most six months on top of the maximum of eighteen"


def test_a_word_that_is_plain_enough_is_not_explained() -> None:
    assert meaning("client") == environment.meaning("client") == ""


@pytest.fixture
def gallery(browser_page: Page) -> Page:
    """The page with all components."""
    with serving() as address:
        browser_page.goto(f"{address}/_gallery/")
        return browser_page


def test_the_meaning_is_there_on_hover_on_focus_and_after_enter(gallery: Page) -> None:
    word = gallery.locator("summary", has_text="Verlenging")
    told = gallery.locator(".term", has=word).locator(".term-meaning")
    expect(told).not_to_be_visible()
    word.hover()
    expect(told).to_be_visible()
    gallery.mouse.move(0, 0)
    expect(told).not_to_be_visible()
    word.focus()
    expect(told).to_be_visible()
    word.press("Enter")
    gallery.locator("h1").first.click()
    expect(told).to_be_visible()


def test_meanings_that_are_open_fit_a_telephone_and_are_accessible(gallery: Page) -> None:
    gallery.evaluate("document.querySelectorAll('.term').forEach(one => one.open = true)")
    for width in (WIDE, NARROW):
        assert_no_sideways_scrolling(gallery, width)
        assert_accessible(gallery)
