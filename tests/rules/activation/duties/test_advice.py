"""The final advice: who registers what, what is asked at VDAB first, and what the advice rests on."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.advice import (
    ActionReport,
    AdviceDraft,
    AdvicePreparation,
    advice_is_founded_and_joint,
    advice_is_one_of_four,
    awaits_vdab,
    client_hears_advice_and_next_steps,
    every_action_is_accounted_for,
    finished_plan_does_not_wait,
    providers_to_remind,
    screening_service_validates_welfare,
    social_economy_follows_the_right,
    support_in_the_regular_circuit_is_asked,
    vdab_is_asked_first,
)
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role

BOTH = frozenset({Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER})
DAY = date(2027, 6, 29)
DRAFT = AdviceDraft(BOTH, "the internship went well", date(2027, 6, 15), ("a job coach",), DAY)
WELFARE = AdvicePreparation(Advice.WELFARE, {Role.DGS: date(2027, 6, 10)}, date(2027, 7, 2))


@pytest.mark.rule("AT-146")
def test_a_final_advice_is_founded_and_carried_by_both() -> None:
    assert advice_is_founded_and_joint(DRAFT) == ()
    alone = replace(DRAFT, agreed_by=frozenset({Role.WORK_CASE_MANAGER}))
    assert advice_is_founded_and_joint(alone) == ("agreed",)
    assert advice_is_founded_and_joint(replace(DRAFT, motivation="")) == ("motivation",)


@pytest.mark.rule("AT-146")
def test_the_client_hears_the_advice_on_the_day_of_registration_at_the_latest() -> None:
    assert advice_is_founded_and_joint(replace(DRAFT, discussed_on=DAY)) == ()
    assert advice_is_founded_and_joint(replace(DRAFT, discussed_on=date(2027, 6, 30))) == ("discussed",)
    assert advice_is_founded_and_joint(replace(DRAFT, discussed_on=None)) == ("discussed",)


@pytest.mark.rule("AT-151")
def test_the_client_is_offered_at_least_one_next_step() -> None:
    assert client_hears_advice_and_next_steps(DRAFT) == ()
    assert client_hears_advice_and_next_steps(replace(DRAFT, next_steps=())) == ("next_steps",)
    assert client_hears_advice_and_next_steps(replace(DRAFT, discussed_on=None)) == ("discussed",)


@pytest.mark.rule("AT-202")
def test_a_plan_that_is_finished_early_gives_an_early_advice() -> None:
    last_report = date(2027, 6, 1)
    assert finished_plan_does_not_wait(last_report, advice_on=None, on=date(2027, 6, 29)) == ()
    assert finished_plan_does_not_wait(last_report, advice_on=None, on=date(2027, 6, 30)) == ("advice",)
    assert finished_plan_does_not_wait(last_report, advice_on=DAY, on=date(2027, 6, 30)) == ()


@pytest.mark.rule("AT-207")
def test_a_cancelled_action_with_a_reason_needs_no_report() -> None:
    reported = [ActionReport(f"provider {number}", date(2027, 5, 28)) for number in range(3)]
    assert every_action_is_accounted_for([*reported, ActionReport("D", cancelled_because="moved away")]) == ()
    assert every_action_is_accounted_for([*reported, ActionReport("D")]) == ("reports",)


@pytest.mark.rule("AT-207")
def test_the_provider_whose_report_is_missing_is_named() -> None:
    actions = [ActionReport("A", date(2027, 5, 28)), ActionReport("D"), ActionReport("D")]
    assert providers_to_remind(actions) == ("D",)


@pytest.mark.rule("AT-211")
@pytest.mark.parametrize(
    ("advice", "missing"),
    [
        (Advice.NEC, ()),
        (Advice.SEC, ("tom_team",)),
        (Advice.AMA, ("trusted_advisor", "registered")),
        (Advice.WELFARE, ("dgs", "registered")),
    ],
)
def test_each_advice_names_whom_to_ask_first(advice: Advice, missing: tuple[str, ...]) -> None:
    assert vdab_is_asked_first(AdvicePreparation(advice), DAY) == missing


@pytest.mark.rule("AT-211")
def test_asking_another_service_does_not_help() -> None:
    wrong = AdvicePreparation(Advice.SEC, {Role.DGS: date(2027, 6, 10)})
    assert vdab_is_asked_first(wrong, DAY) == ("tom_team",)
    right = AdvicePreparation(Advice.SEC, {Role.TOM_TEAM: date(2027, 6, 29)})
    assert vdab_is_asked_first(right, DAY) == ()
    assert vdab_is_asked_first(right, date(2027, 6, 28)) == ("tom_team",)


@pytest.mark.rule("AT-211")
def test_the_final_advice_follows_the_registration_by_vdab() -> None:
    assert vdab_is_asked_first(WELFARE, date(2027, 7, 1)) == ("registered",)
    assert vdab_is_asked_first(WELFARE, date(2027, 7, 2)) == ()


@pytest.mark.rule("AT-211")
def test_waiting_for_vdab_explains_a_late_advice() -> None:
    assert not awaits_vdab(WELFARE, date(2027, 6, 9))
    assert awaits_vdab(WELFARE, date(2027, 6, 10))
    assert awaits_vdab(WELFARE, date(2027, 7, 1))
    assert not awaits_vdab(WELFARE, date(2027, 7, 2))
    assert not awaits_vdab(AdvicePreparation(Advice.NEC), DAY)


@pytest.mark.rule("AT-212")
@pytest.mark.parametrize("code", ["NEC", "REC", "SEC", "AMA", "WELFARE"])
def test_there_are_four_final_advices_of_which_one_has_two_names(code: str) -> None:
    assert advice_is_one_of_four(code) == ()
    assert Advice("REC") is Advice.NEC


@pytest.mark.rule("AT-212")
def test_any_other_advice_is_refused() -> None:
    assert advice_is_one_of_four("EDUCATION") == ("advice",)


@pytest.mark.rule("AT-213")
def test_support_that_is_meant_but_not_asked_gives_a_warning() -> None:
    assert support_in_the_regular_circuit_is_asked(support_meant=True, asked_of_team_tom=False) == ("asked",)
    assert support_in_the_regular_circuit_is_asked(support_meant=True, asked_of_team_tom=True) == ()
    assert support_in_the_regular_circuit_is_asked(support_meant=False, asked_of_team_tom=False) == ()


@pytest.mark.rule("AT-214")
def test_the_social_economy_is_registered_from_the_day_the_right_is_granted() -> None:
    work, granted = Role.WORK_CASE_MANAGER, date(2027, 6, 20)
    assert social_economy_follows_the_right(work, granted_on=None, registered_on=granted) == ("granted",)
    assert social_economy_follows_the_right(work, granted_on=granted, registered_on=date(2027, 6, 19)) == ("granted",)
    assert social_economy_follows_the_right(work, granted_on=granted, registered_on=date(2027, 6, 20)) == ()
    tom = social_economy_follows_the_right(Role.TOM_TEAM, granted_on=granted, registered_on=granted)
    assert tom == ("work_case_manager",)


@pytest.mark.rule("AT-216")
@pytest.mark.parametrize("answer", [None, False])
def test_welfare_is_blocked_until_the_screening_service_agrees(answer: bool | None) -> None:
    assert screening_service_validates_welfare(Role.DGS, agreed=answer) == ("agreed",)
    assert screening_service_validates_welfare(Role.DGS, agreed=True) == ()
    assert screening_service_validates_welfare(Role.WORK_CASE_MANAGER, agreed=True) == ("dgs",)
