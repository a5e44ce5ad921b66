"""Confirming who one is before something sensitive, and going nowhere but to our own pages."""

from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse
from django.test import Client

from tests.accounts.people import Person, code_now, give_password, led_to, make_person, sign_in_fully
from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.audit.models import Entry

pytestmark = pytest.mark.django_db
TEN = "2026-05-04T10:00:00+02:00"
FOREIGN = (
    "https://elders.example/", "//elders.example/", "///elders.example", "http:elders.example", "\\\\elders.example",
    "/\\elders.example", "javascript:alert(1)", "https://testserver@elders.example/", "https:elders.example",
    "\thttps://elders.example/", "%0d%0ahttps://elders.example", "http://testserver.elders.example/", "data:text/html,x",
)  # fmt: skip


@recently_confirmed
def grant(request: HttpRequest, number: int) -> HttpResponse:
    """Something sensitive."""
    return HttpResponse(f"done {number}")


def ask(client: Client, moment: str, method: str = "GET") -> HttpResponse:
    """Ask for it at some moment, in the session of a browser."""
    with time_machine.travel(f"2026-05-04T{moment}+02:00", tick=False):
        request: HttpRequest = client.get("/sessies/").wsgi_request
        request.method = method
        return grant(request, 7)


@pytest.fixture
def inside(client: Client, settled: Person) -> Client:
    """A browser in which An signed in at ten."""
    with time_machine.travel(TEN, tick=False):
        sign_in_fully(client)
    return client


@pytest.mark.parametrize(
    ("method", "moment", "allowed"),
    [("GET", "10:04:59", True), ("GET", "10:05:00", False), ("POST", "10:14:59", True), ("POST", "10:15:00", False)],
)
def test_a_form_opens_for_five_minutes_and_can_be_sent_for_fifteen(
    inside: Client, method: str, moment: str, allowed: bool
) -> None:
    answer = ask(inside, moment, method)
    assert (answer.content == b"done 7") is allowed
    assert led_to(answer) == ("" if allowed else "/bevestigen/code/")


def test_a_code_confirms_and_leads_back(inside: Client, settled: Person) -> None:
    with time_machine.travel("2026-05-04T10:20:00+02:00", tick=False):
        answer = inside.post("/bevestigen/code/?next=/functie/", {"code": code_now(), "next": "/functie/"})
    assert led_to(answer) == "/functie/"
    assert ask(inside, "10:21:00").content == b"done 7"
    assert Entry.objects.filter(verb="confirmed_again", account_id=settled.account.pk).count() == 1


def test_a_wrong_code_confirms_nothing(inside: Client) -> None:
    with time_machine.travel("2026-05-04T10:20:00+02:00", tick=False):
        assert inside.post("/bevestigen/code/", {"code": "000000"}).status_code == 422
    assert led_to(ask(inside, "10:21:00")) == "/bevestigen/code/"


def test_a_password_is_no_confirmation(client: Client, an: Person) -> None:
    with time_machine.travel(TEN, tick=False):
        give_password(client)
    assert led_to(ask(client, "10:00:01")) == "/beveiliging/"


def test_who_is_not_signed_in_is_asked_to(client: Client, db: None) -> None:
    request = client.get("/aanmelden/").wsgi_request
    assert led_to(grant(request, 7)) == "/aanmelden/"


def site_of(answer: Any) -> str:
    """The site to which an answer leads a browser that is on ours."""
    return urlsplit(urljoin("http://testserver/aanmelden/", str(answer.headers["Location"]).replace("\\", "/"))).netloc


@pytest.mark.parametrize("where", FOREIGN)
def test_no_address_leads_to_another_site_after_signing_in(client: Client, where: str) -> None:
    make_person()
    answer = give_password(client, next=where)
    assert (answer.status_code, site_of(answer)) == (302, "testserver")


@pytest.mark.parametrize("where", FOREIGN)
def test_no_address_leads_to_another_site_after_a_confirmation(inside: Client, where: str) -> None:
    with time_machine.travel("2026-05-04T10:20:00+02:00", tick=False):
        answer = inside.post("/bevestigen/code/", {"code": code_now(), "next": where})
    assert (answer.status_code, site_of(answer)) == (302, "testserver")
