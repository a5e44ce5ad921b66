"""Help with travel costs: another bus card waits for the mediator of VDAB, and a train ticket is noted."""

import pytest

from tests.dossier.world import WORK, World
from tests.execution.telling import reports, send
from tests.scene import text_of
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.roles import Role

ADVISOR = Role.TRUSTED_ADVISOR
CARD = {
    "happened_on": "2026-04-20",
    "financial_problems": "on",
    "agreed_action": "on",
    "action": "Infosessie",
    "channel": "trusted_advisor",
    "rides": "10",
}
DECISION = {
    "happened_on": "2026-04-27",
    "decision": "granted",
    "use": "Alle ritten naar de stage.",
    "evolution": "Er loopt een afbetaling.",
}
WAITS = "Dit wacht op de VDAB-bemiddelaar"


def ask_card(world: World) -> None:
    """The work case manager asks a bus card."""
    assert send(world, WORK, "verslagen/bus_card/", CARD).status_code == 302


def notes(world: World, role: Role) -> str:
    """The words of the page with shared notes."""
    return text_of(world.visitor(role).get(f"{world.scene.url}gedeelde-notities/"))


def list_of(world: World, role: Role) -> str:
    """The words of somebody's own list."""
    return text_of(world.visitor(role).get("/")).lower()


@pytest.mark.rule("AT-198")
def test_the_first_card_waits_for_nobody_and_the_second_for_the_mediator_of_vdab(world: World) -> None:
    ask_card(world)
    assert WAITS not in notes(world, WORK)
    ask_card(world)
    assert WAITS in notes(world, WORK)
    assert "er is nog een rittenkaart gevraagd" in list_of(world, ADVISOR)


@pytest.mark.rule("AT-198")
def test_a_decision_with_use_and_evolution_ends_the_waiting_and_the_work_case_manager_hears_of_it(world: World) -> None:
    for _time in range(2):
        ask_card(world)
    assert send(world, ADVISOR, "verslagen/card_decision/", DECISION).status_code == 302
    assert WAITS not in notes(world, WORK)
    assert "er is nog een rittenkaart gevraagd" not in list_of(world, ADVISOR)
    assert "besliste over nog een rittenkaart" in list_of(world, WORK)


@pytest.mark.rule("AT-198")
@pytest.mark.parametrize("left_out", ["use", "evolution"])
def test_a_decision_that_rests_on_nothing_is_refused(world: World, left_out: str) -> None:
    for _time in range(2):
        ask_card(world)
    answer = send(world, ADVISOR, "verslagen/card_decision/", DECISION, {left_out: ""})
    assert answer.status_code == 422
    assert "AT-198" in answer.content.decode()
    assert WAITS in notes(world, WORK)


@pytest.mark.rule("AT-198")
def test_nobody_but_the_mediator_decides_and_not_before_it_is_asked(world: World) -> None:
    ask_card(world)
    assert send(world, WORK, "verslagen/card_decision/", DECISION).status_code == 404
    assert "Er wacht geen aanvraag" in text_of(send(world, ADVISOR, "verslagen/card_decision/", DECISION))
    assert [one.kind for one in reports(world, WORK)] == [ReportKind.BUS_CARD]


@pytest.mark.rule("AT-199")
def test_a_train_ticket_is_noted_when_it_is_for_going_to_apply(world: World) -> None:
    told = {"happened_on": "2026-04-22", "employer_visited": "Verzonnen bedrijf"}
    assert send(world, WORK, "verslagen/train_ticket/", told).status_code == 422
    assert send(world, WORK, "verslagen/train_ticket/", told, job_application="on").status_code == 302
    assert reports(world, WORK)[0].kind == ReportKind.TRAIN_TICKET


@pytest.mark.rule("AT-199")
def test_the_page_of_shared_notes_leads_to_what_vdab_tells_about_travel_costs(world: World) -> None:
    page = world.visitor(WORK).get(f"{world.scene.url}gedeelde-notities/").content.decode()
    assert 'href="https://www.vdab.be/mobiliteit"' in page


def test_whoever_reads_the_course_reads_the_notes_that_name_them_and_no_others(world: World) -> None:
    ask_card(world)
    assert "Infosessie" in notes(world, ADVISOR)
    assert "Infosessie" not in notes(world, Role.PROJECT_FOLLOWER)
    assert world.visitor(Role.CARE_PROVIDER).get(f"{world.scene.url}gedeelde-notities/").status_code == 404


@pytest.mark.rule("AT-198")
def test_a_decision_is_offered_to_the_mediator_only_when_a_request_waits(world: World) -> None:
    offered = "Beslissing over nog een rittenkaart"
    ask_card(world)
    assert offered not in notes(world, ADVISOR)
    ask_card(world)
    assert offered in notes(world, ADVISOR)


@pytest.mark.rule("AT-197")
def test_the_form_for_the_job_shop_is_taken_along_filled_in_and_dated(world: World) -> None:
    assert send(world, WORK, "verslagen/bus_card/", CARD, channel="form").status_code == 302
    (note,) = reports(world, WORK)
    url = f"{world.scene.url}gedeelde-notities/{note.item_id}/papier/"
    assert url in world.visitor(WORK).get(f"{world.scene.url}gedeelde-notities/").content.decode()
    paper = world.visitor(WORK).get(url)
    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    assert world.visitor(Role.PROJECT_FOLLOWER).get(url).status_code == 404
