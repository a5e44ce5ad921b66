"""In which position somebody acts."""

from datetime import date

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

from tests.cast import LONG_AGO, Cast
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry
from vlechtwerk.organisations.acting import acting_position, in_position
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role

ASKED = "/functie/"


def second_position(cast: Cast, until_on: date | None = None) -> Position:
    """Another position of the work case manager."""
    first = cast[Role.WORK_CASE_MANAGER]
    organisation = Organisation.objects.create(name="OCMW Testgemeente", kind=Organisation.Kind.OCMW)
    return Position.objects.create(
        account=first.account,
        organisation=organisation,
        region=cast.region,
        role=Role.CARE_CASE_MANAGER,
        from_on=LONG_AGO,
        until_on=until_on,
    )


def acting(client: Client) -> Position | None:
    """The position in which the visitor acts, as the choice page knows it."""
    answer = client.get(ASKED)
    found: Position | None = acting_position(answer.wsgi_request)
    return found


def test_who_has_one_position_acts_in_it_without_choosing(client: Client, cast: Cast) -> None:
    client.force_login(cast[Role.WORK_CASE_MANAGER].account)
    assert acting(client) == cast[Role.WORK_CASE_MANAGER]


def test_who_has_two_positions_chooses_one_and_can_switch(client: Client, cast: Cast) -> None:
    second = second_position(cast)
    client.force_login(second.account)
    assert acting(client) is None
    for one in (second, cast[Role.WORK_CASE_MANAGER]):
        assert client.post(ASKED, {"position": str(one.pk)}).status_code == 302
        assert acting(client) == one


def test_a_position_of_somebody_else_cannot_be_chosen(client: Client, cast: Cast) -> None:
    client.force_login(cast[Role.WORK_CASE_MANAGER].account)
    for wanted in (str(cast.outsider.pk), "no identifier", ""):
        assert client.post(ASKED, {"position": wanted}).status_code == 404


def test_a_position_that_ended_today_is_held_no_longer(client: Client, cast: Cast) -> None:
    second = second_position(cast)
    client.force_login(second.account)
    client.post(ASKED, {"position": str(second.pk)})
    Position.objects.filter(pk=second.pk).update(until_on=timezone.localdate())
    assert acting(client) is None


def test_choosing_a_position_is_noted(client: Client, cast: Cast) -> None:
    client.force_login(cast[Role.WORK_CASE_MANAGER].account)
    client.post(ASKED, {"position": str(cast[Role.WORK_CASE_MANAGER].pk)})
    assert Entry.objects.get(verb="position_chosen").position_id == cast[Role.WORK_CASE_MANAGER].pk


def test_in_a_demonstration_anybody_fictional_can_be_chosen(client: Client, cast: Cast) -> None:
    page = client.get("/demo/")
    assert page.status_code == 200
    assert "Network_Coordinator" in page.content.decode()
    assert client.post("/demo/", {"position": str(cast[Role.DGS].pk)}).status_code == 302
    assert acting(client) == cast[Role.DGS]


def test_somebody_who_is_not_fictional_cannot_be_chosen_in_a_demonstration(client: Client, cast: Cast) -> None:
    Account.objects.filter(pk=cast.outsider.account_id).update(is_demo=False)
    assert client.post("/demo/", {"position": str(cast.outsider.pk)}).status_code == 404
    assert "_auth_user_id" not in client.session


@override_settings(DEMO=False)
def test_outside_a_demonstration_there_is_no_such_page(client: Client, cast: Cast) -> None:
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"position": str(cast[Role.DGS].pk)}).status_code == 404


@in_position
def some_page(request: HttpRequest, position: Position) -> HttpResponse:
    """A page that needs a position."""
    return HttpResponse(position.role)


@pytest.mark.parametrize(("page", "found"), [("demo", "/demo/?next="), ("account_login", "/aanmelden/?next=")])
def test_a_visitor_is_sent_to_sign_in_first(client: Client, db: None, page: str, found: str) -> None:
    request = client.get("/aanmelden/").wsgi_request
    with override_settings(LOGIN_URL=page):
        assert some_page(request).headers["Location"].startswith(found)


def test_who_holds_no_position_is_sent_to_the_choice(client: Client, cast: Cast) -> None:
    Position.objects.update(until_on=timezone.localdate())
    client.force_login(cast[Role.DGS].account)
    request = client.get(ASKED).wsgi_request
    assert some_page(request).headers["Location"].startswith("/functie/?next=")
