"""Positions that rest on a service for signing in: it proposes and ends them, and never opens anything by itself."""

from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.test import Client
from pytest_django.fixtures import Settings

from tests.accounts.people import Person, give_code, give_password, led_to, make_person
from tests.accounts.test_service import EID, START, _service, link, provider
from tests.cast import LONG_AGO
from vlechtwerk.audit.models import Entry
from vlechtwerk.cli import main
from vlechtwerk.organisations.claims import rest_on
from vlechtwerk.organisations.models import Position, ProposedPosition

__all__ = ["_service", "provider"]
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
NAME = "vlechtwerk_rol_3d"
WORKER, OTHER = "Medewerker-traject:0123456789", "Medewerker-traject:0987654321"


@pytest.fixture(autouse=True)
def _asks_for_roles(settings: Settings) -> None:
    """The settings name the claim with the roles."""
    settings.ROLE_CLAIM = NAME


@pytest.fixture(autouse=True)
def _comes_more_than_once(several_requests: None) -> None:
    """Somebody signs in several times."""


@pytest.fixture
def ann(an: Person) -> Person:
    """An, who comes in through the service and accepted the undertaking."""
    link(an)
    an.undertakes()
    return an


def come_in(client: Client, provider: str, *roles: str) -> Any:
    """Come in through the service, which tells these roles, and open the first page."""
    told = {"acr": EID, "given_name": "An", **({NAME: list(roles)} if roles else {})}
    assert requests.put(f"{provider}/users/sub-an", json=told, timeout=5).ok
    there = client.post(START).headers["Location"]
    back = urlsplit(requests.post(there, data={"sub": "sub-an"}, allow_redirects=False, timeout=5).headers["Location"])
    client.get(f"{back.path}?{back.query}")
    return client.get("/")


def test_a_position_stays_as_long_as_the_service_tells_its_role(client: Client, ann: Person, provider: str) -> None:
    rest_on(position=ann.position, claim=WORKER)
    for _ in range(2):
        assert come_in(client, provider, WORKER, OTHER).status_code == 200
    assert Position.objects.get().until_on is None


def test_a_position_whose_role_is_gone_ends_before_the_first_page(client: Client, ann: Person, provider: str) -> None:
    rest_on(position=ann.position, claim=WORKER)
    assert led_to(come_in(client, provider, OTHER)) == "/functie/"
    ended = Position.objects.get()
    assert not ended.is_active_on(ended.until_on or LONG_AGO)
    assert Entry.objects.get(verb="position_ended").position_id == ann.position.pk


def test_without_any_role_it_ends_too(client: Client, ann: Person, provider: str) -> None:
    rest_on(position=ann.position, claim=WORKER)
    come_in(client, provider)
    assert Position.objects.get().until_on is not None


def test_a_role_of_the_service_makes_no_position_and_is_proposed(client: Client, ann: Person, provider: str) -> None:
    come_in(client, provider, WORKER, OTHER)
    assert Position.objects.count() == 1
    assert {one.claim for one in ProposedPosition.objects.filter(account=ann.account)} == {WORKER, OTHER}
    come_in(client, provider, OTHER)
    assert [one.claim for one in ProposedPosition.objects.all()] == [OTHER]


def test_a_position_that_rests_on_nothing_is_left_alone(client: Client, ann: Person, provider: str) -> None:
    come_in(client, provider, OTHER)
    assert Position.objects.get().until_on is None


def test_what_was_told_about_somebody_else_ends_nothing(client: Client, ann: Person, provider: str) -> None:
    bo = make_person("bo")
    bo.undertakes()
    rest_on(position=bo.position, claim=WORKER)
    session = client.session
    session["claims_of_service"] = {"subject": "sub-an", "roles": [OTHER]}
    session.save()
    give_password(client, "bo")
    client.get("/functie/")
    assert Position.objects.get(account=bo.account).until_on is None
    assert not ProposedPosition.objects.filter(account=bo.account).exists()


def test_roles_are_not_kept_when_the_settings_name_no_claim(
    client: Client, ann: Person, provider: str, settings: Settings
) -> None:
    settings.ROLE_CLAIM = ""
    come_in(client, provider, WORKER)
    assert not ProposedPosition.objects.exists()


def test_the_administrator_lists_proposals_and_lets_a_position_rest_on_one(
    client: Client,
    ann: Person,
    provider: str,
    server_runs: None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    come_in(client, provider, WORKER)
    assert main(["access", "proposals"]) == 0
    assert capsys.readouterr().out.startswith(f"an\t{WORKER}\t")
    assert main(["access", "rest", "an", "work_case_manager", WORKER]) == 0
    assert (Position.objects.get().claim, ProposedPosition.objects.exists()) == (WORKER, False)
    assert main(["access", "rest", "an", "dgs", WORKER]) == 1


def test_roles_are_settled_also_when_a_second_factor_is_asked_here(
    client: Client, settled: Person, provider: str
) -> None:
    link(settled)
    rest_on(position=settled.position, claim=WORKER)
    come_in(client, provider, OTHER)
    assert Position.objects.get().until_on is None
    give_code(client)
    client.get("/")
    assert Position.objects.get().until_on is not None
