"""Sessions: where one is signed in, ending them, and how long they last."""

from importlib import import_module

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tests.accounts.people import PASSWORD, Person, code_now, give_code, give_password, led_to, make_person
from tests.accounts.people import sign_in_fully as sign_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.sessions import device
from vlechtwerk.audit.models import Entry

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def two(settled: Person) -> tuple[Client, Client]:
    """Two browsers in which the same person is signed in, one after the other."""
    office, telephone = Client(HTTP_USER_AGENT=FIREFOX), Client(HTTP_USER_AGENT=CHROME, REMOTE_ADDR="192.0.2.7")
    for minute, browser in enumerate((office, telephone)):
        with time_machine.travel(f"2026-05-04T10:0{minute}:00+02:00", tick=False):
            sign_in(browser)
    return office, telephone


@pytest.fixture(autouse=True)
def _morning() -> object:
    """It is some minutes past ten on 4 May 2026, unless a test says otherwise."""
    with time_machine.travel("2026-05-04T10:03:00+02:00", tick=False):
        yield


def is_in(browser: Client) -> bool:
    """Whether the work opens."""
    return browser.get("/").status_code == 200


def test_the_list_names_every_place_where_one_is_signed_in(two: tuple[Client, Client]) -> None:
    page = two[0].get("/sessies/").content.decode()
    assert "Firefox, Windows, 127.0.0.1" in page
    assert "Chrome, Android, 192.0.2.7" in page
    assert page.count("4 mei 2026") == 2


def test_one_other_session_can_be_ended(two: tuple[Client, Client]) -> None:
    office, telephone = two
    place = office.get("/sessies/").content.decode().split('name="place" value="')[1].split('"')[0]
    assert office.post("/sessies/", {"place": place}).status_code == 302
    assert (is_in(office), is_in(telephone)) == (True, False)
    assert Entry.objects.filter(verb="session_ended").count() == 1


def test_all_other_sessions_can_be_ended_at_once(two: tuple[Client, Client]) -> None:
    office, telephone = two
    office.post("/sessies/", {"place": "others"})
    assert (is_in(office), is_in(telephone)) == (True, False)
    assert "Alle andere" not in office.get("/sessies/").content.decode()


@pytest.mark.parametrize(("moment", "ended"), [("10:14:59", True), ("10:15:00", False)])
def test_ending_a_session_takes_a_proof_of_less_than_a_quarter_of_an_hour_ago(
    two: tuple[Client, Client], moment: str, ended: bool
) -> None:
    with time_machine.travel(f"2026-05-04T{moment}+02:00", tick=False):
        answer = two[0].post("/sessies/", {"place": "others"})
        assert led_to(answer) == ("/sessies/" if ended else "/bevestigen/code/")
        assert is_in(two[1]) is not ended


def test_a_session_stays_one_place_when_its_key_changes(client: Client, settled: Person) -> None:
    sign_in(client)
    client.post("/functie/", {"position": str(settled.position.pk)})
    page = client.get("/sessies/").content.decode()
    assert page.count("4 mei 2026") == 1
    assert "Hier" in page


def test_a_session_of_somebody_else_cannot_be_ended(two: tuple[Client, Client]) -> None:
    make_person("bo").undertakes()
    other = Client()
    give_password(other, "bo")
    place = two[0].get("/sessies/").content.decode().split('name="place" value="')[1].split('"')[0]
    for wanted in (place, "others"):
        other.post("/sessies/", {"place": wanted})
    assert is_in(two[0])
    assert is_in(two[1])
    assert other.post("/sessies/", {"place": "1; drop"}).status_code == 404


def test_a_key_that_was_copied_is_of_no_use_after_signing_out(client: Client, settled: Person) -> None:
    sign_in(client)
    copied = Client()
    copied.cookies["session"] = client.session.session_key or "none"
    assert is_in(copied)
    answer = client.post("/afmelden/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(copied)


def test_an_account_that_is_put_out_of_use_is_out_at_once(two: tuple[Client, Client]) -> None:
    Account.objects.update(is_active=False)
    assert not any(is_in(one) for one in two)


def test_another_password_ends_every_other_session(two: tuple[Client, Client]) -> None:
    office, telephone = two
    new = "een nog langer wachtwoord"
    answers = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert led_to(office.post("/wachtwoord/", answers)) == "/beveiliging/"
    assert (is_in(office), is_in(telephone)) == (True, False)


@pytest.mark.parametrize(("until", "held"), [("10:30:59", True), ("10:31:01", False)])
def test_a_session_that_is_not_used_ends_after_half_an_hour(settled: Person, until: str, held: bool) -> None:
    browser = Client()
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        give_password(browser)
    with time_machine.travel("2026-05-04T10:01:00+02:00", tick=False):
        give_code(browser, code_now())
    with time_machine.travel(f"2026-05-04T{until}+02:00", tick=False):
        assert is_in(browser) is held


@pytest.mark.parametrize(("until", "held"), [("19:59:59", True), ("20:00:00", False)])
def test_a_session_that_is_used_all_day_ends_after_twelve_hours(settled: Person, until: str, held: bool) -> None:
    browser = Client()
    with time_machine.travel("2026-05-04T08:00:00+02:00", tick=False):
        browser.get("/aanmelden/")
        sign_in(browser)
    for hour in range(8, 20):
        for minute in (0, 25, 50):
            with time_machine.travel(f"2026-05-04T{hour:02}:{minute:02}:00+02:00", tick=False):
                assert is_in(browser)
    with time_machine.travel(f"2026-05-04T{until}+02:00", tick=False):
        assert is_in(browser) is held


def test_the_cookie_of_a_session_goes_with_the_browser(client: Client, settled: Person) -> None:
    sign_in(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_the_store_itself_forgets_a_session_after_half_an_hour(client: Client, settled: Person) -> None:
    sign_in(client)
    store = import_module(settings.SESSION_ENGINE).SessionStore(client.session.session_key)
    assert store.get_expiry_age() == 30 * 60


@pytest.mark.parametrize(
    ("told", "shown"), [(FIREFOX, "Firefox, Windows"), (CHROME, "Chrome, Android"), ("curl/8", ""), ("", "")]
)
def test_a_device_is_named_as_far_as_it_tells(told: str, shown: str) -> None:
    assert device(told) == shown
