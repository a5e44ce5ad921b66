"""The command of the administrator: making accounts, and helping who cannot sign in any more."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from tests.accounts.people import PASSWORD, Person, give_password, led_to, sign_in_fully
from tests.cast import make_position
from vlechtwerk.accounts.models import Account
from vlechtwerk.cli import main
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.roles import Role

pytestmark = pytest.mark.django_db
Command = Callable[..., tuple[int, str, str]]
NEW = "een zin die ik zelf bedacht"


@pytest.fixture
def account(capsys: pytest.CaptureFixture[str], server_runs: None) -> Command:
    """Run the command with these arguments: exit status, what it prints, and what it complains about."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["account", *arguments])
        told = capsys.readouterr()
        return status, told.out.strip(), told.err.strip()

    return run


def choose(client: Client, path: str, password: str = NEW) -> str:
    """Follow a link and choose a password; where it leads, empty when the link no longer works."""
    form = led_to(client.get(path))
    if not form:
        return ""
    return led_to(client.post(form, {"password1": password, "password2": password}))


def test_a_new_account_gets_a_link_with_which_the_password_is_chosen(account: Command, client: Client) -> None:
    status, link, _told = account("add", "an", "--email", "an@example.org", "--name", "An Voorbeeld")
    place = urlsplit(link)
    assert (status, place.netloc) == (0, "testserver")
    assert choose(client, place.path) == "/wachtwoord/gekozen/"
    assert led_to(give_password(client, "an", NEW)) == "/"
    assert led_to(client.get("/")) == "/beveiliging/"


def test_the_site_can_be_named(account: Command) -> None:
    _status, link, _told = account("add", "an", "--email", "an@example.org", "--site", "https://dossier.example/")
    assert link.startswith("https://dossier.example/wachtwoord/kiezen/")


def test_a_link_works_once(account: Command, client: Client) -> None:
    _status, link, _told = account("add", "an", "--email", "an@example.org")
    assert choose(client, urlsplit(link).path) == "/wachtwoord/gekozen/"
    assert choose(Client(), urlsplit(link).path) == ""


@pytest.mark.parametrize(("moment", "works"), [("2026-05-05T10:00:00", True), ("2026-05-05T10:00:01", False)])
def test_a_link_works_for_a_day(account: Command, client: Client, moment: str, works: bool) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        _status, link, _told = account("add", "an", "--email", "an@example.org")
    with time_machine.travel(f"{moment}+02:00", tick=False):
        assert bool(choose(client, urlsplit(link).path)) is works


def test_the_key_of_a_link_does_not_stay_in_the_address(account: Command, client: Client) -> None:
    _status, link, _told = account("add", "an", "--email", "an@example.org")
    key = urlsplit(link).path.rstrip("/").split("-", 1)[1]
    assert key not in led_to(client.get(urlsplit(link).path))


@pytest.mark.parametrize("weak", ["kort", "wachtwoord", "123456789012", "an voorbeeld"])
def test_a_weak_password_is_refused_with_its_reason(account: Command, client: Client, weak: str) -> None:
    _status, link, _told = account("add", "an.voorbeeld", "--email", "an@example.org", "--name", "An Voorbeeld")
    form = led_to(client.get(urlsplit(link).path))
    answer = client.post(form, {"password1": weak, "password2": weak})
    assert answer.status_code == 422
    assert f'value="{weak}"' not in answer.content.decode()


def test_a_name_that_is_taken_is_told(account: Command, an: Person) -> None:
    assert account("add", "an", "--email", "other@example.org")[::2] == (1, "This user name or this identity is taken.")


def test_an_account_can_be_linked_to_an_identity_at_the_service_when_there_is_one(account: Command) -> None:
    asked = ("add", "an", "--email", "an@example.org", "--subject", "sub-an")
    assert account(*asked)[0] == 1
    assert not Account.objects.exists()


def test_who_forgot_the_password_gets_a_new_link_and_keeps_the_second_factor(
    account: Command, client: Client, settled: Person
) -> None:
    _status, link, _told = account("link", "an")
    assert choose(client, urlsplit(link).path) == "/wachtwoord/gekozen/"
    assert led_to(give_password(client, "an", PASSWORD)) == ""
    assert led_to(give_password(client, "an", NEW)) == "/aanmelden/tweede-factor/"


def test_who_lost_the_telephone_makes_a_new_second_factor(account: Command, client: Client, settled: Person) -> None:
    sign_in_fully(client)
    assert account("forget", "an")[0] == 0
    assert not Authenticator.objects.exists()
    assert led_to(client.get("/functie/")) != "/functie/"
    give_password(client)
    assert led_to(client.get("/")) == "/beveiliging/"


def test_who_left_is_out_at_once_and_cannot_come_back(account: Command, client: Client, settled: Person) -> None:
    sign_in_fully(client)
    assert account("stop", "an")[0] == 0
    assert led_to(client.get("/functie/")) == "/demo/"
    assert led_to(give_password(Client())) == ""
    assert Account.objects.filter(username="an").exists()


@pytest.mark.parametrize("deed", ["link", "forget", "stop"])
def test_only_accounts_of_real_people_can_be_helped(account: Command, deed: str) -> None:
    make_position(Role.DGS, Region.objects.create(name="Proefregio"), "verzonnen")
    for name in ("verzonnen", "niemand"):
        assert account(deed, name)[::2] == (1, "There is no such account.")
    assert not SocialAccount.objects.exists()
