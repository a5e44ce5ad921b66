"""When it does not go well at work: each in a browser, from the provider to the trusted advisor and the participant."""

import pytest
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.browser import assert_accessible
from tests.dossier.world import WORK, World
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

PROVIDER, ADVISOR, CLIENT = Role.WORK_PROVIDER, Role.TRUSTED_ADVISOR, Role.CLIENT
TEXT = "U kwam twee keer niet. We bekijken samen met VDAB hoe het verder gaat."


def save(page: Page) -> None:
    """Send the form, and see that it is stored."""
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("dit is bewaard")


def note_absence(page: Page) -> None:
    """The work provider notes that the participant did not come."""
    page.get_by_label("Welke actie?").fill("Sollicitatietraining")
    page.get_by_label("Afwezig, zonder geldige reden").check()
    page.get_by_label("Waarom hebben zij dit nodig voor het werk?").fill("Om samen te bekijken wat er is")
    page.get_by_label("Ja, we spraken het samen af", exact=True).check()
    save(page)


def ask_talk(page: Page) -> None:
    """The work case manager asks a talk, on the ground of what was noted at work."""
    page.get_by_label("Een bemiddelingsgesprek bij de trusted advisor van VDAB").check()
    page.get_by_label("1 mei 2026: afwezig, zonder geldige reden").check()
    page.get_by_label("Wat leest de deelnemer hierover?").fill(TEXT)
    save(page)


@pytest.mark.rule("AT-162")
def test_a_talk_is_asked_held_and_read_by_the_participant(visit: Visit) -> None:
    visit.page.set_default_timeout(10_000)
    with zeal_ignore():
        for role in (WORK, PROVIDER):
            World(visit.scene).give(role, Kind.SHARED)
    visit.as_(PROVIDER)
    note_absence(visit.open("verslagen/effort/"))
    visit.as_(WORK)
    ask_talk(visit.open("verslagen/formal_service/"))
    visit.as_(ADVISOR)
    decide(visit)
    visit.as_(CLIENT)
    page = visit.open("medewerking/")
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.get_by_text("het traject gaat voort", exact=True)).to_be_visible()
    assert_accessible(page)


def decide(visit: Visit) -> None:
    """The trusted advisor comes from the worklist, notes the talk, and decides to go on."""
    page = visit.page
    page.goto(f"{visit.site}/")
    page.locator("section[aria-labelledby=tasks-title]").get_by_role("link").first.click()
    expect(page.get_by_text(TEXT)).to_be_visible()
    page.get_by_role("link", name="Bemiddelingsgesprek bij VDAB").click()
    page.get_by_label("Wanneer werd de deelnemer uitgenodigd?").fill("2026-04-28")
    page.get_by_label("De transmissieprocedure start").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("de deelnemer is gehoord of kwam niet opdagen")
    page.get_by_label("Wanneer werd de deelnemer gehoord?").fill("2026-05-01")
    page.get_by_label("Het traject gaat voort").check()
    save(page)
