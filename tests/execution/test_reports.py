"""Reports while the plan is carried out: who writes them, what the rules ask, and what they record."""

from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import AGREED, happened, report, reports, send
from tests.scene import text_of
from vlechtwerk.consent.models import State
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind

PLACE = {
    "employer": "Bakkerij De Testoven",
    "occupation": "hulpbakker",
    "fit": "Fien wil met haar handen werken.",
    "aims": ["work_experience"],
    "hours": "8",
    "growth": "8, dan 16 uur",
}
FOUR_POINTS = {
    "employers": "Vijf bakkerijen, geen plaats.",
    "feedback": "Besproken en verwerkt.",
    "reorientation": "Ook in groothuishoudens gezocht.",
    "other_actions": "Twee bedrijfsbezoeken.",
}
EVALUATION = {
    "attended_by": ["client", "work_case_manager", "care_case_manager"],
    "result": "De acties lopen.",
    "rights_check": "not_applicable",
}
ACTION = {"action": "Sollicitatietraining", "domain": "work", "outcome": "carried_out", "result": "Geslaagd."}
PROVIDER, CARER = Role.WORK_PROVIDER, Role.CARE_PROVIDER


def stored(answer: Any) -> bool:
    """Whether a report was stored."""
    return bool(answer.status_code == 302)


def page_of(world: World, role: Role) -> str:
    """The words of the list of reports."""
    return text_of(world.visitor(role).get(f"{world.scene.url}luik/verslagen/"))


@pytest.mark.rule("AT-207")
def test_a_provider_reports_on_an_action_and_the_last_report_is_registered(world: World) -> None:
    assert stored(report(world, PROVIDER, "action_report", **ACTION))
    assert happened(world, "last_report_registered") == []
    assert stored(report(world, PROVIDER, "action_report", **ACTION, is_last="on"))
    assert len(happened(world, "last_report_registered")) == 1
    assert "Geslaagd." in page_of(world, CARE)


@pytest.mark.rule("AT-207")
def test_an_action_that_was_cancelled_has_a_reason(world: World) -> None:
    assert not stored(report(world, PROVIDER, "action_report", **{**ACTION, "outcome": "cancelled", "result": ""}))


@pytest.mark.rule("AT-154")
@pytest.mark.parametrize("absent", ["client", "work_case_manager", "care_case_manager"])
def test_an_evaluation_without_one_of_the_three_is_refused_and_nothing_is_kept(world: World, absent: str) -> None:
    there = [one for one in EVALUATION["attended_by"] if one != absent]
    assert not stored(report(world, WORK, "evaluation", **{**EVALUATION, "attended_by": there}))
    assert (happened(world, "evaluation_held"), reports(world, WORK)) == ([], [])


@pytest.mark.rule("AT-158")
def test_an_evaluation_is_kept_as_such_and_recorded(world: World) -> None:
    assert stored(report(world, CARE, "evaluation", **EVALUATION))
    assert len(happened(world, "evaluation_held")) == 1
    assert "Tussentijdse evaluatie, 20 april 2026" in page_of(world, WORK)


@pytest.mark.rule("AT-159")
def test_an_evaluation_looks_at_the_support_rights(world: World) -> None:
    assert not stored(report(world, CARE, "evaluation", **{**EVALUATION, "rights_check": ""}))


@pytest.mark.rule("AT-109")
@pytest.mark.rule("AT-181")
def test_several_internships_follow_each_other(world: World) -> None:
    for day in ("2026-04-20", "2026-04-27"):
        assert stored(report(world, PROVIDER, "internship", **PLACE, happened_on=day))
    assert len(reports(world, WORK)) == 2


@pytest.mark.rule("AT-192")
def test_an_internship_beside_a_job_is_refused(world: World) -> None:
    answer = report(world, PROVIDER, "internship", **PLACE, employed="on")
    assert "AT-192" in text_of(answer)
    assert happened(world, "action_started") == []


@pytest.mark.rule("AT-191")
def test_an_internship_about_technical_skills_alone_is_motivated(world: World) -> None:
    only = {**PLACE, "aims": ["technical_skill"]}
    assert not stored(report(world, PROVIDER, "internship", **only))
    assert stored(report(world, PROVIDER, "internship", **only, reason="Zij leert de machine kennen."))


