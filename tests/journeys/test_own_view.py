"""A client on a telephone, from the letter to her first consent, taking it back, and taking her file along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.accounts.people import code_now
from tests.journeys.conftest import Visit
from tests.journeys.keyboard import Keys
from tests.journeys.test_confidential_file import give, write
from tests.portal.invited import PASSWORD, make_waiting
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
PHONE: ViewportSize = {"width": 390, "height": 844}
ANSWER = "De deelnemer beslist zelf, op de eigen pagina"


@pytest.fixture
def scene(transactional_db: None, today: object) -> Scene:
    """A trajectory whose client has no account yet; in the place of the client stands nobody who takes part."""
    waiting = make_waiting()
    return Scene(waiting.cast, waiting.case, waiting.cast.outsider)


@pytest.fixture
def telephone(browser: Browser, live_server: LiveServer, scene: Scene, several_requests: None) -> Iterator[Visit]:
    """A telephone of 390 points wide, without JavaScript."""
    context = browser.new_context(locale="nl-BE", java_script_enabled=False, viewport=PHONE, accept_downloads=True)
    yield Visit(context.new_page(), live_server.url.replace("127.0.0.1", "localhost"), scene)
    context.close()


def letter(visit: Visit) -> str:
    """The case manager saw who the client is, and prints the letter; the code on it."""
    page = visit.as_(CARE)
    visit.open().get_by_role("link", name="De deelnemer uitnodigen").click()
    page.get_by_label("Ik zag in een gesprek wie dit is").check()
    page.get_by_label("Dag van dat gesprek").fill("2026-04-28")
    page.get_by_role("button", name="Maak de brief").click()
    return page.locator(".code-once").inner_text()


def come_in(visit: Visit, code: str) -> Page:
    """The client types the code, chooses an account and a second step, and comes home."""
    page = visit.page
    page.context.clear_cookies()
    page.goto(f"{visit.site}/uitnodiging/")
    page.get_by_label("Code van uw brief").fill(code.lower())
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_label("Gebruikersnaam").fill("mijnnaam")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_label("Hetzelfde wachtwoord nog eens").fill(PASSWORD)
    page.get_by_role("button", name="Maak mijn account").click()
    page.get_by_role("link", name="Een app instellen").click()
    page.get_by_label("Code", exact=True).fill(code_now(page.locator("code").inner_text()))
    page.get_by_role("button", name="Deze app gebruiken").click()
    page.goto(visit.site)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn traject")
    return page


def asked(visit: Visit) -> str:
    """Both case managers have access, one asks to share a note, and the client is invited; the code."""
    visit.as_(WORK)
    page = visit.open("luik/toegang/")
    give(page, "Eigen toegang")
    give(page, "Werkt mee aan het traject", to="Care_Case_Manager (casemanager zorg)")
    page = visit.as_(CARE)
    visit.open("luik/")
    write(page, "Werkt best in een klein team.", ANSWER)
    return letter(visit)


def test_from_the_letter_to_the_first_consent_and_back_without_a_script(telephone: Visit) -> None:
    page = come_in(telephone, asked(telephone))
    page.get_by_role("link", name="Lezen en antwoorden").click()
    expect(page.get_by_text("Werkt best in een klein team.")).to_be_visible()
    page.get_by_role("button", name="Ja, zij mogen het lezen").click()
    page.goto(telephone.site)
    expect(page.get_by_text("U hoeft nu niets te doen.")).to_be_visible()
    page.get_by_role("link", name="Mijn toestemmingen").click()
    page.get_by_role("link", name="Bekijken of intrekken").click()
    page.get_by_role("button", name="Mijn toestemming intrekken").click()
    expect(page.get_by_role("status")).to_contain_text("De toestemming is gestopt")


def comes_in_by_keyboard(visit: Visit, code: str) -> Keys:
    """The same with the keys alone."""
    visit.page.context.clear_cookies()
    keys = Keys(visit.page)
    keys.go(f"{visit.site}/uitnodiging/")
    keys.write("Code van uw brief", code.lower())
    keys.press("Ga verder")
    keys.write("Gebruikersnaam", "mijnnaam")
    keys.write("Wachtwoord", PASSWORD)
    keys.write("Hetzelfde wachtwoord nog eens", PASSWORD)
    keys.press("Maak mijn account")
    keys.follow("Een app instellen")
    keys.write("Code", code_now(visit.page.locator("code").inner_text()))
    keys.press("Deze app gebruiken")
    keys.go(visit.site)
    return keys


def test_from_the_letter_to_the_first_consent_with_the_keyboard_alone(telephone: Visit) -> None:
    keys = comes_in_by_keyboard(telephone, asked(telephone))
    expect(keys.page.get_by_role("heading", level=1)).to_have_text("Mijn traject")
    keys.follow("Lezen en antwoorden")
    expect(keys.page.get_by_text("Werkt best in een klein team.")).to_be_visible()
    keys.press("Ja, zij mogen het lezen")
    expect(keys.page.get_by_role("status")).to_contain_text("Uw antwoord is bewaard")
    keys.go(telephone.site)
    expect(keys.page.get_by_text("U hoeft nu niets te doen.")).to_be_visible()


def test_she_takes_her_file_along_and_goes_quickly_away(telephone: Visit, tmp_path: Path) -> None:
    page = come_in(telephone, letter(telephone))
    page.get_by_role("link", name="Mijn dossier om mee te nemen").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Haal mijn dossier om te lezen").click()
    assert taken.value.suggested_filename == "bestand.pdf"
    page.get_by_role("button", name="Snel weg").click()
    expect(page).to_have_title("Pagina")
    page.goto(f"{telephone.site}/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Mijn traject")
