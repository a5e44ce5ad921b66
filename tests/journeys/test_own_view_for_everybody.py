"""The pages of the own view are for everybody: with a keyboard, on a small screen, in large letters and on paper."""

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role

PATHS = [
    *("", "klacht/", "dossier/", "bewaren/", "gegevens/", "bericht/", "sluiten/"),
    *("rechten-en-plichten/", "afspraak/", "documenten/", "documenten/toevoegen/"),
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("switch", ["", "Grote letters"])
def test_a_page_of_the_own_view_is_for_everybody(visit: Visit, path: str, switch: str) -> None:
    page = visit.as_(Role.CLIENT)
    if switch:
        page.get_by_role("button", name=switch).click()
    page.goto(f"{visit.site}/mijn/{visit.scene.case.pk}/{path}")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("path", ["uitnodiging/", "woorden/", "klaar/"])
def test_the_pages_before_and_after_signing_in_are_too(visit: Visit, path: str) -> None:
    visit.page.goto(f"{visit.site}/{path}")
    assert_accessible(visit.page)
    assert_no_sideways_scrolling(visit.page)


def test_the_invitation_and_its_letter_are_too(visit: Visit) -> None:
    visit.scene.case.file.involvements.filter(capacity=Role.CLIENT).update(until_on="2026-05-01")
    page = visit.as_(Role.CARE_CASE_MANAGER)
    visit.open("uitnodiging/")
    assert_accessible(page)
    page.get_by_role("button", name="Maak de brief").click()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def test_the_first_thing_a_keyboard_reaches_leads_past_the_header(visit: Visit) -> None:
    page = visit.as_(Role.CLIENT)
    page.goto(f"{visit.site}/mijn/{visit.scene.case.pk}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("path", PATHS)
def test_on_paper_a_page_has_its_words_and_no_buttons(visit: Visit, path: str) -> None:
    page = visit.as_(Role.CLIENT)
    page.goto(f"{visit.site}/mijn/{visit.scene.case.pk}/{path}")
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible, .button:visible").count() == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()
