"""A long form in a real browser: no connection and no sign-in that expires loses a word."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.dossier.world import CARE
from tests.journeys.conftest import Visit
from tests.scene import TODAY
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

WORDS = "Fien wil graag halftijds beginnen, maar"


@pytest.fixture
def form(visit: Visit) -> Page:
    """The care case manager at the form for a note."""
    visit.as_(CARE)
    return visit.open("luik/schrijven/")


def said(page: Page, text: str) -> None:
    """Wait until the form says something about what is kept."""
    expect(page.locator("[data-keep-said]")).to_contain_text(text, timeout=15_000)


def test_what_is_typed_is_kept_without_doing_anything_and_stands_there_later(form: Page) -> None:
    form.get_by_label(re.compile("gezegd of gezien")).fill(WORDS)
    said(form, "Als concept bewaard om")
    form.reload()
    expect(form.get_by_label(re.compile("gezegd of gezien"))).to_have_value(WORDS)
    expect(form.get_by_text("Concept van 1 mei 2026")).to_be_visible()
    assert_accessible(form)
    assert_no_sideways_scrolling(form)


def test_a_draft_is_thrown_away_with_one_button(form: Page) -> None:
    form.get_by_label(re.compile("gezegd of gezien")).fill(WORDS)
    said(form, "Als concept bewaard om")
    form.reload()
    form.get_by_role("button", name="Gooi dit concept weg").click()
    expect(form.get_by_label(re.compile("gezegd of gezien"))).to_have_value("")


def test_without_a_connection_the_form_says_so_and_tries_again(form: Page) -> None:
    form.context.set_offline(True)
    form.get_by_label(re.compile("gezegd of gezien")).fill(WORDS)
    said(form, "Niet bewaard: geen verbinding")
    assert form.locator("[data-keep-said]").get_attribute("role") == "status"
    form.context.set_offline(False)
    said(form, "Als concept bewaard om")
    form.reload()
    expect(form.get_by_label(re.compile("gezegd of gezien"))).to_have_value(WORDS)


def test_a_form_that_is_sent_without_a_connection_stays_on_the_screen(form: Page) -> None:
    form.get_by_label(re.compile("gezegd of gezien")).fill(WORDS)
    form.context.set_offline(True)
    form.get_by_role("button", name="Bewaar de neerslag").click()
    said(form, "Niet bewaard: geen verbinding")
    expect(form.get_by_label(re.compile("gezegd of gezien"))).to_have_value(WORDS)


def test_a_sign_in_that_expired_loses_nothing_of_a_form_that_is_sent(visit: Visit, form: Page) -> None:
    form.get_by_label(re.compile("gezegd of gezien")).fill(WORDS)
    form.context.clear_cookies(name="session")
    form.get_by_role("button", name="Bewaar de neerslag").click()
    form.wait_for_url("**/demo/**")
    name = visit.scene.cast[CARE].account.name
    form.get_by_role("button").filter(has=form.get_by_text(name, exact=True)).click()
    form.wait_for_url("**/schrijven/")
    expect(form.get_by_label(re.compile("gezegd of gezien"))).to_have_value(WORDS)
    with acting(visit.scene.cast[CARE], TODAY):
        assert not Note.objects.exists()


def test_without_javascript_a_button_keeps_the_form(plain_visit: Visit) -> None:
    plain_visit.as_(Role.WORK_CASE_MANAGER)
    page = plain_visit.open("vastleggen/evaluation_held/")
    page.get_by_role("button", name="Bewaar als concept").click()
    expect(page.get_by_text("Concept van 1 mei 2026")).to_be_visible()