@pytest.mark.rule("AT-194")
@pytest.mark.parametrize("point", sorted(FOUR_POINTS))
def test_without_an_internship_all_four_points_are_shown(world: World, point: str) -> None:
    assert not stored(report(world, PROVIDER, "no_internship", **{**FOUR_POINTS, point: " "}))
    assert happened(world, "no_internship_motivated") == []


@pytest.mark.rule("AT-193")
def test_the_work_provider_motivates_and_the_care_side_does_not(world: World) -> None:
    for role in (CARE, CARER):
        assert report(world, role, "no_internship", **FOUR_POINTS).status_code == 404
    assert stored(report(world, PROVIDER, "no_internship", **FOUR_POINTS))
    assert len(happened(world, "no_internship_motivated")) == 1


@pytest.mark.rule("AT-166")
def test_suspending_care_plans_an_internship_at_once_and_stays_unknown_to_vdab(world: World) -> None:
    told = {"facts": "Fien komt niet meer naar de sessies."}
    assert not stored(report(world, CARE, "care_suspended", **told))
    assert stored(report(world, CARE, "care_suspended", **told, internship_from="2026-05-04"))
    assert len(happened(world, "care_suspended")) == 1
    assert reports(world, Role.TRUSTED_ADVISOR) == []


@pytest.mark.rule("AT-167")
def test_resuming_care_rests_on_agreements(world: World) -> None:
    report(world, CARE, "care_suspended", facts="Komt niet.", internship_from="2026-05-04")
    assert not stored(report(world, CARE, "care_resumed", agreements="", happened_on="2026-04-27"))
    assert stored(report(world, CARE, "care_resumed", agreements="Elke week een gesprek.", happened_on="2026-04-27"))
    assert len(happened(world, "care_resumed")) == 1


def test_an_interruption_has_an_end_and_is_kept_with_what_shows_it(world: World) -> None:
    told = {"cause": "illness", "category_changed_on": "2026-04-21"}
    assert not stored(report(world, WORK, "interruption", **told))
    assert not stored(report(world, WORK, "interruption", **told, until="2026-04-19"))
    assert stored(report(world, WORK, "interruption", **told, until="2026-04-20"))
    assert happened(world, "interrupted")[0]["reason"] == "illness"


@pytest.mark.rule("AT-189")
@pytest.mark.parametrize("situation", ["need", "shortcoming", "unfeasible"])
def test_both_case_managers_get_a_signal_when_a_provider_tells_something(world: World, situation: str) -> None:
    assert stored(report(world, PROVIDER, "situation", situation=situation, facts="Er is een nieuwe nood."))
    kind = SignalKind.NEED_TOLD if situation == "need" else SignalKind.SITUATION_TOLD
    assert Signal.objects.filter(kind=kind, handled_at=None).count() == 1


@pytest.mark.rule("AT-189")
def test_an_interruption_is_told_with_its_first_day_and_cause_to_both(world: World) -> None:
    told = {"situation": "interruption", "facts": "Ziek gemeld."}
    complete = {**told, "interrupted_from": "2026-04-20", "cause": "illness"}
    assert not stored(report(world, PROVIDER, "situation", **told))
    assert not stored(report(world, PROVIDER, "situation", **complete, audience=["work_case_manager"]))
    assert stored(report(world, PROVIDER, "situation", **complete))


@pytest.mark.rule("AT-169")
@pytest.mark.rule("AT-170")
def test_the_work_case_manager_alone_asks_support_rights_and_with_evidence(world: World) -> None:
    told = {"right": "BTOM", "evidence": "Attest van de arts"}
    assert report(world, CARE, "rights_request", **told).status_code == 404
    assert not stored(report(world, WORK, "rights_request", **{**told, "evidence": ""}))
    assert stored(report(world, WORK, "rights_request", **told))


@pytest.mark.rule("AT-168")
def test_the_three_rights_can_be_asked_and_no_other(world: World) -> None:
    form = world.visitor(WORK).get(f"{world.scene.url}verslagen/rights_request/").content.decode()
    assert all(f'value="{one}"' in form for one in ("BTOM", "COLLECTIVE", "INDIVIDUAL"))
    assert not stored(report(world, WORK, "rights_request", right="CMW", evidence="Attest van de arts"))


