"""After an advice Welfare the participant is handed over in person."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from tests.dossier.world import CARE, WORK, World
from tests.execution.conftest import with_access
from tests.execution.telling import reports, send
from tests.rules.histories import READY_FOR_ADVICE
from tests.scene import make_scene, text_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.events import MediationAdviceRegistered
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

TOLD = {"happened_on": "2027-07-20", "receiver": "GTB, advies Welzijn", "client_present": "on", "accepted": "on"}
STEP = "De deelnemer is na het advies Welzijn persoonlijk overgedragen"


@pytest.fixture
def welfare(db: None) -> Iterator[World]:
    """20 July 2027, after the screening service registered Welfare on 25 June."""
    with time_machine.travel("2027-07-20T10:00:00+02:00", tick=True):
        before = [one for one in READY_FOR_ADVICE if not isinstance(one, MediationAdviceRegistered)]
        world = with_access(make_scene(before))
        world.scene.cast.record(world.scene.case, MediationAdviceRegistered(date(2027, 6, 25), Advice.WELFARE))
        yield world


def closing(world: World) -> str:
    """The words of the list of steps."""
    return text_of(world.visitor(WORK).get(f"{world.scene.url}afsluiten/")).lower()


@pytest.mark.rule("AT-219")
def test_the_hand_over_is_a_step_that_stays_open_until_it_is_noted(welfare: World) -> None:
    assert f"ontbreekt nog : {STEP}".lower() in closing(welfare)
    assert send(welfare, WORK, "verslagen/welfare_hand_over/", TOLD).status_code == 302
    assert f"gedaan op 20 juli 2027 : {STEP}".lower() in closing(welfare)
    assert [one.kind for one in reports(welfare, CARE)] == [ReportKind.WELFARE_HAND_OVER]


@pytest.mark.rule("AT-219")
@pytest.mark.parametrize("left_out", ["receiver", "client_present", "accepted"])
def test_a_hand_over_without_receiver_participant_or_acceptance_is_refused(welfare: World, left_out: str) -> None:
    answer = send(welfare, WORK, "verslagen/welfare_hand_over/", TOLD, {left_out: ""})
    assert answer.status_code == 422
    assert "AT-219" in answer.content.decode()
    assert reports(welfare, WORK) == []


@pytest.mark.rule("AT-219")
def test_after_another_advice_there_is_nothing_to_hand_over(db: None) -> None:
    with time_machine.travel("2027-07-20T10:00:00+02:00", tick=True):
        world = with_access(make_scene(READY_FOR_ADVICE))
        assert STEP.lower() not in closing(world)
        assert "Er is geen advies Welzijn" in text_of(send(world, WORK, "verslagen/welfare_hand_over/", TOLD))


NOTE = {"happened_on": "2027-07-05", "facts": "Het advies is geregistreerd."}
ADVISOR, SCREENING = Role.TRUSTED_ADVISOR, Role.DGS


def list_of(world: World, role: Role) -> str:
    """The words of somebody's own list."""
    return text_of(world.visitor(role).get("/")).lower()


def advisors(world: World) -> list[Position]:
    """Who is the trusted advisor today."""
    parts = Involvement.objects.filter(file=world.file, capacity=ADVISOR).select_related("position")
    return [one.position for one in parts if one.is_in_force(date(2027, 7, 20))]


@pytest.mark.rule("AT-218")
def test_after_the_registration_a_note_to_the_trusted_advisor_is_a_task_of_the_work_case_manager(
    welfare: World,
) -> None:
    before = advisors(welfare)
    assert "schrijf een notitie aan de trusted advisor" in list_of(welfare, WORK)
    assert send(welfare, WORK, "verslagen/welfare_note/", NOTE).status_code == 302
    assert "schrijf een notitie aan de trusted advisor" not in list_of(welfare, WORK)
    assert "notitie voor u over een advies welzijn" in list_of(welfare, ADVISOR)
    assert advisors(welfare) == before


@pytest.mark.rule("AT-218")
def test_the_researcher_takes_the_place_of_the_trusted_advisor_after_the_note_which_keeps_its_name(
    welfare: World,
) -> None:
    (before,) = advisors(welfare)
    send(welfare, WORK, "verslagen/welfare_note/", NOTE)
    assert "zet uw naam in zijn plaats" in list_of(welfare, SCREENING)
    assert send(welfare, SCREENING, "verslagen/advisor_change/", {"happened_on": "2027-07-06"}).status_code == 302
    assert advisors(welfare) == [welfare.position(SCREENING)]
    assert Involvement.objects.filter(file=welfare.file, capacity=ADVISOR, position=before).exists()
    note = next(one for one in reports(welfare, WORK) if one.kind == ReportKind.WELFARE_NOTE)
    assert note.told["addressed_to"] == before.account.name


@pytest.mark.rule("AT-218")
@pytest.mark.parametrize("day", ["", "2027-07-04"])
def test_the_name_does_not_change_before_the_note(welfare: World, day: str) -> None:
    before = advisors(welfare)
    if day:
        send(welfare, WORK, "verslagen/welfare_note/", NOTE)
    answer = send(welfare, SCREENING, "verslagen/advisor_change/", {"happened_on": day or "2027-07-06"})
    assert answer.status_code == 422
    assert "AT-218" in answer.content.decode()
    assert advisors(welfare) == before


@pytest.mark.rule("AT-218")
def test_a_note_of_before_the_registration_is_refused(welfare: World) -> None:
    assert send(welfare, WORK, "verslagen/welfare_note/", NOTE, {"happened_on": "2027-06-24"}).status_code == 422
    assert send(welfare, WORK, "verslagen/welfare_note/", NOTE, {"happened_on": "2027-06-25"}).status_code == 302


@pytest.mark.rule("AT-219")
def test_the_open_hand_over_stands_on_three_lists_until_the_screening_service_notes_it(welfare: World) -> None:
    three = (WORK, SCREENING, Role.NETWORK_COORDINATOR)
    assert all("overdracht na het advies welzijn staat nog open" in list_of(welfare, role) for role in three)
    assert send(welfare, SCREENING, "verslagen/welfare_hand_over/", TOLD).status_code == 302
    assert not any("overdracht na het advies welzijn staat nog open" in list_of(welfare, role) for role in three)
