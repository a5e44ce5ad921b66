"""Two people at one plan: nothing is lost, and nobody overwrites what they did not see."""

from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from zeal import zeal_ignore

from tests.dossier.world import CARE, WORK
from tests.plans.test_steps import APPROVAL
from tests.plans.world import COORDINATOR, FRAME, INTERNSHIP, SHARED, THERAPY, PlanWorld, made
from tests.scene import hidden, text_of
from vlechtwerk.rules.roles import Role


def opened(world: PlanWorld, role: Role, step: str) -> dict[str, Any]:
    """What travels along unseen with a form that somebody opened."""
    form = world.page(role, step)
    names = [name for name in ("idempotency_key", "seen", "code") if f'name="{name}"' in form.content.decode()]
    return {name: hidden(form, name) for name in names}


def post(world: PlanWorld, role: Role, step: str, told: dict[str, Any]) -> Any:
    """What somebody gets who sends a form."""
    return world.visitor(role).post(f"{world.plan_url}{step}", told)


@pytest.fixture
def begun(world: PlanWorld) -> PlanWorld:
    """A plan with its goals and agreements."""
    world.goal()
    world.frame()
    return world


def test_the_second_sees_both_wordings_beside_each_other(begun: PlanWorld) -> None:
    late = opened(begun, WORK, "afspraken/")
    assert begun.frame(CARE, aim="Een opleiding tot magazijnier").status_code == 302
    told = {**late, **FRAME, **SHARED, "aim": "Werken in een kringwinkel"}
    answer = post(begun, WORK, "afspraken/", told)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "Er gaat niets van u verloren" in page
    assert "Werken in een kringwinkel Een opleiding tot magazijnier" in page
    again = {**told, "seen": hidden(answer, "seen"), "idempotency_key": str(uuid4())}
    assert post(begun, WORK, "afspraken/", again).status_code == 302
    assert begun.latest().told.agreements.aim == "Werken in een kringwinkel"


def test_an_action_that_the_first_added_stays_when_the_second_saves_on(begun: PlanWorld) -> None:
    late = opened(begun, WORK, "actie/")
    begun.act(CARE, THERAPY)
    told = {**late, **INTERNSHIP, **SHARED, "goals": [one.code for one in begun.latest().told.goals]}
    answer = post(begun, WORK, "actie/", told)
    again = {**told, "seen": hidden(answer, "seen"), "idempotency_key": str(uuid4())}
    assert post(begun, WORK, "actie/", again).status_code == 302
    assert {one.text for one in begun.latest().told.actions} == {THERAPY["text"], INTERNSHIP["text"]}


def test_a_signature_is_not_set_under_words_that_changed_meanwhile(begun: PlanWorld) -> None:
    begun.act(CARE, THERAPY)
    begun.act(WORK, INTERNSHIP)
    late = opened(begun, WORK, "ondertekenen/")
    begun.frame(CARE, aim="Iets anders")
    told = {**late, "capacity": "work_case_manager", "manner": "digital", "signed_on": "2026-05-01"}
    assert post(begun, WORK, "ondertekenen/", told).status_code == 422
    assert begun.words(WORK).lower().count("moet nog ondertekenen") == 3


@pytest.mark.rule("AT-247")
def test_who_lost_sight_of_the_plan_does_not_write_over_it(begun: PlanWorld) -> None:
    item = begun.latest().item
    consent = item.consents.get()
    url = f"{begun.url}{item.pk}/"
    sent = {"do": "withdraw", "consent": str(consent.pk), "idempotency_key": str(uuid4())}
    assert begun.visitor(Role.CLIENT).post(url, sent).status_code == 302
    assert FRAME["aim"] not in begun.words(WORK)
    answer = begun.frame(WORK, aim="Over de woorden van een ander")
    assert answer.status_code == 422
    assert "staat niet voor u open" in text_of(answer)


def save_together(world: PlanWorld) -> list[int]:
    """What two people get who send the agreements of a plan at the same moment."""
    forms, barrier, found = {role: opened(world, role, "afspraken/") for role in (WORK, CARE)}, Barrier(2), []

    def save(role: Role) -> None:
        told = {**forms[role], **FRAME, **SHARED, "aim": f"door {role}"}
        barrier.wait()
        with zeal_ignore():
            found.append(post(world, role, "afspraken/", told).status_code)
        connection.close()

    threads = [Thread(target=save, args=(role,)) for role in (WORK, CARE)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(found)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_the_same_moment_one_is_asked_to_look(transactional_db: None, today: object) -> None:
    world = made()
    world.goal()
    world.frame()
    assert save_together(world) == [302, 422]
    assert world.latest().revision == 2


@pytest.fixture
def uploaded(world: PlanWorld) -> PlanWorld:
    """A plan that everybody signed and that was uploaded."""
    world.complete()
    world.sign_all()
    world.send(CARE, "opladen/")
    return world


@pytest.mark.rule("AT-114")
def test_a_plan_that_changed_after_the_page_was_opened_is_judged_again_and_not_unseen(uploaded: PlanWorld) -> None:
    late = {**opened(uploaded, COORDINATOR, "beoordelen/"), **APPROVAL, "text": "Goed zo"}
    code = next(one.code for one in uploaded.latest().told.actions if one.domain == "care")
    change = {"change": code, "starts_on": "2026-05-18", "reason": "De ergotherapeut is ziek"}
    assert uploaded.act(CARE, THERAPY, **change).status_code == 302
    answer = post(uploaded, COORDINATOR, "beoordelen/", late)
    assert answer.status_code == 422
    assert "Bekijk eerst versie 1" in text_of(answer)
    assert "Goed zo" in text_of(answer)
    assert uploaded.scene.case.events.filter(name="plan_approved").count() == 0


@pytest.mark.rule("AT-120")
def test_a_version_that_was_answered_in_another_tab_is_not_answered_again(uploaded: PlanWorld) -> None:
    late = {**opened(uploaded, COORDINATOR, "beoordelen/"), "verdict": "returned", "text": "Te duur"}
    assert uploaded.send(COORDINATOR, "beoordelen/", verdict="returned", text="Geen plaats").status_code == 302
    assert post(uploaded, COORDINATOR, "beoordelen/", late).headers["Location"] == uploaded.plan_url
    assert uploaded.scene.case.events.filter(name="plan_returned").count() == 1
