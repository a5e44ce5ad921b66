"""Calendar T5 in a browser: somebody who comes to the first meeting, does not confirm the start and is removed."""

from collections.abc import Iterator

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.intake.world import make_world
from tests.journeys.calendars import CARE, CLIENT, FOLLOWER, WORK, Calendar, on
from tests.journeys.screens import fill_in, press
from tests.scene import Scene, add_client

CONFIRMATION = "De start laten bevestigen"


@pytest.fixture
def calendar(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Calendar]:
    """A referral of 2 February 2026 with both case managers, put in past the screens: calendar T1 goes through those."""
    with time_machine.travel(on("2026-02-02"), tick=True) as clock, zeal_ignore():
        world = make_world()
        found = Calendar(browser_page, live_server.url, world, clock)
        case = world.with_both()
        found.scene = Scene(world.cast, case, add_client(world.cast, case))
        yield found


def test_t5_a_participant_who_does_not_confirm_the_start(calendar: Calendar) -> None:
    refuse(calendar)
    is_encouraged(calendar)
    ask(calendar)
    remove(calendar)


def refuse(calendar: Calendar) -> None:
    """The participant comes and does not confirm: the trajectory is accepted, and fifteen days begin."""
    calendar.day("2026-02-19")
    told = {"attendance": "present", "attended_by": [str(one) for one in (CLIENT, WORK, CARE)]}
    calendar.does(WORK, "toeleiding/afspraak/", "Bewaar", **told)
    calendar.informs()
    calendar.does(WORK, "toeleiding/start/", "Bewaar", answer="no")
    terms = {CONFIRMATION: "6 maart 2026 over 15 dagen", "Het trajectplan opladen": "2 april 2026"}
    calendar.tells("Aanvaard sinds 19 februari 2026", terms, "Start niet bevestigd")


def is_encouraged(calendar: Calendar) -> None:
    """On the fifteenth day the participant can still confirm; mediation is asked the day after."""
    calendar.day("2026-03-06")
    page = calendar.tells("Aanvaard sinds 19 februari 2026", {CONFIRMATION: "6 maart 2026 vandaag"})
    expect(page.get_by_role("link", name="Bemiddeling gevraagd")).to_have_count(0)
    calendar.day("2026-03-07")
    page = calendar.tells("Aanvaard sinds 19 februari 2026", {"Een bemiddeling vragen": "7 maart 2026 vandaag"})
    expect(page.get_by_role("link", name="Bemiddeling gevraagd")).to_have_count(1)


def ask(calendar: Calendar) -> None:
    """Mediation is asked at once, and five days later whether to remove the participant from the contingent."""
    calendar.records(WORK, "mediation_requested", shared_with=["trusted_advisor", "project_follower"])
    calendar.tells("Aanvaard", {"Een bemiddeling vragen": "7 maart 2026 gedaan op 7 maart 2026"})
    calendar.day("2026-03-12")
    calendar.does(WORK, "toeleiding/vraag/", "Bewaar")
    expect(calendar.as_(WORK, "toeleiding/").locator("main")).to_contain_text("12 maart 2026")


def remove(calendar: Calendar) -> None:
    """The project follower answers what was asked, and the trajectory is cancelled for everybody."""
    calendar.day("2026-03-20")
    page = calendar.as_(FOLLOWER, "toeleiding/")
    page.get_by_role("link", name="De beslissing noteren").first.click()
    fill_in(page, {"manner": "refusal", "reason": "Fien bevestigt de start niet."})
    press(page, "Leg de beslissing vast")
    for role in (WORK, CARE):
        calendar.tells("Geannuleerd sinds 20 maart 2026", role=role)
    blocking = {"De toegang tot het dossier blokkeren": "20 maart 2026 vandaag"}
    calendar.tells("Geannuleerd sinds 20 maart 2026", blocking, "0 %")
