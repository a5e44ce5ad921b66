"""A sign-in that expires while somebody types loses nothing: what was sent is there when the same person is back."""

from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import TODAY, signed_in, text_of
from tests.unsent.filling import TYPED, begin, drawn, rows, typed_in, url_of
from vlechtwerk.organisations.models import Position

HALF_AN_HOUR_LATER = "2026-05-01T10:31:00+02:00"


def sent_signed_out(world: World, proof: str, **more: Any) -> Any:
    """What somebody gets who sends a form after the sign-in expired: the browser forgot who it was."""
    told = {"idempotency_key": str(uuid4()), "kind": "own_note", "text": TYPED, "_drawn": proof, **more}
    return Client().post(url_of(world), told)


@pytest.fixture
def proof(world: World) -> str:
    """What a page says that was drawn for the care case manager."""
    return drawn(world.visitor(CARE).get(url_of(world)))


def test_what_was_sent_after_the_sign_in_expired_stands_in_the_form_afterwards(world: World, proof: str) -> None:
    with time_machine.travel(HALF_AN_HOUR_LATER):
        answer = sent_signed_out(world, proof)
        assert (answer.status_code, f"next={url_of(world)}" in answer.url) == (302, True)
        page = world.visitor(CARE).get(url_of(world))
    assert typed_in(page) == TYPED
    assert "Concept van 1 mei 2026, 10.31 uur" in text_of(page)


def test_it_is_not_recorded_before_she_signs_in(world: World, proof: str) -> None:
    sent_signed_out(world, proof)
    assert TYPED not in text_of(world.visitor(CARE).get(world.url))


@pytest.mark.parametrize("role", [CARER, WORK])
def test_somebody_else_who_signs_in_on_the_same_computer_does_not_find_it(world: World, proof: str, role: Any) -> None:
    sent_signed_out(world, proof)
    assert rows(world, role) == []
    assert TYPED not in text_of(signed_in(world.position(role)).get(url_of(world), follow=True))


@pytest.mark.parametrize("changed", ["", "x", "WyJ4Il0:1x:y"])
def test_without_the_proof_of_a_page_of_ours_nothing_is_kept(world: World, changed: str) -> None:
    assert sent_signed_out(world, changed).status_code == 302
    assert rows(world) == []


def test_the_proof_of_another_form_keeps_nothing(world: World) -> None:
    other = drawn(world.visitor(CARE).get(f"{world.scene.url}vastleggen/evaluation_held/"))
    sent_signed_out(world, other)
    assert rows(world) == []


@pytest.mark.parametrize(("hour", "there"), [("2026-05-02T09:59:00+02:00", 1), ("2026-05-02T10:01:00+02:00", 0)])
def test_a_page_that_was_left_open_longer_than_a_day_proves_nothing(
    world: World, proof: str, hour: str, there: int
) -> None:
    with time_machine.travel(hour):
        sent_signed_out(world, proof)
        assert len(rows(world)) == there


def test_for_an_account_that_was_stopped_nothing_is_kept(world: World, proof: str) -> None:
    account = world.position(CARE).account
    account.is_active = False
    account.save()
    sent_signed_out(world, proof)
    assert rows(world) == []


def test_for_who_lost_access_meanwhile_nothing_is_kept(world: World, proof: str) -> None:
    file = world.file
    file.blocked_on = TODAY
    file.save()
    assert sent_signed_out(world, proof).status_code == 302
    file.blocked_on = None
    file.save()
    assert rows(world) == []


def test_the_script_is_told_that_the_sign_in_expired(world: World, proof: str) -> None:
    answer = sent_signed_out(world, proof, _keep="script")
    assert answer.status_code == 401
    assert "meld u opnieuw aan" in answer.json()["said"]
    assert len(rows(world)) == 1


@pytest.mark.parametrize(("own", "kept"), [(True, 1), (False, 0)])
def test_who_signed_in_and_chose_no_function_yet_keeps_only_the_own_words(
    world: World, proof: str, own: bool, kept: int
) -> None:
    position = world.position(CARE)
    account = position.account if own else world.position(CARER).account
    for role in ("vdab_mediator", "project_follower"):
        Position.objects.create(
            account=account, organisation=position.organisation, region=position.region, role=role, from_on=TODAY
        )
    browser = Client()
    browser.force_login(account)
    answer = browser.post(url_of(world), {"idempotency_key": str(uuid4()), "text": TYPED, "_drawn": proof})
    assert (answer.status_code, len(rows(world))) == (302, kept)


def test_the_same_form_sent_twice_signed_out_is_kept_once(world: World, proof: str) -> None:
    key = str(uuid4())
    for _ in range(2):
        sent_signed_out(world, proof, idempotency_key=key)
    assert len(rows(world)) == 1


def test_nothing_is_kept_of_who_only_looks_signed_out(world: World, proof: str) -> None:
    assert Client().get(url_of(world), {"_drawn": proof}).status_code == 302
    assert rows(world) == []


def test_a_form_that_was_begun_before_is_the_one_that_goes_on(world: World, proof: str) -> None:
    key = str(uuid4())
    begin(world, idempotency_key=key, text="Fien")
    sent_signed_out(world, proof, idempotency_key=key)
    assert typed_in(world.visitor(CARE).get(url_of(world))) == TYPED
