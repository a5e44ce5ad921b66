"""A client finds out who looked at her file, in a real browser."""

from playwright.sync_api import expect

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role


def look_around(visit: Visit) -> None:
    """A provider opens the trajectory, somebody without a part in it tries to, and the client opens the overview."""
    for who in (visit.scene.cast[Role.WORK_PROVIDER], visit.scene.cast.outsider):
        visit.page.context.clear_cookies()
        visit.sign_in(who)
        visit.open()
    visit.page.context.clear_cookies()
    visit.sign_in(visit.scene.client)
    visit.open().get_by_role("link", name="Wie keek in mijn dossier?").click()


def test_from_the_own_page_to_who_looked_and_why_it_is_shown(visit: Visit) -> None:
    look_around(visit)
    rows = visit.page.get_by_role("row")
    provider = rows.filter(has_text="Dienstverlener werk")
    expect(provider.filter(has_text="Het dossier: verloop van het traject")).to_be_visible()
    expect(rows.filter(has_text="Casemanager werk")).to_contain_text("Geweigerd: zag niets")
    visit.page.get_by_text("Waarom kunt u dit zien?").click()
    expect(visit.page.get_by_text("De deelnemer ziet in eenvoudige taal")).to_be_visible()


def test_the_overview_fits_every_screen_and_everybody_can_read_it(visit: Visit) -> None:
    look_around(visit)
    for width in (WIDE, NARROW):
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert_accessible(visit.page)
        assert_no_sideways_scrolling(visit.page, width)
