"""The confidential file in a real browser: taking and giving access, writing and reading a note."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.dossier import deeds
from vlechtwerk.rules.roles import Role

DEEDS = [f"luik/toegang/{slug}/" for slug in deeds.DEEDS]
WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER


def give(page: Page, reason: str, to: str = "") -> None:
    """Take access, or give it to somebody, from the page of access."""
    page.get_by_role("link", name="Geef toegang").click()
    if to:
        page.get_by_label("Aan wie?").select_option(label=to)
    page.get_by_label("Waarom?").fill(reason)
    page.get_by_role("button", name="Geef toegang").click()
    expect(page.get_by_role("status")).to_contain_text("De toegang is gegeven.")


def write(page: Page, text: str, answer: str = "Ja, we spraken het samen af") -> None:
    """Write a note in the shared part about a talk with everybody, with what the participant said about sharing it."""
    page.get_by_role("link", name="Een neerslag schrijven").click()
    for choice in ("Gedeeld deel", "Contact", "Deelnemer", "Casemanager werk", "Over functioneren op het werk"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_label("Wat is er gezegd of gezien?").fill(text)
    page.get_by_label("Waarom hebben zij dit nodig voor het werk?").fill("Om een werkplek te zoeken")
    page.get_by_label(answer, exact=True).check()
    page.get_by_role("button", name="Bewaar de neerslag").click()


def test_access_is_taken_given_and_used_without_a_script(plain_visit: Visit) -> None:
    page = plain_visit.as_(WORK)
    plain_visit.open()
    page.get_by_role("link", name="Vertrouwelijk luik").click()
    give(page, "Eigen toegang")
    give(page, "Werkt mee aan het traject", to="Care_Case_Manager (casemanager zorg)")
    page = plain_visit.as_(CARE)
    plain_visit.open("luik/")
    write(page, "Fien wil halftijds beginnen.")
    expect(page.get_by_role("article")).to_contain_text("Fien wil halftijds beginnen.")
    plain_visit.as_(Role.CLIENT)
    expect(plain_visit.open("luik/").get_by_role("article")).to_contain_text("halftijds")


def with_access(visit: Visit) -> None:
    """Both case managers have access."""
    visit.as_(WORK)
    page = visit.open("luik/toegang/")
    give(page, "Eigen toegang")
    give(page, "Werkt mee aan het traject", to="Care_Case_Manager (casemanager zorg)")


def reads(visit: Visit, number: int) -> None:
    """The work case manager finds so many notes now."""
    visit.as_(WORK)
    expect(visit.open("luik/").get_by_role("article")).to_have_count(number)


def answer(visit: Visit, link: str, button: str) -> None:
    """The client opens what she is asked, or agreed to, and chooses."""
    page = visit.as_(Role.CLIENT)
    visit.open("luik/toestemmingen/").get_by_role("link", name=link).click()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.get_by_role("button", name=button).click()


def test_the_client_says_yes_on_a_telephone_and_takes_it_back_which_the_case_manager_sees_at_once(visit: Visit) -> None:
    with_access(visit)
    page = visit.as_(CARE)
    visit.open("luik/")
    write(page, "Werkt best in een klein team.", "De deelnemer beslist zelf, op de eigen pagina")
    reads(visit, 0)
    answer(visit, "Lezen en antwoorden", "Ja, zij mogen het lezen")
    reads(visit, 1)
    answer(visit, "Bekijken of intrekken", "Mijn toestemming intrekken")
    reads(visit, 0)
    visit.page.goto(visit.site)
    expect(visit.page.get_by_text("de deelnemer trok een toestemming in")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["luik/", "luik/schrijven/", "luik/toegang/", "luik/doelen/schrijven/", "luik/toestemmingen/", *DEEDS]
)
def test_the_pages_of_the_confidential_file_are_for_everybody_and_fit_a_telephone(visit: Visit, path: str) -> None:
    page = visit.as_(WORK)
    give(visit.open("luik/toegang/"), "Eigen toegang")
    visit.open(path)
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def test_an_own_note_is_written_and_found_again_without_a_script(plain_visit: Visit) -> None:
    page = plain_visit.as_(CARE)
    plain_visit.open("luik/schrijven/")
    for choice in ("Eigen notitie", "Over functioneren op het werk"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("radio", name="Eigen notities van zorg").check()
    page.get_by_label("Wat is er gezegd of gezien?").fill("Vertelde over café Het Anker.")
    page.get_by_role("button", name="Bewaar de neerslag").click()
    page.get_by_role("link", name="Zoeken in neerslagen").click()
    page.get_by_label("Welke woorden?").fill("CAFE anker")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("article")).to_contain_text("café Het Anker")
    assert "cafe" not in page.url.lower()


def test_the_search_is_for_everybody_and_fits_a_telephone(visit: Visit) -> None:
    page = visit.as_(CARE)
    page.get_by_role("link", name="Zoeken in neerslagen").click()
    for words in ("", "giraf"):
        page.get_by_label("Welke woorden?").fill(words)
        page.get_by_role("button", name="Zoek").click()
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
