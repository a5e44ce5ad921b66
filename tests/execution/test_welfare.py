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
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.events import MediationAdviceRegistered
from vlechtwerk.rules.activation.terms import Advice

TOLD = {"happened_on": "2027-07-20", "receiver": "GTB, advies Welzijn", "client_present": "on", "accepted": "on"}
STEP = "De deelnemer is na het advies Welzijn persoonlijk overgedragen"


@pytest.fixture
def welfare(db: None) -> Iterator[World]:
    """20 July 2027, after the screening service registered Welfare on 25 June."""
    with time_machine.travel("2027-07-20T10:00:00+02:00", tick=True):
        before = [one for one in READY_FOR_ADVICE if not isinstance(one, MediationAdviceRegistered)]
        advice = MediationAdviceRegistered(date(2027, 6, 25), Advice.WELFARE)
        yield with_access(make_scene((*before, advice)))


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
