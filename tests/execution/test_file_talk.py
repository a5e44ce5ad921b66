"""The participant asks to go through the confidential file, and the work case manager does it (AT-138)."""

from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import report
from tests.scene import text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind

CLIENT = Role.CLIENT
ASKS = "het vertrouwelijk luik samen te overlopen"


def page_of(world: World) -> str:
    """The address of the page of the participant."""
    return f"/mijn/{world.scene.case.pk}/bespreken/"


def asks(world: World) -> None:
    """The participant asks it, on the day of the test."""
    answer = world.visitor(CLIENT).post(page_of(world), {"idempotency_key": str(uuid4())})
    assert answer.status_code == 302
    Signal.objects.filter(kind=SignalKind.FILE_TALK_ASKED, handled_at=None).update(made_at=timezone.now())


@pytest.mark.rule("AT-138")
def test_a_question_of_the_participant_is_a_task_of_the_work_case_manager_alone(world: World) -> None:
    asks(world)
    asks(world)
    assert [text_of(world.visitor(role).get("/")).count(ASKS) for role in (WORK, CARE)] == [1, 0]
    assert "U vroeg het op 1 mei 2026" in text_of(world.visitor(CLIENT).get(page_of(world)))
    assert report(world, CARE, "file_talk", gone_through="Alles").status_code == 404


@pytest.mark.rule("AT-138")
@pytest.mark.parametrize(("day", "status"), [("2026-04-30", 422), ("2026-05-01", 302)])
def test_the_task_ends_with_a_talk_on_the_day_of_the_question_or_later(world: World, day: str, status: int) -> None:
    asks(world)
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=True):
        told = {"happened_on": day, "gone_through": "Alle neerslagen"}
        assert report(world, WORK, "file_talk", **told).status_code == status
        assert (ASKS in text_of(world.visitor(WORK).get("/"))) is (status != 302)
        assert ("is gedaan op 4 mei 2026" in text_of(world.visitor(CLIENT).get(page_of(world)))) is (status == 302)
