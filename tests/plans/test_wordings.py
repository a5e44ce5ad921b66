"""Writing the plan: from goals to a wording in which nothing is missing."""

import re
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, CARER, WORK
from tests.plans.world import CLIENT, COORDINATOR, FRAME, INTERNSHIP, SHARED, THERAPY, PlanWorld
from tests.scene import text_of
from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.duties.care_providers import care_tasks
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role


@pytest.mark.rule("AT-082")
def test_a_plan_holds_the_goals_the_actions_and_the_six_parts(world: PlanWorld) -> None:
    world.complete()
    for role in (WORK, CARE, CLIENT):
        page = world.words(role)
        for words in ("Drie halve dagen per week volhouden", THERAPY["text"], INTERNSHIP["text"], FRAME["aim"]):
            assert words in page
        assert "Ontbreekt voor de ondertekening" not in page


@pytest.mark.rule("AT-082")
@pytest.mark.parametrize("name", FRAME)
def test_a_part_of_the_decree_that_is_not_there_is_told_with_its_rule(world: PlanWorld, name: str) -> None:
    world.goal()
    world.frame(CARE, **{name: ""})
    assert "Ontbreekt voor de ondertekening" in world.words(CARE)
    assert "AT-082" in world.page(CARE).content.decode()


@pytest.mark.rule("AT-083")
def test_a_plan_without_an_internship_tells_so(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    world.act(CARE, THERAPY)
    assert "AT-083" in world.page(CARE).content.decode()
    world.act(WORK, INTERNSHIP)
    assert "AT-083" not in world.page(CARE).content.decode()


@pytest.mark.rule("AT-091")
@pytest.mark.parametrize("name", ["starts_on", "evaluated_on"])
def test_an_action_without_its_days_is_kept_and_told(world: PlanWorld, name: str) -> None:
    world.goal()
    world.frame()
    world.act(CARE, THERAPY, **{name: ""})
    assert "AT-091" in world.page(CARE).content.decode()


@pytest.mark.rule("AT-084")
def test_a_plan_without_care_tells_so(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    world.act(WORK, INTERNSHIP)
    assert "AT-084" in world.page(CARE).content.decode()
    world.act(CARE, THERAPY)
    assert "AT-084" not in world.page(CARE).content.decode()


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"evaluated_on": "2028-03-01"}, "AT-088", marks=pytest.mark.rule("AT-088")),
        pytest.param(
            {"starts_on": "2026-10-02", "evaluated_on": "2026-10-30"}, "AT-102", marks=pytest.mark.rule("AT-102")
        ),
        pytest.param({"need": ""}, "AT-101", marks=pytest.mark.rule("AT-101")),
    ],
)
def test_what_a_rule_has_against_an_action_is_told_beside_the_plan(
    world: PlanWorld, changed: dict[str, str], rule: str
) -> None:
    world.complete()
    assert rule not in world.page(CARE).content.decode()
    code = next(one.code for one in world.latest().told.actions if one.domain == "care")
    world.act(CARE, THERAPY, change=code, **changed)
    assert rule in world.page(CARE).content.decode()


@pytest.mark.rule("AT-098")
@pytest.mark.parametrize(("starts_on", "told"), [("2026-08-30", True), ("2026-08-31", False)])
def test_an_action_that_starts_before_the_one_it_builds_on_is_evaluated_is_told(
    world: PlanWorld, starts_on: str, told: bool
) -> None:
    world.complete()
    codes = {one.domain: one.code for one in world.latest().told.actions}
    world.act(WORK, INTERNSHIP, change=codes[Domain.WORK], after=[codes[Domain.CARE]], starts_on=starts_on)
    assert ("AT-098" in world.page(CARE).content.decode()) is told


@pytest.mark.rule("AT-004")
def test_another_procedure_has_no_trajectory_plan(world: PlanWorld) -> None:
    assert world.page(CARE).status_code == 200
    Case.objects.filter(pk=world.scene.case.pk).update(procedure="recognition")
    assert world.page(CARE).status_code == 404


