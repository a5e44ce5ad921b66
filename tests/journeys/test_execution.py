"""Extension, early stop, closing and reports in a real browser, also on a telephone without a script."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.browser import NARROW, assert_accessible, assert_no_sideways_scrolling
from tests.dossier.world import CARE, WORK, World
from tests.journeys.conftest import Visit
from vlechtwerk.rules.activation.events import ActionStarted
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

FOLLOWER = Role.PROJECT_FOLLOWER
PAGES = (
    "verlenging/",
    "stopzetting/",
    "afsluiten/",
    "luik/verslagen/",
    "verslagen/final_report/",
    "verslagen/final_advice/",
    "verslagen/evaluation/",
    "verslagen/bus_card/",
    "luik/profiel/",
    "verslagen/profile/",
    "medewerking/",
    "verslagen/consultation/",
    "verslagen/effort/",
    "verslagen/formal_service/",
)


def with_access(visit: Visit) -> None:
    """Both case managers have access to the shared part, and an internship started."""
    visit.page.set_default_timeout(10_000)
    with zeal_ignore():
        for role in (WORK, CARE):
            World(visit.scene).give(role, Kind.SHARED)
    internship = ActionStarted(date(2026, 4, 20), Domain.WORK, internship=True)
    visit.scene.cast.record(visit.scene.case, internship)


def ask_extension(page: Page) -> None:
    """Ask two months for an internship that is under way."""
    page.get_by_label("Hoeveel maanden?").fill("2")
    page.get_by_label("Wat is de oorzaak?").select_option("internship")
    page.get_by_label("De reden staat in het vertrouwelijk luik").check()
    page.get_by_label("Waarom kan er nog geen eindverslag of gemotiveerd advies zijn?").fill("De stage loopt nog.")
    page.get_by_label("Welke noodzakelijke acties blijven over?").fill("De stage afronden")
    page.get_by_label("Vanaf welke dag?").fill("2027-10-08")
    page.get_by_label("Tot en met welke dag?").fill("2027-11-30")
    page.get_by_role("button", name="Verstuur naar de projectopvolger").click()


def test_a_refused_extension_loses_nothing_and_is_granted_in_the_end(visit: Visit) -> None:
    with_access(visit)
    visit.as_(WORK)
    page = visit.open("verlenging/")
    ask_extension(page)
    expect(page.get_by_role("alert").first).to_contain_text("Dit kan niet, en er is niets bewaard")
    expect(page.get_by_label("Welke noodzakelijke acties blijven over?")).to_have_value("De stage afronden")
    assert_accessible(page)
    page.get_by_label("Wanneer werden beide casemanagers het eens?").fill("2026-04-30")
    page.get_by_role("button", name="Verstuur naar de projectopvolger").click()
    expect(page.get_by_role("status")).to_contain_text("Vraag om verlenging: dit is bewaard.")
    grant(visit)
    expect(page.get_by_text("4 maanden")).to_be_visible()


def grant(visit: Visit) -> None:
    """The project follower grants what was asked."""
    visit.as_(FOLLOWER)
    page = visit.open("verlenging/")
    assert_accessible(page)
    page.locator("input[name=decision][value=granted]").check()
    page.get_by_role("button", name="Leg de beslissing vast").click()


def ask_stop(visit: Visit) -> None:
    """The work case manager asks an early stop because the participant works."""
    visit.as_(WORK)
    page = visit.open("stopzetting/")
    page.locator("input[name=ground][value=at_work]").check()
    page.get_by_label("Sinds wanneer aan het werk?").fill("2026-04-28")
    page.get_by_label("De feiten in het kort").fill("Werkt voltijds.")
    page.get_by_label("Wanneer werden beide casemanagers het eens?").fill("2026-04-30")
    page.get_by_role("button", name="Verstuur naar de projectopvolger").click()


def test_an_early_stop_on_a_telephone_without_a_script(plain_visit: Visit) -> None:
    with_access(plain_visit)
    ask_stop(plain_visit)
    plain_visit.as_(FOLLOWER)
    page = plain_visit.open("stopzetting/")
    assert_no_sideways_scrolling(page)
    page.locator("input[name=manner][value=early_stop]").check()
    page.get_by_label("Waarom?").fill("De deelnemer werkt.")
    page.get_by_role("button", name="Leg de beslissing vast").click()
    plain_visit.as_(CARE)
    expect(plain_visit.open().get_by_text("Beëindigd").first).to_be_visible()


def fill_in_rest(page: Page) -> None:
    """Fill in what the report still misses."""
    for question in ("Welke acties zijn uitgevoerd, en welke niet?", "Wat zijn de resultaten?"):
        page.get_by_label(question).fill("Alles is gedaan.")
    page.get_by_label("Hoe evalueren beide casemanagers het traject?").fill("Goed.")
    page.get_by_label("Wat zegt de deelnemer ervan?").fill("Tevreden.")
    page.get_by_label("Beide casemanagers staan erachter").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()


def test_a_final_report_says_what_is_missing_and_stands_in_the_list(visit: Visit) -> None:
    with_access(visit)
    visit.as_(CARE)
    page = visit.open("verslagen/final_report/")
    page.get_by_label("Hoe verliep het traject?").fill("Vlot.")
    page.get_by_label("Waarom hebben zij dit nodig voor het werk?").fill("Om het eindadvies te motiveren")
    page.get_by_label("Ja, we spraken het samen af", exact=True).check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("de resultaten")
    fill_in_rest(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Het traject afsluiten")
    expect(visit.open("luik/verslagen/").get_by_text("Alles is gedaan.").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible_and_fits_on_a_telephone(visit: Visit, path: str) -> None:
    with_access(visit)
    visit.as_(WORK)
    page = visit.open(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
    page.set_viewport_size({"width": NARROW, "height": 700})
    assert_no_sideways_scrolling(page)
