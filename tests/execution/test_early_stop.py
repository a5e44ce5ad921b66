"""Asking an early stop with both case managers, and the decision of the project follower."""

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import STOP, happened, report, reports, send
from tests.scene import text_of
from vlechtwerk.rules.roles import Role

FOLLOWER, PAGE = Role.PROJECT_FOLLOWER, "stopzetting/"


def asked(world: World, **more: object) -> str:
    """What the page says after the work case manager asked a stop; empty when it was sent."""
    answer = send(world, WORK, PAGE, STOP, more)
    return "" if answer.status_code == 302 else text_of(answer)


def page_of(world: World, role: Role) -> str:
    """The words of the page."""
    return text_of(world.visitor(role).get(f"{world.scene.url}{PAGE}"))


@pytest.mark.rule("AT-232")
def test_the_project_follower_gets_ground_agreement_and_facts(world: World) -> None:
    assert asked(world) == ""
    assert happened(world, "stop_requested")[0]["ground"] == "at_work"
    page = page_of(world, FOLLOWER)
    assert "Werkt sinds 28 april voltijds." in page
    assert "30 april 2026" in page


@pytest.mark.rule("AT-232")
def test_the_care_case_manager_cannot_send_the_message(world: World) -> None:
    assert send(world, CARE, PAGE, STOP).status_code == 404


@pytest.mark.rule("AT-024")
@pytest.mark.rule("AT-231")
def test_without_the_agreement_of_both_nothing_is_sent(world: World) -> None:
    assert "Dit kan niet" in asked(world, consulted_on="")
    assert happened(world, "stop_requested") == []


@pytest.mark.rule("AT-230")
def test_whoever_stops_for_work_tells_since_when(world: World) -> None:
    assert "Dit kan niet" in asked(world, at_work_from="")
    assert asked(world, ground="goal_unreachable", at_work_from="") == ""


@pytest.mark.rule("AT-231")
def test_case_managers_who_do_not_agree_each_write_their_view(world: World) -> None:
    for role, view in ((WORK, "Stoppen is beter."), (CARE, "Doorgaan is beter.")):
        assert report(world, role, "stop_view", view=view).status_code == 302
    views = {one.told["view"] for one in reports(world, Role.CLIENT)}
    assert views == {"Stoppen is beter.", "Doorgaan is beter."}
    assert reports(world, FOLLOWER) == []


@pytest.mark.rule("AT-234")
def test_who_was_not_consulted_is_a_warning_and_no_refusal(world: World) -> None:
    assert asked(world, coordinator_on="2026-04-29") == ""
    page = page_of(world, WORK)
    assert "Doe dit best nog: een overleg met elke dienstverlener" in page
    assert "een overleg met de netwerkcoördinator" not in page


@pytest.mark.rule("AT-233")
def test_the_project_follower_decides_how_the_trajectory_is_closed(world: World) -> None:
    asked(world)
    told = {"happened_on": "2026-05-01", "manner": "early_stop", "reason": "De deelnemer werkt."}
    send(world, WORK, PAGE, told)
    assert happened(world, "stop_decided") == []
    assert send(world, FOLLOWER, PAGE, told).status_code == 302
    assert happened(world, "stop_decided")[0]["manner"] == "early_stop"
    assert "De deelnemer werkt." in page_of(world, CARE)


@pytest.mark.rule("AT-238")
def test_the_page_helps_to_choose_between_an_advice_and_a_stop(world: World) -> None:
    page = page_of(world, CARE)
    assert "Een eindadvies of een vroegtijdige stopzetting?" in page
    assert "dat beoordeelt u samen" in page


@pytest.mark.rule("AT-239")
def test_after_a_stop_the_profile_and_the_access_are_left_to_do(world: World) -> None:
    asked(world)
    send(world, FOLLOWER, PAGE, {"happened_on": "2026-05-01", "manner": "early_stop", "reason": "Werkt."})
    page = text_of(world.visitor(WORK).get(f"{world.scene.url}afsluiten/"))
    assert "0 van de 2 stappen zijn gedaan." in page
    assert "het eindverslag is geregistreerd" not in page


@pytest.mark.rule("AT-236")
def test_the_project_follower_can_remove_from_the_contingent_without_a_request(world: World) -> None:
    told = {"happened_on": "2026-05-01", "manner": "contingent_removal", "reason": "Er ging geen enkele actie door."}
    assert "AT-236" in send(world, FOLLOWER, "stopzetting/", told).content.decode()
    told["hardly_any"] = "on"
    assert send(world, FOLLOWER, PAGE, told).status_code == 302
    assert happened(world, "stop_decided")[0]["manner"] == "contingent_removal"


@pytest.mark.rule("AT-233")
def test_an_early_stop_that_nobody_asked_is_refused(world: World) -> None:
    told = {"happened_on": "2026-05-01", "manner": "early_stop", "reason": "Zo beslist."}
    assert "Dit kan niet, en er is niets bewaard" in text_of(send(world, FOLLOWER, PAGE, told))
    assert reports(world, FOLLOWER) == []


def test_of_a_trajectory_that_is_over_nothing_is_asked_any_more(world: World) -> None:
    asked(world)
    send(world, FOLLOWER, PAGE, {"happened_on": "2026-05-01", "manner": "early_stop", "reason": "Werkt."})
    for page in (PAGE, "verlenging/"):
        assert "Verstuur naar de projectopvolger" not in text_of(world.visitor(WORK).get(f"{world.scene.url}{page}"))


@pytest.mark.rule("AT-237")
def test_the_page_tells_before_and_after_the_request_on_which_day_a_stopped_trajectory_ends_and_why(
    world: World,
) -> None:
    before = text_of(world.visitor(WORK).get(f"{world.scene.url}stopzetting/"))
    assert "de dag waarop de stopzetting gevraagd wordt" in before.lower()
    assert "Het draaiboek zegt dat een stopgezet traject vanzelf sluit" in before
    send(world, WORK, "stopzetting/", STOP)
    assert "Laatste dag van het traject 1 mei 2026" in text_of(
        world.visitor(WORK).get(f"{world.scene.url}stopzetting/")
    )
