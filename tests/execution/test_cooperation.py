"""Effort and cooperation: what is noted, formal service, the talk at VDAB, and care that stays out of it."""

from typing import Any

import pytest

from tests.dossier.world import CARE, CARER, WORK, World
from tests.execution.telling import report, reports, send
from tests.scene import text_of
from vlechtwerk.rules.roles import Role

PROVIDER, ADVISOR, CLIENT = Role.WORK_PROVIDER, Role.TRUSTED_ADVISOR, Role.CLIENT
TEXT = "Fien kwam twee keer niet; we spreken af hoe het verder gaat."
TALKED = "het wacht op de trusted advisor"


def noted(world: World, role: Role, effort: str = "absent", day: str = "2026-04-20") -> Any:
    """Note how it went on a day. A care provider tells it to the care case manager alone."""
    readers = {"audience": ["care_case_manager"]} if role is CARER else {}
    return report(world, role, "effort", action="Sollicitatietraining", effort=effort, happened_on=day, **readers)


def chosen(world: World, step: str = "talk", role: Role = WORK, **told: Any) -> Any:
    """Choose formal service or a talk, because of 20 April."""
    answers = {"happened_on": "2026-04-27", "step": step, "cited": ["2026-04-20:absent"], "text": TEXT}
    return send(world, role, "verslagen/formal_service/", answers, told)


def talk(world: World, *by: Role, **told: Any) -> Any:
    """Note what came of the talk."""
    answers = {"happened_on": "2026-05-01", "invited_on": "2026-04-28", "talk_decision": "open"}
    (role,) = by or (ADVISOR,)
    return send(world, role, "verslagen/mediation_talk/", answers, told)


def page_of(world: World, role: Role, page: str = "medewerking/") -> str:
    """The words of a page."""
    return text_of(world.visitor(role).get(f"{world.scene.url}{page}"))


@pytest.mark.rule("AT-160")
def test_attendance_is_counted_for_each_side(world: World) -> None:
    for effort in ("present", "present", "excused"):
        noted(world, PROVIDER, effort)
    assert noted(world, CARER).status_code == 302
    page = page_of(world, CARE, "luik/verslagen/")
    assert "aanwezig: 2, afwezig, met een geldige reden: 1" in page
    assert "Kant van zorg afwezig, zonder geldige reden: 1" in page


@pytest.mark.rule("AT-163")
def test_absence_at_care_alone_makes_no_talk_possible_and_is_offered_nowhere(world: World) -> None:
    for role in (CARE, CARER):
        assert noted(world, role).status_code == 302
    page = page_of(world, WORK, "verslagen/formal_service/")
    assert "AT-163" in page
    assert "20 april 2026: afwezig" not in page
    assert chosen(world, cited=[]).status_code == 422


@pytest.mark.rule("AT-163")
def test_one_absence_at_work_makes_it_possible_and_only_that_one_is_named(world: World) -> None:
    assert noted(world, CARE, day="2026-04-21").status_code == 302
    noted(world, PROVIDER)
    page = page_of(world, WORK, "verslagen/formal_service/")
    assert ("20 april 2026: afwezig" in page, "21 april 2026: afwezig" in page) == (True, False)
    assert chosen(world, cited=["2026-04-21:absent"]).status_code == 422
    assert chosen(world).status_code == 302
    assert "21 april" not in page_of(world, ADVISOR)


@pytest.mark.rule("AT-161")
@pytest.mark.parametrize("role", [CARE, CARER, PROVIDER, ADVISOR])
def test_only_the_work_case_manager_chooses_formal_service(world: World, role: Role) -> None:
    noted(world, PROVIDER)
    assert chosen(world, "formal_service", role).status_code == 404


@pytest.mark.rule("AT-161")
def test_formal_service_needs_a_text_and_the_participant_reads_it(world: World) -> None:
    noted(world, PROVIDER)
    refused = chosen(world, "formal_service", text=" ")
    assert "AT-161" in text_of(refused)
    assert chosen(world, "formal_service").status_code == 302
    for role in (CLIENT, CARE, ADVISOR):
        assert TEXT in page_of(world, role)
    assert "vraagt een bemiddelingsgesprek" not in text_of(world.visitor(ADVISOR).get("/"))


@pytest.mark.rule("AT-162")
def test_a_talk_that_is_asked_is_a_task_of_the_trusted_advisor_until_there_is_a_decision(world: World) -> None:
    noted(world, PROVIDER)
    chosen(world)
    asked = "vraagt een bemiddelingsgesprek"
    assert asked in text_of(world.visitor(ADVISOR).get("/"))
    assert talk(world).status_code == 302
    assert asked in text_of(world.visitor(ADVISOR).get("/"))
    assert TALKED in page_of(world, WORK)
    assert talk(world, heard_on="2026-04-30", talk_decision="continue").status_code == 302
    assert asked not in text_of(world.visitor(ADVISOR).get("/"))
    assert "besliste na het bemiddelingsgesprek" in text_of(world.visitor(WORK).get("/"))


@pytest.mark.rule("AT-162")
@pytest.mark.parametrize(
    ("told", "status"), [({}, 422), ({"heard_on": "2026-04-30"}, 302), ({"not_appeared": "on"}, 302)]
)
def test_transmission_waits_until_the_participant_was_heard_or_did_not_appear(
    world: World, told: dict[str, Any], status: int
) -> None:
    assert talk(world, talk_decision="transmission", **told).status_code == status


@pytest.mark.rule("AT-162")
def test_a_decision_without_an_invitation_is_refused(world: World) -> None:
    assert talk(world, invited_on="", heard_on="2026-04-30", talk_decision="continue").status_code == 422


@pytest.mark.parametrize("told", [{"heard_on": "2026-05-02"}, {"heard_on": "2026-04-30", "not_appeared": "on"}])
def test_a_talk_that_cannot_be_is_asked_again(world: World, told: dict[str, Any]) -> None:
    assert talk(world, talk_decision="continue", **told).status_code == 422


@pytest.mark.parametrize("role", [WORK, CARE, CARER, PROVIDER, CLIENT])
def test_nobody_else_notes_the_talk(world: World, role: Role) -> None:
    assert talk(world, role).status_code == 404


@pytest.mark.rule("AT-164")
def test_welfare_that_seems_right_opens_a_task_until_both_steps_are_begun(world: World) -> None:
    task = "lees het verslag en doe uw deel"
    assert report(world, CARE, "end_considered", welfare="applies").status_code == 302
    assert task in text_of(world.visitor(WORK).get("/"))
    assert task not in text_of(world.visitor(CARE).get("/"))
    assert "AT-164" in page_of(world, WORK, "luik/verslagen/")
    told = {"welfare": "applies", "screening_on": "2026-04-21", "prepared": "on"}
    assert report(world, WORK, "end_considered", **told).status_code == 302
    assert task not in text_of(world.visitor(WORK).get("/"))


@pytest.mark.rule("AT-163")
def test_nothing_of_care_reaches_the_trusted_advisor(world: World) -> None:
    noted(world, CARE)
    report(world, CARE, "end_considered", welfare="applies")
    assert reports(world, ADVISOR) == []
