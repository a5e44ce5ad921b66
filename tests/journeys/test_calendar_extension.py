"""Calendars T2 and T4 in a browser: an extension of three months, and one of six that ends by itself without an advice."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.calendars import CARE, COORDINATOR, FOLLOWER, WORK, Calendar, running
from tests.journeys.screens import fill_in
from tests.rules.histories import ALL_THREE, CARE_ACTION, INTERNSHIP
from vlechtwerk.rules.activation.events import EvaluationHeld
from vlechtwerk.sharing.policy import Kind

SIGNAL = "Op tijd afsluiten: de maximumduur komt dichtbij"
REGISTRATIONS = "De registraties van de afsluiting afwerken"
EVALUATIONS = (EvaluationHeld(date(2026, 9, 30), ALL_THREE), EvaluationHeld(date(2027, 3, 31), ALL_THREE))

REQUEST = {
    "cause": "illness",
    "category_changed_on": "2027-02-01",
    "refers_to_file": "on",
    "prevents": "De stage loopt nog.",
    "actions": "De stage afronden\nDe stage evalueren",
    "actions_from": "2027-10-08",
    "consulted_on": "2027-09-08",
}


@pytest.fixture
def calendar(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Calendar]:
    """A trajectory on 3 May 2027 whose participant was ill for three months, with access for both case managers.

    The actions and the evaluations before that are put in past the screens: calendar T1 goes through those.
    """
    with running(browser_page, live_server.url) as found:
        for role in (WORK, CARE):
            found.file.give(role, Kind.SHARED)
        found.day("2027-05-03")
        found.scene.cast.record(found.scene.case, CARE_ACTION, INTERNSHIP, *EVALUATIONS)
        yield found


def test_t2_an_extension_of_three_months(calendar: Calendar) -> None:
    is_ill(calendar)
    is_signalled(calendar, "2027-08-07", "2027-08-08", "7 oktober 2027")
    ask(calendar, "3", "2028-01-07")
    grant(calendar)
    third = {"Een tussentijdse evaluatie houden (nr. 3)": "30 september 2027"}
    calendar.tells("Bezig sinds 7 april 2026", third, "Einde van de maximumduur 7 januari 2028")
    is_signalled(calendar, "2027-11-07", "2027-11-08", "7 januari 2028")
    calendar.day("2028-01-07")
    calendar.tells("Bezig sinds 7 april 2026", {SIGNAL: "7 januari 2028"}, "Ter afsluiting vanaf 7 april 2028")


def test_t2_on_the_day_of_the_maximum_it_is_too_late_to_ask_an_extension(calendar: Calendar) -> None:
    is_ill(calendar)
    calendar.day("2027-10-06")
    page = calendar.as_(WORK, "verlenging/")
    expect(page.get_by_text("Waarom dit nu niet gevraagd kan worden")).to_have_count(0)
    calendar.day("2027-10-07")
    page = calendar.as_(WORK, "verlenging/")
    expect(page.get_by_text("Waarom dit nu niet gevraagd kan worden")).to_be_visible()
    fill_in(page, REQUEST | {"months": "3", "actions_until": "2028-01-07"})
    page.get_by_role("button", name="Verstuur naar de projectopvolger").click()
    expect(page.get_by_role("alert").first).to_contain_text("Dit kan niet, en er is niets bewaard")
    calendar.tells("Bezig", {SIGNAL: "7 oktober 2027 vandaag"}, "Maximumduur overschreden")


def test_t4_a_trajectory_that_ends_by_itself(calendar: Calendar) -> None:
    is_ill(calendar)
    ask(calendar, "6", "2028-04-06")
    grant(calendar)
    calendar.tells("Bezig sinds 7 april 2026", None, "Einde van de maximumduur 7 april 2028")
    calendar.day("2028-04-06")
    calendar.tells("Bezig sinds 7 april 2026", None, "23 maanden en 30 dagen")
    calendar.day("2028-04-07")
    calendar.tells("Ter afsluiting sinds 7 april 2028", {REGISTRATIONS: "7 mei 2028 over 30 dagen"})
    calendar.day("2028-05-07")
    calendar.tells("Ter afsluiting sinds 7 april 2028", {REGISTRATIONS: "7 mei 2028 vandaag"})
    ends(calendar)
    calendar.is_paid("2028-07-10", "2028-1", "0 %")


def ends(calendar: Calendar) -> None:
    """The day after the last one the trajectory is over for everybody, and the access is still to be blocked."""
    calendar.day("2028-05-08")
    blocking = {"De toegang tot het dossier blokkeren": "8 mei 2028 vandaag"}
    calendar.tells("Beëindigd sinds 8 mei 2028", blocking, "automatisch, zonder eindadvies", "0 %", "Toegang nog open")
    for role in (CARE, COORDINATOR, FOLLOWER):
        calendar.tells("Beëindigd sinds 8 mei 2028", role=role)
    calendar.blocks_the_access()


def is_ill(calendar: Calendar) -> None:
    """The care case manager reports the illness from 1 February to 30 April, which is just three months."""
    told = {"happened_on": "2027-02-01", "until": "2027-04-30", "cause": "illness", "category_changed_on": "2027-02-01"}
    calendar.reports(CARE, "interruption", **told)
    calendar.tells("Bezig", None, "Einde van de maximumduur 7 oktober 2027")


def is_signalled(calendar: Calendar, before: str, first: str, maximum: str) -> None:
    """Sixty days before the maximum the end is signalled, and the day before that it is not."""
    calendar.day(before)
    expect(calendar.tells("Bezig").locator("li.due").filter(has_text=SIGNAL)).to_have_count(0)
    calendar.day(first)
    calendar.tells("Bezig", {SIGNAL: maximum})


def ask(calendar: Calendar, months: str, until: str) -> None:
    """The work case manager asks more months after both case managers agreed."""
    calendar.day("2027-09-10")
    answers = REQUEST | {"months": months, "actions_until": until}
    page = calendar.does(WORK, "verlenging/", "Verstuur naar de projectopvolger", **answers)
    expect(page.get_by_text("10 september 2027").first).to_be_visible()


def grant(calendar: Calendar) -> None:
    """The project follower grants ten days later what was asked."""
    calendar.day("2027-09-20")
    calendar.does(FOLLOWER, "verlenging/", "Leg de beslissing vast", decision="granted")
