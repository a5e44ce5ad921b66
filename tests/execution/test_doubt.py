"""A trajectory that does not seem realistic now: the doubt, the choice of both, and another offer together with VDAB."""

from typing import Any

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import report, send
from tests.scene import text_of
from vlechtwerk.rules.roles import Role

ADVISOR, CLIENT = Role.TRUSTED_ADVISOR, Role.CLIENT
DOUBTS = "twijfelt of het traject nu realistisch is"
NOTE = {"happened_on": "2026-04-27", "picture": "Een stage is nu te vroeg.", "offer": "arbeidsmatige activiteiten"}


def doubted(world: World) -> Any:
    """The care case manager doubts."""
    return report(world, CARE, "doubt", doubt="De zorgvragen wegen nu te zwaar.")


def page_of(world: World, role: Role, page: str) -> str:
    """The words of a page."""
    return text_of(world.visitor(role).get(page))


@pytest.mark.rule("AT-036")
def test_the_work_case_manager_hears_of_a_doubt_the_same_day_until_the_choice_is_noted(world: World) -> None:
    assert doubted(world).status_code == 302
    assert [DOUBTS in page_of(world, role, "/") for role in (WORK, CARE)] == [True, False]
    told = {"both_on": "2026-04-27", "doubt_outcome": "go_on", "happened_on": "2026-04-27"}
    assert report(world, WORK, "doubt_outcome", **told).status_code == 302
    assert DOUBTS not in page_of(world, WORK, "/")


@pytest.mark.rule("AT-036")
def test_a_choice_follows_a_talk(world: World) -> None:
    doubted(world)
    answer = report(world, WORK, "doubt_outcome", doubt_outcome="reorient")
    assert (answer.status_code, "AT-036" in text_of(answer)) == (422, True)
    assert DOUBTS in page_of(world, WORK, "/")


@pytest.mark.rule("AT-036")
def test_the_start_of_the_mediation_warns_of_an_open_doubt(world: World) -> None:
    url = f"{world.scene.url}vastleggen/mediation_started/"
    assert DOUBTS not in page_of(world, WORK, url)
    doubted(world)
    assert DOUBTS in page_of(world, WORK, url)
    assert DOUBTS not in page_of(world, WORK, f"{world.scene.url}vastleggen/start_confirmed/")


@pytest.mark.rule("AT-038")
@pytest.mark.parametrize("left_out", ["talked_on", "offer"])
def test_another_offer_is_talked_about_with_the_participant_first(world: World, left_out: str) -> None:
    told = {**NOTE, "talked_on": "2026-04-26", left_out: ""}
    assert "AT-038" in text_of(send(world, CARE, "verslagen/reorientation/", told))
    assert "Een stage is nu te vroeg" not in page_of(world, ADVISOR, f"{world.scene.url}medewerking/")


@pytest.mark.rule("AT-038")
def test_the_trusted_advisor_reads_the_note_and_nothing_of_the_doubt(world: World) -> None:
    doubted(world)
    assert send(world, CARE, "verslagen/reorientation/", NOTE, {"talked_on": "2026-04-26"}).status_code == 302
    assert "stelt een ander aanbod voor" in page_of(world, ADVISOR, "/")
    page = page_of(world, ADVISOR, f"{world.scene.url}medewerking/")
    assert ("arbeidsmatige activiteiten" in page, "wegen nu te zwaar" in page) == (True, False)


@pytest.mark.rule("AT-038")
@pytest.mark.parametrize("role", [WORK, ADVISOR, Role.CARE_PROVIDER])
def test_only_the_care_case_manager_writes_it(world: World, role: Role) -> None:
    assert send(world, role, "verslagen/reorientation/", NOTE, {"talked_on": "2026-04-26"}).status_code == 404


@pytest.mark.rule("AT-035")
@pytest.mark.parametrize(("agreed_on", "status"), [("2026-04-10", 302), ("2026-04-11", 422), ("", 422)])
def test_contact_with_help_that_is_there_follows_on_consent(world: World, agreed_on: str, status: int) -> None:
    told = {"helper": "psycholoog", "contact_consent_on": agreed_on, "coordinated_on": "2026-04-10"}
    assert report(world, CARE, "existing_help", **told).status_code == status
