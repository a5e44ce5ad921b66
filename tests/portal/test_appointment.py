"""The client's appointment: the way there, and a file for her calendar that tells nothing more."""

from datetime import date, time

import pytest
from django.test import Client

from tests.scene import TODAY, Scene, text_of
from vlechtwerk.intake.models import Appointment
from vlechtwerk.portal.appointments import is_map_service
from vlechtwerk.portal.models import Setting, SettingKey
from vlechtwerk.rules.roles import Role

PLACE = "Huis van het Kind; Kerkstraat 1, 3000 Leuven"
MAP = "https://kaart.example.org/?naar={place}&te_voet"


def booked(scene: Scene, on: date = TODAY, at: time = time(10, 30)) -> Appointment:
    """An appointment of the client."""
    meets = scene.cast[Role.WORK_CASE_MANAGER]
    return Appointment.objects.create(
        case=scene.case, on=on, at=at, place=PLACE, meets=meets, reason="booked", made_by=meets
    )


def chooses(scene: Scene, since: date = TODAY) -> None:
    """The region chooses a map service from a day on."""
    told = {"value": MAP, "valid_from": since, "source": "besluit van de regio"}
    Setting.objects.create(region=scene.cast.region, key=SettingKey.MAP_SERVICE, **told)


def of(scene: Scene, path: str = "") -> str:
    """The address of the page."""
    return f"/mijn/{scene.case.pk}/afspraak/{path}"


def calendar(scene: Scene, browser: Client | None = None) -> str:
    """What the calendar gets."""
    answer = (browser or scene.as_(Role.CLIENT)).get(of(scene, "agenda/"))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="afspraak.ics"'
    return answer.content.decode()


def test_the_page_tells_when_where_and_with_whom_and_needs_no_map(scene: Scene) -> None:
    booked(scene)
    page = scene.as_(Role.CLIENT).get(of(scene))
    assert all(one in text_of(page) for one in ("1 mei 2026", "10:30", PLACE, "Work_Case_Manager"))
    assert "Toon mij de weg" not in text_of(page)


@pytest.mark.parametrize(("since", "stands"), [(date(2026, 5, 2), False), (date(2026, 5, 1), True)])
def test_the_way_is_a_link_from_the_day_on_which_the_region_chose_a_map(
    scene: Scene, since: date, stands: bool
) -> None:
    booked(scene)
    chooses(scene, since)
    page = scene.as_(Role.CLIENT).get(of(scene)).content.decode()
    to = "https://kaart.example.org/?naar=Huis%20van%20het%20Kind%3B%20Kerkstraat%201%2C%203000%20Leuven&amp;te_voet"
    assert (f'href="{to}" rel="noreferrer noopener"' in page) is stands
    assert ("kaart.example.org. Die site ziet het adres" in page) is stands


def test_nothing_of_another_site_is_loaded_by_itself(scene: Scene) -> None:
    booked(scene)
    chooses(scene)
    page = scene.as_(Role.CLIENT).get(of(scene)).content.decode()
    assert page.count("kaart.example.org") == 2
    assert not [one for one in page.split("<") if "kaart.example" in one and one.startswith(("img", "script", "link"))]


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (MAP, True),
        ("http://kaart.example.org/{place}", False),
        ("https://kaart.example.org/", False),
        ("https://{place}.example.org/", False),
        ("https://kaart.example.org/{place}/{place}", False),
        ("javascript:alert('{place}')", False),
    ],
)
def test_a_map_service_is_an_address_over_a_safe_connection_with_one_place_in_it(value: str, fits: bool) -> None:
    assert is_map_service(value) is fits


def test_the_calendar_hears_the_hour_and_the_place_and_nothing_of_what_it_is_about(scene: Scene) -> None:
    booked(scene)
    told = calendar(scene)
    assert "SUMMARY:Afspraak\r\n" in told
    assert "DTSTART:20260501T083000Z\r\n" in told
    assert "LOCATION:Huis van het Kind\\; Kerkstraat 1\\, 3000 Leuven\r\n" in told
    assert not any(word in told.lower() for word in ("vlechtwerk", "traject", "case", str(scene.case.pk)))


@pytest.mark.parametrize(("on", "utc"), [(date(2026, 10, 24), "083000Z"), (date(2026, 10, 26), "093000Z")])
def test_the_hour_is_that_of_brussels_in_summer_and_in_winter(scene: Scene, on: date, utc: str) -> None:
    booked(scene, on)
    assert f"T{utc}\r\n" in calendar(scene)


def test_on_a_discreet_device_the_place_stays_out_of_the_calendar(scene: Scene) -> None:
    booked(scene)
    browser = scene.as_(Role.CLIENT)
    browser.post("/mijn/weergave/", {"discreet": "on"})
    assert "LOCATION" not in calendar(scene, browser)


def test_a_moved_appointment_takes_the_place_of_the_earlier_one(scene: Scene) -> None:
    booked(scene)
    first = calendar(scene)
    booked(scene, date(2026, 5, 8))
    second = calendar(scene)
    uid = next(line for line in first.splitlines() if line.startswith("UID:"))
    assert uid in second
    assert ("SEQUENCE:0" in first, "SEQUENCE:1" in second, "20260508" in second) == (True, True, True)


def test_no_line_is_longer_than_a_calendar_takes(scene: Scene) -> None:
    made = booked(scene)
    Appointment.objects.create(
        case=scene.case, on=TODAY, at=time(9), place="é" * 200, meets=made.meets, reason="booked", made_by=made.meets
    )
    assert max(len(line.encode()) for line in calendar(scene).split("\r\n")) <= 75


def test_an_appointment_that_passed_is_not_there_any_more(scene: Scene) -> None:
    booked(scene, date(2026, 4, 30))
    assert "Hier staat geen afspraak" in text_of(scene.as_(Role.CLIENT).get(of(scene)))
    assert scene.as_(Role.CLIENT).get(of(scene, "agenda/")).status_code == 404
    assert scene.as_(Role.CARE_CASE_MANAGER).get(of(scene)).status_code == 404
