"""The data-protection officer opens a file in an emergency, the client reads it, a colleague reviews it, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from tests.review.people import make_officer
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role


def as_(visit: Visit, position: Position) -> Page:
    """The browser, in which somebody else is signed in now."""
    visit.page.context.clear_cookies()
    visit.sign_in(position)
    return visit.page


def go(visit: Visit, path: str) -> Page:
    """The browser on another page."""
    visit.page.goto(f"{visit.site}{path}")
    return visit.page


def everybody_can_use(page: Page) -> None:
    """Fail when a page keeps somebody out, wide or narrow."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        assert_accessible(page)
        assert_no_sideways_scrolling(page, width)
    page.set_viewport_size({"width": WIDE, "height": 900})


def break_the_glass(visit: Visit) -> Page:
    """An officer opens the file of the scene through the form."""
    page = as_(visit, make_officer(visit.scene.cast))
    go(visit, "/nazicht/")
    page.get_by_role("link", name="Een dossier openen met noodtoegang").click()
    everybody_can_use(page)
    page.get_by_label("Referentie van het traject").fill(visit.scene.case.reference)
    page.get_by_label("Om een klacht te behandelen").check()
    page.get_by_label("Reden in uw eigen woorden").fill("Klacht van 30 april.")
    page.get_by_role("button", name="Het dossier vier uur openen").click()
    return page


def test_a_file_is_opened_told_ended_and_reviewed(visit: Visit) -> None:
    page = break_the_glass(visit)
    expect(page.get_by_text(f"Noodtoegang tot {visit.scene.case.reference}")).to_be_visible()
    everybody_can_use(page)
    page.get_by_role("button", name="De toegang nu beëindigen").click()
    expect(page.get_by_text("De noodtoegang is beëindigd.")).to_be_visible()
    as_(visit, visit.scene.client)
    expect(visit.open().get_by_text("om een klacht te behandelen")).to_be_visible()
    as_(visit, make_officer(visit.scene.cast, "colleague"))
    go(visit, "/nazicht/").get_by_role("link", name="Noodtoegang", exact=True).click()
    everybody_can_use(page)
    page.get_by_label("In orde").check()
    page.get_by_label("Waarom?").fill("De klacht is bekend.")
    page.get_by_role("button", name="Noteren wat ik vond").click()
    expect(page.get_by_text("Wat u vond, staat genoteerd.")).to_be_visible()


def test_who_has_no_task_tells_what_a_look_is_for(visit: Visit) -> None:
    case = visit.scene.case
    case.obligations.update(done_on="2026-04-30")
    page = as_(visit, visit.scene.cast[Role.CARE_CASE_MANAGER])
    visit.open("luik/")
    everybody_can_use(page)
    page.get_by_label("Om een collega te vervangen").check()
    page.get_by_role("button", name="Het vertrouwelijk luik openen").click()
    expect(page.get_by_role("heading", name="Vertrouwelijk luik", exact=True)).to_be_visible()
