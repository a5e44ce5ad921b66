"""The forms about access and places: for who may, with the reason for who may not, and behind the second factor."""

from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from tests.accounts.people import PASSWORD, Person, led_to, sign_in_fully
from tests.dossier.colleagues import colleague_of, parts_of, place
from tests.dossier.world import CARE, CARER, WORK, World, canary
from tests.scene import text_of
from vlechtwerk.dossier.deeds import DEEDS
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import Kind

AWAY = {"first": "2026-05-01", "last": "2026-05-14", "reason": "verlof"}
HANDING = {"last_day": "2026-05-01", "first_day": "2026-05-02", "reason": "andere opdracht"}


def send(world: World, role: Role, deed: str, **answers: Any) -> Any:
    """Send the form of a deed."""
    told = {"idempotency_key": str(uuid4()), **answers}
    return world.visitor(role).post(f"{world.url}toegang/{deed}/", told)


@pytest.mark.parametrize(
    ("role", "open_to"),
    [
        (WORK, {"geven", "meewerken", "doorverwijslijn", "opvolger", "vervanging", "beeindigen"}),
        (CARE, {"meewerken", "opvolger", "vervanging"}),
        (CARER, set()),
        (Role.CLIENT, set()),
    ],
)
def test_each_deed_is_for_who_does_it_and_tells_the_others_why_not(world: World, role: Role, open_to: set[str]) -> None:
    answers = {slug: world.visitor(role).get(f"{world.url}toegang/{slug}/") for slug in DEEDS}
    assert {slug for slug, answer in answers.items() if answer.status_code == 200} == open_to
    for slug in DEEDS.keys() - open_to:
        assert answers[slug].status_code == 403
        assert DEEDS[slug].rule.id in text_of(answers[slug])


def test_a_deed_that_does_not_exist_and_an_outsider_get_the_same(world: World) -> None:
    assert world.visitor(WORK).get(f"{world.url}toegang/onbekend/").status_code == 404
    assert {world.visitor(None).get(f"{world.url}toegang/{slug}/").status_code for slug in DEEDS} == {404}


@pytest.mark.rule("AT-026")
def test_a_gap_in_a_hand_over_is_refused_in_the_browser_with_its_rule(world: World) -> None:
    told = {"place": str(place(world, CARE).pk), "to": str(colleague_of(world, CARE).pk), **HANDING}
    answer = send(world, CARE, "opvolger", **{**told, "first_day": "2026-05-03"})
    assert answer.status_code == 422
    assert "AT-026" in text_of(answer)
    assert "andere opdracht" in answer.content.decode()
    assert send(world, CARE, "opvolger", **told).status_code == 302
    assert len(parts_of(world, CARE)) == 2


def test_who_hands_over_from_today_on_without_access_ends_at_the_own_list(world: World) -> None:
    told = {"place": str(place(world, WORK).pk), "to": str(colleague_of(world, WORK).pk), **HANDING}
    answer = send(world, WORK, "opvolger", **{**told, "last_day": "2026-04-30", "first_day": "2026-05-01"})
    assert led_to(answer) == "/"
    assert world.visitor(WORK).get(world.scene.url).status_code == 404


def test_a_colleague_stands_in_through_the_form_and_twice_is_once(world: World) -> None:
    told = {"colleague": str(colleague_of(world, CARE).pk), **AWAY, "idempotency_key": str(uuid4())}
    assert [send(world, CARE, "vervanging", **told).status_code for _ in range(2)] == [302, 302]
    assert len(parts_of(world, CARE)) == 2
    assert send(world, CARE, "vervanging", **{**told, "last": "2026-04-30"}).status_code == 422


def test_the_one_who_asked_ends_the_stand_in_and_nothing_else(world: World) -> None:
    world.give_all()
    send(world, CARE, "vervanging", colleague=str(colleague_of(world, CARE).pk), **AWAY)
    page = text_of(world.visitor(CARE).get(f"{world.url}toegang/beeindigen/"))
    assert "Nieuw Gezicht" in page
    assert "toegang tot" not in page
    part = Involvement.objects.get(stands_in_for=place(world, CARE))
    assert send(world, CARE, "beeindigen", ends=str(place(world, CARER).pk)).status_code == 422
    assert send(world, CARE, "beeindigen", ends=str(part.pk)).status_code == 302
    assert not Involvement.objects.filter(pk=part.pk, until_on__gt="2026-05-01").exists()


@pytest.mark.rule("AT-242")
def test_what_binds_each_person_stands_beside_the_name(world: World) -> None:
    page = text_of(world.visitor(Role.CLIENT).get(f"{world.url}toegang/"))
    assert page.count("Gebonden door beroepsgeheim") == 2
    assert page.count("Gebonden door discretieplicht") == 7
    assert canary(world.part(Kind.SHARED)) not in page


def test_the_demonstration_says_that_it_asks_no_second_factor(world: World) -> None:
    assert "geen tweede factor gevraagd" in text_of(world.visitor(WORK).get(f"{world.url}toegang/geven/"))


@pytest.fixture
def real(world: World, client: Client) -> Client:
    """A browser in which the work case manager, who is no demonstration person now, gave a second factor at ten."""
    account = world.position(WORK).account
    account.set_password(PASSWORD)
    account.is_demo = False
    account.save()
    person = Person(account, world.position(WORK))
    person.sets_up_app()
    person.undertakes()
    sign_in_fully(client, account.username)
    return client


def test_elsewhere_every_deed_asks_the_second_factor_again_and_looking_does_not(world: World, real: Client) -> None:
    url = f"{world.url}toegang/"
    assert real.get(f"{url}geven/").status_code == 200
    with time_machine.travel("2026-05-01T10:20:00+02:00"):
        assert real.get(url).status_code == 200
        assert {led_to(real.get(f"{url}{slug}/")) for slug in DEEDS} == {"/bevestigen/code/"}
        answers = {"to": str(place(world, WORK).pk), "parts": "shared", "reason": "nodig"}
        assert led_to(real.post(f"{url}geven/", answers)) == "/bevestigen/code/"
    assert not place(world, WORK).grants.filter(until_on=None).exists()
