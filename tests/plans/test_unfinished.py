"""A half-typed plan or judgement comes back when its form is opened again, and is gone once it is recorded."""

import pytest

from tests.dossier.world import CARE, WORK
from tests.plans.test_steps import uploaded, written
from tests.plans.world import COORDINATOR, FRAME, SHARED, PlanWorld
from tests.scene import hidden
from tests.unsent.filling import key_in, rows
from tests.unsent.half import begin_half, is_back, send_rest
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

__all__ = ["uploaded", "written"]

TYPED = "Halftijds aan de slag als"


def test_a_half_typed_plan_comes_back_and_is_gone_once_it_is_saved(world: PlanWorld) -> None:
    world.goal()
    browser, url = world.visitor(CARE), f"{world.plan_url}afspraken/"
    begin_half(browser, url, aim=TYPED)
    assert is_back(browser, url, TYPED)
    assert send_rest(browser, url, **FRAME, **SHARED).status_code == 302
    assert rows(world) == []
    assert world.latest().told.agreements.aim == FRAME["aim"]


def test_a_half_typed_action_comes_back_in_its_own_form_alone(written: PlanWorld) -> None:
    browser, url = written.visitor(WORK), f"{written.plan_url}actie/"
    known = written.latest().told.actions[0].code
    begin_half(browser, f"{url}?actie={known}", need=TYPED)
    assert is_back(browser, f"{url}?actie={known}", TYPED)
    assert not is_back(browser, url, TYPED)


def test_half_a_plan_over_a_wording_that_changed_meanwhile_is_shown_beside_it(written: PlanWorld) -> None:
    browser, url = written.visitor(CARE), f"{written.plan_url}afspraken/"
    begin_half(browser, url, aim=TYPED, seen=hidden(browser.get(url), "seen"))
    assert written.frame(WORK, aim="Voltijds").status_code == 302
    page = browser.get(url)
    told = {"idempotency_key": key_in(page), "seen": hidden(page, "seen"), **FRAME, **SHARED}
    answer = browser.post(url, told)
    assert answer.status_code == 422
    assert "Voltijds" in answer.content.decode()


@pytest.mark.rule("AT-114")
def test_a_half_typed_judgement_comes_back_beside_the_costs_and_is_gone_once_it_is_given(uploaded: PlanWorld) -> None:
    browser, url = uploaded.visitor(COORDINATOR), f"{uploaded.plan_url}beoordelen/"
    seen = hidden(browser.get(url), "seen")
    begin_half(browser, url, text=TYPED, seen=seen)
    assert is_back(browser, url, TYPED)
    kept = [Compartment.objects.get(pk=one.compartment_id).kind for one in rows(uploaded, COORDINATOR)]
    assert kept == [Kind.COST]
    assert send_rest(browser, url, verdict="question", text="Is er een magazijn?", seen=seen).status_code == 302
    assert rows(uploaded, COORDINATOR) == []


def test_a_signature_is_no_draft(written: PlanWorld) -> None:
    assert "Bewaar als concept" not in written.words(WORK, "ondertekenen/")
