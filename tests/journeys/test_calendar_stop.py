"""Calendar T3 in a browser: a trajectory that is stopped early, four months and thirteen days after its start."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.icf.sets import loaded
from tests.journeys.calendars import CARE, FOLLOWER, WORK, Calendar, running
from vlechtwerk.sharing.policy import Kind


@pytest.fixture
def calendar(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Calendar]:
    """The mediation starts on 7 April 2026; both case managers have access, and a set of ICF categories is loaded."""
    with running(browser_page, live_server.url) as found:
        loaded()
        for role in (WORK, CARE):
            found.file.give(role, Kind.SHARED, Kind.ICF)
        yield found


def test_t3_a_trajectory_that_is_stopped_early(calendar: Calendar) -> None:
    ask(calendar)
    decide(calendar)
    finish(calendar)
    calendar.is_paid("2027-01-11", "2026-2", "60 %")


def ask(calendar: Calendar) -> None:
    """Both case managers talk to the coordinator and the providers, agree, and the work case manager asks it."""
    calendar.day("2026-07-07")
    calendar.tells("Bezig", None, "Eindadvies mogelijk vanaf 7 juli 2026", "3 maanden en 0 dagen")
    calendar.day("2026-08-10")
    calendar.does(
        WORK, "stopzetting/", "Verstuur naar de projectopvolger",
        ground="serious_shortcoming", facts="Fien komt sinds 20 juni niet meer naar de afspraken.",
        consulted_on="2026-08-10", coordinator_on="2026-08-05", providers_on="2026-08-06",
    )  # fmt: skip
    calendar.tells("Bezig")
    page = calendar.as_(CARE, "stopzetting/").locator("main")
    expect(page).to_contain_text("10 augustus 2026")
    expect(page).to_contain_text("Laatste dag van het traject")


def decide(calendar: Calendar) -> None:
    """The project follower decides ten days later; the trajectory ended on the day on which it was asked."""
    calendar.day("2026-08-20")
    told = {"manner": "early_stop", "reason": "Beide casemanagers gaan akkoord."}
    calendar.does(FOLLOWER, "stopzetting/", "Leg de beslissing vast", **told)
    terms = {"De toegang tot het dossier blokkeren": "10 augustus 2026", "De ICF": "10 augustus 2026"}
    page = calendar.tells("Beëindigd sinds 10 augustus 2026", terms, "60 %", "4 maanden en 3 dagen")
    expect(page.get_by_role("link", name="Eindadvies geregistreerd")).to_have_count(0)


def finish(calendar: Calendar) -> None:
    """The ICF is complete, the access is blocked, and nobody but the participant reads the file."""
    calendar.purpose = "Om af te ronden na het einde"
    calendar.icf_is_complete("Er kwam geen stage: Fien bleef weg.")
    calendar.tells("Beëindigd sinds 10 augustus 2026", {"De ICF": "10 augustus 2026 gedaan op 20 augustus 2026"})
    calendar.blocks_the_access()