@pytest.mark.rule("AT-172")
def test_a_trajectory_goes_on_while_support_rights_are_asked(world: World) -> None:
    before = world.scene.case.maximum_on
    assert stored(report(world, WORK, "rights_request", right="BTOM", evidence="Attest van de arts"))
    told = {"idempotency_key": str(uuid4()), "on": "2026-05-01", "domain": "care"}
    assert world.visitor(WORK).post(f"{world.scene.url}vastleggen/action_started/", told).status_code == 302
    world.scene.case.refresh_from_db()
    assert (world.scene.case.status, world.scene.case.maximum_on) == ("in_progress", before)


@pytest.mark.rule("AT-196")
@pytest.mark.parametrize(("rides", "possible"), [("10", True), ("11", False)])
def test_a_bus_card_is_for_ten_rides_at_most(world: World, rides: str, possible: bool) -> None:
    told = {"financial_problems": "on", "agreed_action": "on", "action": "Stage", "channel": "form", "rides": rides}
    answer = send(world, WORK, "verslagen/bus_card/", {"happened_on": "2026-04-20"}, told)
    assert stored(answer) is possible


@pytest.mark.rule("AT-196")
def test_a_bus_card_is_for_who_has_financial_problems(world: World) -> None:
    told = {"agreed_action": "on", "action": "Stage", "channel": "trusted_advisor", "rides": "4"}
    assert not stored(send(world, WORK, "verslagen/bus_card/", {"happened_on": "2026-04-20"}, told))


@pytest.mark.rule("AT-243")
def test_what_a_care_provider_reports_needs_consent_to_reach_work(world: World) -> None:
    answer = report(world, CARER, "action_report", **{**ACTION, "domain": "care"}, answer="")
    assert "Dit kan niet" in text_of(answer)


@pytest.mark.rule("AT-251")
def test_a_report_waits_for_the_answer_of_the_participant(world: World) -> None:
    assert stored(report(world, CARE, "evaluation", **EVALUATION, answer="decides_herself"))
    assert reports(world, WORK) == []
    (made,) = reports(world, Role.CLIENT)
    assert made.item.consents.get().state == State.ASKED


def test_a_report_that_is_written_again_takes_the_place_of_the_earlier_one(world: World) -> None:
    report(world, WORK, "evaluation", **EVALUATION)
    (first,) = reports(world, CARE)
    again = {**EVALUATION, "result": "De acties lopen goed."}
    assert stored(report(world, WORK, "evaluation", **again, replaces=str(first.pk)))
    assert [one.told["result"] for one in reports(world, CARE)] == ["De acties lopen goed."]
    assert len(happened(world, "evaluation_held")) == 1
    assert report(world, CARE, "evaluation", **again, replaces=str(first.pk)).status_code == 404


def test_nobody_writes_for_a_day_that_has_not_come(world: World) -> None:
    assert "Deze dag moet nog komen" in text_of(
        report(world, WORK, "evaluation", **EVALUATION, happened_on="2026-05-02")
    )


def test_the_questions_about_sharing_start_with_both_case_managers(world: World) -> None:
    page = world.visitor(WORK).get(f"{world.scene.url}verslagen/evaluation/").content.decode()
    assert page.count("checked") >= len(AGREED["audience"])


@pytest.mark.rule("AT-156")
@pytest.mark.parametrize(("registered", "warned"), [("", True), ("2026-04-20", False)])
def test_an_evaluation_without_an_appointment_in_the_service_menu_is_kept_with_a_warning(
    world: World, registered: str, warned: bool
) -> None:
    assert stored(report(world, CARE, "evaluation", **EVALUATION, appointment_on=registered, input="Alles loopt."))
    assert ("dienstverleningsmenu van" in page_of(world, WORK)) is warned


@pytest.mark.rule("AT-157")
def test_a_provider_who_was_not_there_and_gave_no_input_is_a_warning(world: World) -> None:
    report(world, CARE, "evaluation", **EVALUATION, appointment_on="2026-04-20")
    assert "AT-157" in page_of(world, WORK)


@pytest.mark.rule("AT-194")
@pytest.mark.parametrize(("occupations", "warned"), [("hulpbakker", True), ("hulpbakker\nrekkenvuller", False)])
def test_places_that_were_sought_in_one_occupation_only_are_a_warning(
    world: World, occupations: str, warned: bool
) -> None:
    assert stored(report(world, PROVIDER, "no_internship", **FOUR_POINTS, occupations=occupations))
    assert ("AT-194" in page_of(world, WORK)) is warned
