"""What a look at the confidential part is for: asked where it does not speak for itself, and kept for the session."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from tests.dossier.world import World, fill
from tests.review.people import opened_by
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case, Obligation
from vlechtwerk.history.tasks import has_task
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement, InvolvementReason

OWNER = frozenset({"work_case_manager"})


@pytest.fixture
def world(scene: Scene) -> World:
    """The file with its notes, and everybody with access."""
    made = World(scene)
    fill(made)
    made.give_all()
    return made


def nothing_owed(world: World, role: Role) -> Client:
    """The browser of somebody who owes nothing in the case any more."""
    Obligation.objects.filter(case=world.scene.case).update(done_on="2026-04-30")
    return world.scene.as_(role)


def purposes(world: World) -> set[str | None]:
    """What the looks at the confidential part were for."""
    lines = Entry.objects.filter(verb=Verb.FILE_READ, part="confidential", file_id=world.file.pk)
    return set(lines.values_list("purpose", flat=True))


@pytest.mark.parametrize("role", [Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CLIENT])
def test_ordinary_work_is_asked_nothing(world: World, role: Role) -> None:
    assert world.scene.as_(role).get(world.url).status_code == 200
    assert purposes(world) == {"own_file" if role is Role.CLIENT else "guidance"}


def test_who_owes_nothing_there_is_asked_before_anything_is_shown(world: World) -> None:
    asked = nothing_owed(world, Role.WORK_CASE_MANAGER).get(world.url)
    assert (asked.status_code, asked["Location"]) == (302, f"{world.url}waarvoor/?to=dossier")
    assert (asked.content, purposes(world)) == (b"", set())


def test_the_answer_stands_in_the_record_and_holds_for_the_session(world: World) -> None:
    browser = nothing_owed(world, Role.WORK_CASE_MANAGER)
    told = {"purpose": "hand_over", "idempotency_key": str(uuid4())}
    assert browser.post(f"{world.url}waarvoor/?to=dossier_access", told)["Location"] == f"{world.url}toegang/"
    assert [browser.get(f"{world.url}{page}").status_code for page in ("", "toegang/", "schrijven/")] == [200] * 3
    assert purposes(world) == {"hand_over"}
    assert signed_in(world.position(Role.WORK_CASE_MANAGER)).get(world.url).status_code == 302


def test_an_answer_for_one_case_is_none_for_another(world: World) -> None:
    browser = nothing_owed(world, Role.WORK_CASE_MANAGER)
    browser.post(f"{world.url}waarvoor/", {"purpose": "hand_over", "idempotency_key": str(uuid4())})
    other = world.scene.cast.open(name="Ander")
    Obligation.objects.filter(case=other).update(done_on="2026-04-30")
    assert browser.get(f"/trajecten/{other.pk}/luik/toegang/").status_code == 302


@pytest.mark.parametrize("answer", ["", "curiosity", "review"])
def test_only_what_stands_in_the_list_is_an_answer(world: World, answer: str) -> None:
    browser = nothing_owed(world, Role.WORK_CASE_MANAGER)
    told = {"purpose": answer, "idempotency_key": str(uuid4())}
    assert browser.post(f"{world.url}waarvoor/", told).status_code == 422
    assert browser.get(world.url).status_code == 302


def test_the_question_shows_nothing_of_the_file(world: World) -> None:
    text = text_of(nothing_owed(world, Role.WORK_CASE_MANAGER).get(f"{world.url}waarvoor/"))
    assert "Waarvoor kijkt u?" in text
    assert [word for word in ("KANARIE", str(world.file.person)) if word in text] == []


def test_it_leads_to_our_own_pages_only(world: World) -> None:
    browser = nothing_owed(world, Role.WORK_CASE_MANAGER)
    told = {"purpose": "guidance", "idempotency_key": str(uuid4())}
    answer = browser.post(f"{world.url}waarvoor/?to=//elders.example", told)
    assert answer["Location"] == world.url


def test_a_note_that_is_sent_is_never_lost_to_the_question(world: World) -> None:
    browser = nothing_owed(world, Role.WORK_CASE_MANAGER)
    assert browser.post(f"{world.url}schrijven/", {"text": "Lang getypt."}).status_code == 422


def involved(role: Role, reason: InvolvementReason = InvolvementReason.ASSIGNMENT) -> Involvement:
    """A part in a file."""
    return Involvement(capacity=role, reason=reason, from_on=date(2026, 1, 1))


def test_a_stand_in_and_a_look_after_the_end_do_not_speak_for_themselves() -> None:
    assert has_task([involved(Role.WORK_CASE_MANAGER)], OWNER, over=False)
    assert not has_task([involved(Role.WORK_CASE_MANAGER, InvolvementReason.ABSENCE)], OWNER, over=False)
    assert not has_task([involved(Role.WORK_CASE_MANAGER)], OWNER, over=True)


def test_what_the_team_owes_both_case_managers_owe_and_a_provider_carries_out_an_action() -> None:
    team = frozenset({"case_management_team"})
    assert has_task([involved(Role.CARE_CASE_MANAGER)], team, over=False)
    assert has_task([involved(Role.WORK_PROVIDER)], frozenset(), over=False)
    assert not has_task([involved(Role.NETWORK_COORDINATOR)], team, over=False)


def test_the_reason_of_emergency_access_is_asked_once(world: World, officer: Position) -> None:
    opened_by(officer, Case.objects.get(pk=world.scene.case.pk))
    assert signed_in(officer).get(world.url).status_code == 200
    assert purposes(world) == {"complaint"}