@pytest.mark.rule("AT-176")
def test_the_form_of_a_care_action_offers_the_seven_tasks(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    form = world.page(CARE, "actie/").content.decode()
    assert all(f'value="{task}"' in form for task in care_tasks.points)
    assert len(care_tasks.points) == 7


@pytest.mark.rule("AT-176")
def test_a_plan_with_a_care_action_without_a_task_is_not_signed(world: PlanWorld) -> None:
    world.complete()
    code = next(one.code for one in world.latest().told.actions if one.domain == "care")
    assert world.act(CARE, THERAPY, change=code, task="").status_code == 302
    answer = world.sign(CARE)
    assert answer.status_code == 422
    assert "AT-176" in answer.content.decode()
    assert world.act(CARE, THERAPY, change=code).status_code == 302
    assert world.sign(CARE).status_code == 302


@pytest.mark.rule("AT-180")
def test_an_alternative_treatment_is_told_to_be_impossible(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    world.act(CARE, THERAPY, discipline="Osteopathy")
    assert "AT-180" in world.page(CARE).content.decode()


@pytest.mark.rule("AT-082")
def test_nobody_writes_the_part_of_the_other(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    answer = world.act(WORK, THERAPY)
    assert answer.status_code == 422
    assert "AT-082" in answer.content.decode()
    assert THERAPY["text"] not in world.words(WORK)


@pytest.mark.rule("AT-243")
def test_who_was_not_named_does_not_see_the_plan(world: PlanWorld) -> None:
    world.complete()
    assert THERAPY["text"] not in world.words(CARER)
    assert THERAPY["text"] in world.words(COORDINATOR)


def test_a_plan_is_shared_with_both_case_managers(world: PlanWorld) -> None:
    world.goal()
    answer = world.frame(audience=["care_case_manager"])
    assert answer.status_code == 422
    assert "deel het met beide casemanagers" in text_of(answer)


@pytest.mark.parametrize("role", [CARER, COORDINATOR, CLIENT, Role.WORK_PROVIDER])
def test_only_case_managers_write_the_plan(world: PlanWorld, role: Role) -> None:
    world.complete()
    told = {**FRAME, **SHARED, "idempotency_key": str(uuid4())}
    assert world.visitor(role).post(f"{world.plan_url}afspraken/", told).status_code == 404


def test_sending_a_form_twice_saves_one_wording(world: PlanWorld) -> None:
    world.goal()
    key = str(uuid4())
    assert [world.frame(idempotency_key=key).status_code for _ in range(2)] == [302, 302]
    assert world.latest().revision == 1


def test_an_action_can_be_taken_out_again(world: PlanWorld) -> None:
    world.complete()
    code = next(one.code for one in world.latest().told.actions if one.text == THERAPY["text"])
    assert world.act(CARE, THERAPY, change=code, remove="on").status_code == 302
    assert THERAPY["text"] not in world.words(CARE)


def test_what_a_plan_costs_is_told_to_who_reads_about_money(world: PlanWorld) -> None:
    world.complete()
    assert "€ 2.000,00" in world.words(COORDINATOR)
    world.frame(audience=[*SHARED["audience"], "care_provider"])
    page = world.words(CARER)
    assert THERAPY["text"] in page
    assert "€" not in page


@pytest.mark.rule("AT-112")
def test_a_plan_that_was_shared_with_consent_stays_shared_with_the_same_people(world: PlanWorld) -> None:
    world.goal()
    told = {**SHARED, "audience": [str(WORK), str(CARE), str(COORDINATOR), str(Role.WORK_PROVIDER)]}
    world.frame(CARE, **told)
    assert "ziet deze versie nog niet" not in world.words(CARE)
    page = world.page(CARE, "actie/").content.decode()
    for role in (WORK, CARE, COORDINATOR, Role.WORK_PROVIDER):
        assert re.search(rf'value="{role}"[^>]* checked', page), role


@pytest.mark.rule("AT-112")
def test_a_plan_that_the_coordinator_cannot_read_says_so(world: PlanWorld) -> None:
    world.goal()
    world.frame(CARE, audience=[str(WORK), str(CARE)])
    assert "De netwerkcoördinator ziet deze versie nog niet." in world.words(CARE)
