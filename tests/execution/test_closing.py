"""Closing a trajectory: the steps, the final report, and the final advice."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import time_machine

from tests.dossier.world import CARE, WORK, World
from tests.execution.conftest import with_access
from tests.execution.telling import AGREED, happened, reports, send
from tests.reconstruction.pdf_text import text_of as words_on_paper
from tests.rules.histories import BOTH, FINAL_REPORT, READY_FOR_ADVICE
from tests.scene import make_scene, text_of
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role

ON = {"happened_on": "2027-06-29", "discussed_on": "2027-06-15", "valid_until": "2027-12-15"}
REPORT = {
    "course": "Het traject duurde veertien maanden.",
    "carried_out": "Twee zorgacties en een stage.",
    "results": "Fien werkt vlot samen.",
    "evaluation": "Beiden zijn tevreden.",
    "client_view": "Ik wil werken.",
    "joint": "on",
}
ADVICE = {
    "advice": "NEC",
    "motivation": "De stage liep goed.",
    "talked_on": "2027-06-15",
    "next_steps": "Solliciteren met hulp van GTB",
    "agreed_by": ["work_case_manager", "care_case_manager"],
}


@pytest.fixture
def ready(db: None) -> Iterator[World]:
    """29 June 2027: everything is there but the final report and the final advice."""
    with time_machine.travel("2027-06-29T10:00:00+02:00", tick=True):
        yield with_access(make_scene(READY_FOR_ADVICE))


def sent(world: World, kind: str, told: dict[str, Any], role: Role = WORK, **more: Any) -> str:
    """What the page says after somebody sent a report; empty when it was stored."""
    answer = send(world, role, f"verslagen/{kind}/", AGREED, ON, told, more)
    return "" if answer.status_code == 302 else text_of(answer)


def closing(world: World, role: Role = WORK) -> str:
    """The words of the list of steps."""
    return text_of(world.visitor(role).get(f"{world.scene.url}afsluiten/"))


@pytest.mark.rule("AT-152")
def test_both_case_managers_see_the_same_steps(ready: World) -> None:
    for role in (WORK, CARE):
        assert "6 van de 10 stappen zijn gedaan." in closing(ready, role)


@pytest.mark.rule("AT-239")
def test_what_is_missing_at_the_start_is_told_with_its_rule(world: World) -> None:
    page = closing(world)
    assert "0 van de 10 stappen zijn gedaan." in page
    assert "Waarom het eindadvies nog niet geregistreerd kan worden" in page
    assert "AT-207" in page


@pytest.mark.rule("AT-020")
@pytest.mark.parametrize("part", sorted(REPORT))
def test_a_final_report_without_one_of_its_parts_is_refused(ready: World, part: str) -> None:
    assert "Dit kan niet, en er is niets bewaard" in sent(ready, "final_report", {**REPORT, part: ""})
    assert happened(ready, "final_report_registered") == []


@pytest.mark.rule("AT-208")
def test_the_final_report_is_kept_and_registered_at_once(ready: World) -> None:
    assert sent(ready, "final_report", REPORT, CARE) == ""
    assert happened(ready, "final_report_registered") == [{"joint": True}]
    assert [one.kind for one in reports(ready, Role.CLIENT)] == [ReportKind.FINAL_REPORT]


@pytest.mark.rule("AT-005")
@pytest.mark.parametrize("gains", ["", "Zij durft weer alleen met de bus."])
def test_the_final_report_has_a_place_for_what_grew_besides_work(ready: World, gains: str) -> None:
    assert sent(ready, "final_report", {**REPORT, "gains": gains}) == ""
    page = text_of(ready.visitor(Role.CLIENT).get(f"{ready.scene.url}luik/verslagen/"))
    assert ("Wat groeide er op andere vlakken, naast werk?" in page) is bool(gains)
    assert gains in page


def test_the_final_report_is_a_tagged_document(ready: World) -> None:
    sent(ready, "final_report", REPORT)
    item = reports(ready, WORK)[0].item_id
    answer = ready.visitor(WORK).get(f"{ready.scene.url}luik/verslagen/{item}/papier/")
    with pikepdf.open(BytesIO(answer.content)) as document:
        assert document.Root.MarkInfo.Marked
    assert "Het traject duurde veertien maanden." in words_on_paper(answer.content)


@pytest.mark.rule("AT-200")
def test_the_work_case_manager_registers_the_advice_on_which_both_agree(ready: World) -> None:
    assert send(ready, CARE, "verslagen/final_advice/", AGREED, ON, ADVICE).status_code == 404
    assert sent(ready, "final_advice", ADVICE, agreed_by=["work_case_manager"]) != ""
    assert sent(ready, "final_advice", ADVICE) == ""
    assert happened(ready, "final_advice_registered")[0]["advice"] == "NEC"


@pytest.mark.rule("AT-212")
def test_there_are_four_final_advices_and_no_other_is_accepted(ready: World) -> None:
    form = ready.visitor(WORK).get(f"{ready.scene.url}verslagen/final_advice/").content.decode()
    assert re.findall(r'name="advice" value="(\w+)"', form) == ["NEC", "SEC", "AMA", "WELFARE"]
    assert sent(ready, "final_advice", ADVICE, advice="OTHER") != ""
    assert happened(ready, "final_advice_registered") == []


@pytest.mark.rule("AT-202")
def test_when_the_actions_end_sooner_the_advice_is_due_sooner_than_the_maximum(ready: World) -> None:
    owed = ready.scene.case.obligations.get(what="final_report")
    assert (owed.due_on, ready.scene.case.maximum_on) == (date(2027, 6, 29), date(2027, 10, 7))


@pytest.mark.rule("AT-006")
@pytest.mark.parametrize(("alternative", "asked"), [("", True), ("Begeleid werk bij de moestuin.", False)])
def test_without_paid_work_another_way_is_asked_beside_the_advice(db: None, alternative: str, asked: bool) -> None:
    registered = e.MediationAdviceRegistered(date(2027, 6, 25), Advice.AMA)
    with time_machine.travel("2027-06-29T10:00:00+02:00", tick=True):
        world = with_access(make_scene((*READY_FOR_ADVICE[:-1], registered)))
        given = {"advice": "AMA", "asked_of": "trusted_advisor", "decision": "granted", "answered_on": "2027-06-24"}
        assert send(world, WORK, "verslagen/advice_request/", {"happened_on": "2027-06-20"}, given).status_code == 302
        sent(world, "final_report", REPORT)
        assert sent(world, "final_advice", ADVICE, advice="AMA", alternative=alternative) == ""
        page = world.visitor(WORK).get(f"{world.scene.url}luik/verslagen/").content.decode()
    assert ("AT-006" in page) is asked


@pytest.mark.rule("AT-151")
@pytest.mark.parametrize("left_out", ["talked_on", "next_steps", "motivation"])
def test_an_advice_without_a_talk_a_next_step_or_a_motivation_is_refused(ready: World, left_out: str) -> None:
    assert "Dit kan niet" in sent(ready, "final_advice", {**ADVICE, left_out: ""})
    assert happened(ready, "final_advice_registered") == []


@pytest.mark.rule("AT-211")
def test_an_advice_that_needs_team_tom_is_asked_first(ready: World) -> None:
    assert "team TOM" in sent(ready, "final_advice", ADVICE, advice="SEC")
    assert sent(ready, "advice_request", {"advice": "SEC"}) == ""
    assert reports(ready, WORK)[0].told["asked_of"] == "tom_team"
    assert "gevraagd aan: team TOM" in closing(ready).replace("Gevraagd", "gevraagd")


@pytest.mark.rule("AT-214")
@pytest.mark.parametrize(
    ("decision", "answered_on", "is_granted"),
    [
        ("", "", False),
        ("refused", "2027-06-25", False),
        ("granted", "2027-06-26", False),
        ("granted", "2027-06-25", True),
    ],
)
def test_an_advice_for_the_social_economy_waits_until_team_tom_granted_the_right(
    ready: World, decision: str, answered_on: str, is_granted: bool
) -> None:
    sent(ready, "advice_request", {"advice": "SEC", "decision": decision, "answered_on": answered_on})
    told = sent(ready, "final_advice", ADVICE, advice="SEC")
    assert ("AT-214" not in told) is is_granted


@pytest.mark.rule("AT-213")
@pytest.mark.parametrize("asked", [True, False])
def test_an_advice_that_counts_on_support_warns_when_team_tom_was_not_asked(ready: World, asked: bool) -> None:
    if asked:
        sent(ready, "rights_request", {"right": "INDIVIDUAL", "evidence": "ICF-rapport"})
    sent(ready, "final_report", REPORT)
    assert sent(ready, "final_advice", ADVICE, support_meant="on") == ""
    page = ready.visitor(WORK).get(f"{ready.scene.url}luik/verslagen/").content.decode()
    assert ("AT-213" not in page) is asked


@pytest.mark.rule("AT-210")
def test_an_advice_that_does_not_match_the_mediation_advice_is_refused(ready: World) -> None:
    sent(ready, "advice_request", {"advice": "SEC", "decision": "granted", "answered_on": "2027-06-24"})
    assert "bemiddelingsadvies" in sent(ready, "final_advice", ADVICE, advice="SEC")


@pytest.mark.rule("AT-129")
def test_the_coordinator_hears_the_advice_after_it_was_registered(ready: World) -> None:
    assert "Er is nog geen eindadvies." in sent(ready, "feedback", {})
    sent(ready, "final_report", REPORT)
    sent(ready, "final_advice", ADVICE)
    assert sent(ready, "feedback", {}) == ""
    assert "9 van de 10 stappen zijn gedaan." in closing(ready)


@pytest.mark.rule("AT-241")
def test_blocking_the_access_is_the_last_step_and_of_the_work_case_manager(ready: World) -> None:
    sent(ready, "final_report", REPORT)
    sent(ready, "final_advice", ADVICE)
    for role, offered in ((WORK, True), (CARE, False)):
        page = ready.visitor(role).get(f"{ready.scene.url}afsluiten/").content.decode()
        assert ("vastleggen/access_blocked" in page) is offered


@pytest.mark.rule("AT-213")
def test_who_is_asked_and_who_registers_is_told_for_each_of_the_four_advices(ready: World) -> None:
    page = closing(ready)
    for told in ("gevraagd aan: niemand; geregistreerd door: casemanager werk", "geregistreerd door: trusted advisor"):
        assert told in page


@pytest.mark.rule("AT-217")
def test_the_yearly_review_of_an_advice_welfare_stands_on_the_worklist_of_vdab(db: None) -> None:
    welfare = [e.MediationAdviceRegistered(date(2027, 6, 25), Advice.WELFARE), FINAL_REPORT]
    ended = e.FinalAdviceRegistered(date(2027, 6, 29), Advice.WELFARE, BOTH)
    with time_machine.travel("2028-06-20T10:00:00+02:00", tick=True):
        scene = make_scene((*READY_FOR_ADVICE[:-1], *welfare, ended, e.AccessBlocked(date(2027, 6, 29))))
        page = text_of(scene.as_(Role.TRUSTED_ADVISOR).get("/"))
        assert "29 juni 2028" in page
        assert "advies Welzijn" in page
