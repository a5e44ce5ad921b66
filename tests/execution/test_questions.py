"""Between the case managers and the work provider: extra needs, questions for the advice, an internship that is off."""

from datetime import date

import pytest
import time_machine

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import report, reports
from tests.rules.histories import IN_PROGRESS
from tests.scene import text_of
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation.events import ActionStarted
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind

PROVIDER, COORDINATOR = Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR
TEAM = ["work_case_manager", "care_case_manager", "work_provider"]
NEED = "er is een bijkomende nood"
QUESTION = {"question": "Hoe verliep de stage?", "due_on": "2026-05-10", "audience": TEAM}


def list_of(world: World, role: Role) -> str:
    """The words of somebody's own list."""
    return text_of(world.visitor(role).get("/")).lower()


def stands(world: World, kind: ReportKind) -> Report:
    """The latest report of a kind, as the work case manager reads it."""
    return next(one for one in reports(world, WORK) if one.kind == kind)


def page_of(world: World, role: Role) -> str:
    """The words of the list of reports."""
    return text_of(world.visitor(role).get(f"{world.scene.url}luik/verslagen/"))


def need(world: World) -> Report:
    """The work provider tells of an extra need."""
    told = {"situation": "need", "facts": "Er is een bril nodig.", "audience": TEAM}
    assert report(world, PROVIDER, "situation", **told).status_code == 302
    return stands(world, ReportKind.SITUATION)


@pytest.mark.rule("AT-187")
def test_an_extra_need_stays_on_the_list_of_both_until_its_outcome_is_written_down(world: World) -> None:
    notice = need(world)
    assert NEED in list_of(world, WORK)
    assert NEED in list_of(world, CARE)
    signal = Signal.objects.get(kind=SignalKind.NEED_TOLD)
    assert world.visitor(WORK).post(f"/signalen/{signal.pk}/").status_code == 404
    told = {"answers": str(notice.pk), "need_outcome": "minor_change", "reason": "De bril komt in het plan."}
    assert report(world, CARE, "need_outcome", **told, audience=TEAM).status_code == 302
    assert NEED not in list_of(world, WORK)
    assert "beslisten over de bijkomende nood" in list_of(world, PROVIDER)


@pytest.mark.rule("AT-187")
def test_the_notice_of_a_need_says_that_it_waits_and_leads_to_the_answer(world: World) -> None:
    notice = need(world)
    assert "Dit wacht op wat beide casemanagers beslissen" in page_of(world, WORK)
    told = {"answers": str(notice.pk), "need_outcome": "none", "reason": "De mutualiteit regelt het."}
    report(world, WORK, "need_outcome", **told, audience=TEAM)
    assert "Dit wacht op wat beide casemanagers beslissen" not in page_of(world, WORK)


@pytest.mark.rule("AT-187")
@pytest.mark.parametrize(("field", "value"), [("need_outcome", ""), ("answers", ""), ("reason", "")])
def test_an_outcome_tells_about_which_need_what_and_why(world: World, field: str, value: str) -> None:
    told = {"answers": str(need(world).pk), "need_outcome": "none", "reason": "Niets nodig."}
    assert report(world, WORK, "need_outcome", **{**told, field: value}, audience=TEAM).status_code == 422
    assert NEED in list_of(world, WORK)


@pytest.mark.rule("AT-188")
def test_a_question_stands_on_the_list_of_the_work_provider_and_is_late_after_its_day(world: World) -> None:
    assert report(world, WORK, "information_request", **QUESTION).status_code == 302
    assert "tegen 10 mei 2026" in list_of(world, PROVIDER)
    assert "Dit wacht op de dienstverlener werk, tot 10 mei 2026" in page_of(world, CARE)
    with time_machine.travel("2026-05-10T10:00:00+02:00"):
        assert "tegen 10 mei 2026: te laat" not in list_of(world, PROVIDER)
    with time_machine.travel("2026-05-11T10:00:00+02:00"):
        assert "tegen 10 mei 2026: te laat" in list_of(world, PROVIDER)
        assert "de informatie tegen de afgesproken dag" in page_of(world, WORK)


@pytest.mark.rule("AT-188")
def test_the_answer_of_the_work_provider_ends_the_waiting(world: World) -> None:
    report(world, WORK, "information_request", **QUESTION)
    question = stands(world, ReportKind.INFORMATION_REQUEST)
    told = {"answers": str(question.pk), "answer_given": "De stage verliep goed.", "audience": TEAM}
    assert report(world, PROVIDER, "information", **told).status_code == 302
    assert "tegen 10 mei 2026" not in list_of(world, PROVIDER)
    assert "antwoordde op uw vraag" in list_of(world, WORK)
    assert "Dit wacht op" not in page_of(world, WORK)


@pytest.mark.rule("AT-188")
@pytest.mark.parametrize("told", [{"due_on": ""}, {"due_on": "2026-04-19"}, {"audience": TEAM[:2]}])
def test_a_question_has_a_day_and_is_open_to_the_provider(world: World, told: dict[str, object]) -> None:
    assert report(world, WORK, "information_request", **{**QUESTION, **told}).status_code == 422


