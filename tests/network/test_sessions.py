"""The sessions that a provider told of, beside the notes of them, on the page about who carries out the plan."""

from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.world import told
from tests.execution.telling import report
from tests.network.world import CARE, CARER, COORDINATOR, WORK, WORKER, NetworkWorld
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

REPORT = {"action": "Praten over drukte", "domain": "care", "outcome": "running", "result": "Ze slaapt beter."}
THREE = {**REPORT, "sessions": "3", "sessions_from": "2026-04-07", "happened_on": "2026-05-01"}
WITHOUT = "1 sessie zonder neerslag, van 7 april 2026 tot en met 1 mei 2026."
FOR_CARE = ["care_case_manager"]


def noted(world: NetworkWorld, *days: str, **answers: Any) -> None:
    """The care provider notes a session on each of these days."""
    for day in days:
        more = {"attendees": ["client", "care_provider"], "audience": FOR_CARE, "happened_on": day, **answers}
        note = told(world.part(Kind.SHARED), idempotency_key=str(uuid4()), **more)
        assert world.visitor(CARER).post(f"{world.url}schrijven/", note).status_code == 302


@pytest.fixture
def running(world: NetworkWorld) -> NetworkWorld:
    """The care provider carries out the action of care, and told of three sessions in April."""
    assert world.assign(world.known()).status_code == 302
    assert report(world, CARER, "action_report", **THREE, audience=FOR_CARE).status_code == 302
    return world


@pytest.mark.rule("AT-126")
@pytest.mark.parametrize(("last", "shown"), [("2026-04-06", True), ("2026-04-07", False), ("2026-05-01", False)])
def test_three_sessions_with_two_notes_show_one_session_without_record(
    running: NetworkWorld, last: str, shown: bool
) -> None:
    noted(running, "2026-04-13", "2026-04-20", last)
    for role in (CARE, CARER):
        assert (WITHOUT in running.words(role, "uitvoering/")) is shown


@pytest.mark.rule("AT-126")
def test_a_note_without_the_participant_is_no_record_of_a_session(running: NetworkWorld) -> None:
    noted(running, "2026-04-13", "2026-04-20")
    noted(running, "2026-04-21", attendees=["care_provider", "care_case_manager"], client_absence="Ze was ziek.")
    page = running.words(CARE, "uitvoering/")
    assert WITHOUT in page
    assert "AT-126" in page


@pytest.mark.parametrize("role", [WORK, COORDINATOR, WORKER, Role.CLIENT])
def test_nobody_hears_of_sessions_who_does_not_read_the_report_or_compare(running: NetworkWorld, role: Role) -> None:
    assert "zonder neerslag" not in running.words(role, "uitvoering/")


@pytest.mark.rule("AT-126")
@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"sessions": "3", "sessions_from": "2026-05-01"}, 302),
        ({"sessions": "3", "sessions_from": "2026-05-02"}, 422),
        ({"sessions": "3", "sessions_from": ""}, 422),
        ({"sessions": "", "sessions_from": "2026-04-07"}, 422),
        ({"sessions": "0", "sessions_from": "2026-04-07"}, 422),
        ({"sessions": "", "sessions_from": ""}, 302),
    ],
)
def test_sessions_are_told_with_the_days_in_which_they_were(
    running: NetworkWorld, answers: dict[str, str], status: int
) -> None:
    assert report(running, CARER, "action_report", **{**THREE, **answers}, audience=FOR_CARE).status_code == status


def test_a_case_manager_tells_of_no_sessions(running: NetworkWorld) -> None:
    assert (
        "Hoeveel sessies" in running.visitor(CARER).get(f"{running.scene.url}verslagen/action_report/").content.decode()
    )
    assert (
        "Hoeveel sessies"
        not in running.visitor(CARE).get(f"{running.scene.url}verslagen/action_report/").content.decode()
    )
