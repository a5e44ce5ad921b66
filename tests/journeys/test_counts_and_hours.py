"""How trajectories ended, hours of care, trajectories without an internship, and explaining: accessible, also on a telephone."""

import pytest

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role

PAGES = [
    (Role.NETWORK_COORDINATOR, "overzicht/afloop/"),
    (Role.NETWORK_COORDINATOR, "vergoeding/netwerk/periode/"),
    (Role.CARE_PROVIDER, "netwerk/uren/"),
    (Role.PROJECT_FOLLOWER, "vergoeding/geen-stage/"),
]


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_page_is_accessible_and_fits(visit: Visit, role: Role, path: str, width: int) -> None:
    page = visit.as_(role)
    page.goto(f"{visit.site}/{path}")
    assert_no_sideways_scrolling(page, width)
    assert_accessible(page)


def test_an_explanation_is_noted_and_read_by_the_participant(visit: Visit) -> None:
    visit.as_(Role.WORK_CASE_MANAGER)
    page = visit.open("verslagen/explained/")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.get_by_label("De deelnemer vroeg het").check()
    page.get_by_label("Hoe het traject verloopt").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_text("Uitleg aan de deelnemer: dit is bewaard.").wait_for()
    page = visit.as_(Role.CLIENT)
    page.get_by_role("link", name="Wat men mij uitlegde").click()
    page.get_by_role("heading", name="Nog niet genoteerd").wait_for()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