@pytest.mark.rule("AT-190")
def test_an_internship_that_is_off_is_told_to_the_work_case_manager_and_the_coordinator(world: World) -> None:
    told = {"facts": "De werkplaats sluit.", "audience": ["work_case_manager", "network_coordinator"]}
    assert report(world, PROVIDER, "internship_off", **told).status_code == 302
    assert "de stage kan niet doorgaan zoals gepland: lees de melding" in list_of(world, WORK)
    assert "zoek een andere dienstverlener werk" in list_of(world, COORDINATOR)


@pytest.mark.rule("AT-190")
@pytest.mark.parametrize("left_out", ["work_case_manager", "network_coordinator"])
def test_an_internship_that_is_off_is_not_kept_from_either_of_them(world: World, left_out: str) -> None:
    told = [one for one in ("work_case_manager", "network_coordinator") if one != left_out]
    answer = report(world, PROVIDER, "internship_off", facts="Gaat niet.", audience=told)
    assert answer.status_code == 422
    assert "AT-190" in answer.content.decode()


@pytest.mark.rule("AT-193")
@pytest.mark.parametrize(("in_name_of", "possible"), [("", False), ("Jobcoach van Verzonnen vzw", True)])
def test_the_work_case_manager_records_a_motivation_in_the_name_of_the_work_provider(
    world: World, in_name_of: str, possible: bool
) -> None:
    points = dict.fromkeys(("employers", "feedback", "reorientation", "other_actions"), "Dit is gedaan.")
    answer = report(world, WORK, "no_internship", **points, in_name_of=in_name_of)
    assert (answer.status_code == 302) is possible
    assert possible or "AT-193" in answer.content.decode()


@pytest.mark.rule("AT-182")
@pytest.mark.parametrize(("registered", "is_open"), [("", True), ("2026-04-20", False)])
def test_a_work_action_that_has_to_be_registered_stays_open_beside_its_report(
    world: World, registered: str, is_open: bool
) -> None:
    told = {"action": "Sollicitatietraining", "domain": "work", "outcome": "carried_out", "result": "Afgerond."}
    report(world, PROVIDER, "action_report", **told, mlp_needed="on", mlp_on=registered, audience=TEAM)
    for role in (PROVIDER, WORK):
        assert ("de registratie in het MLP-dossier" in page_of(world, role)) is is_open


@pytest.mark.rule("AT-185")
def test_input_of_the_work_provider_ends_the_reminder_before_the_evaluation(world: World) -> None:
    reminder = "De dienstverlener werk neemt deel of geeft vooraf input"
    assert reminder in page_of(world, PROVIDER)
    report(world, PROVIDER, "evaluation_input", input="Komt stipt op tijd.", audience=TEAM)
    assert reminder not in page_of(world, PROVIDER)


@pytest.mark.rule("AT-184")
@pytest.mark.parametrize(("day", "late"), [("2026-05-07", False), ("2026-05-08", True)])
def test_after_thirty_days_without_a_result_of_the_internship_the_work_provider_is_reminded(
    world: World, day: str, late: bool
) -> None:
    assert IN_PROGRESS[-1].on == date(2026, 4, 7)
    world.scene.cast.record(world.scene.case, ActionStarted(date(2026, 4, 7), Domain.WORK, internship=True))
    with time_machine.travel(f"{day}T10:00:00+02:00"):
        assert ("een recente notitie van de resultaten" in page_of(world, PROVIDER)) is late
        told = {"action": "Stage", "domain": "work", "outcome": "running", "result": "Gaat goed.", "happened_on": day}
        report(world, PROVIDER, "action_report", **told, audience=TEAM)
        assert "een recente notitie van de resultaten" not in page_of(world, PROVIDER)


PLACE = {"employer": "Bakkerij Verzonnen", "occupation": "Bakker", "fit": "Past bij de wens.", "audience": TEAM}


@pytest.mark.rule("AT-181")
def test_a_place_that_was_sought_tells_how_it_fits(world: World) -> None:
    told = {**PLACE, "place_result": "refused"}
    assert "AT-181" in report(world, PROVIDER, "place_sought", **{**told, "fit": ""}).content.decode()
    assert report(world, PROVIDER, "place_sought", **told).status_code == 302


@pytest.mark.rule("AT-194")
def test_the_places_that_were_sought_stand_ready_in_the_motivation(world: World) -> None:
    for employer, occupation in (("Bakkerij Verzonnen", "Bakker"), ("Garage Verzonnen", "Poetshulp")):
        told = {**PLACE, "employer": employer, "occupation": occupation, "reaction": "Geen plaats."}
        report(world, PROVIDER, "place_sought", **told, place_result="refused")
    page = world.visitor(PROVIDER).get(f"{world.scene.url}verslagen/no_internship/").content.decode()
    assert "Bakkerij Verzonnen: de plaats kan niet. Geen plaats.\nGarage Verzonnen: de plaats kan niet." in page
    assert "Bakker\nPoetshulp" in page
