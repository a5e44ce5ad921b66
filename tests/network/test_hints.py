"""What the page about carrying out a plan warns of: a hand-over that was not warm, and care that is suspended."""

from datetime import date
from uuid import uuid4

import pytest

from tests.dossier.world import told
from tests.network.world import CARE, CARER, COORDINATOR, WORK, NetworkWorld
from vlechtwerk.rules.activation import events as e
from vlechtwerk.sharing.policy import Kind

WARM, SUSPENDED = "AT-124", "AT-165"


def met(world: NetworkWorld, *attendees: str) -> None:
    """The care case manager notes a meeting."""
    answers = {"kind": "consultation", "attendees": attendees, "idempotency_key": str(uuid4())}
    absence = "" if "client" in attendees else "Ze was ziek."
    audience = ["work_case_manager", "care_case_manager"]
    note = told(world.part(Kind.SHARED), **answers, client_absence=absence, audience=audience)
    assert world.visitor(CARE).post(f"{world.url}schrijven/", note).status_code == 302


@pytest.fixture
def let_in(world: NetworkWorld) -> NetworkWorld:
    """The care provider carries out the action of care and takes part."""
    assert world.assign(world.known()).status_code == 302
    return world


@pytest.mark.rule("AT-124")
def test_a_hand_over_is_warm_once_the_participant_the_case_manager_and_the_provider_met(let_in: NetworkWorld) -> None:
    assert WARM in let_in.words(CARE, "uitvoering/")
    met(let_in, "care_case_manager", "care_provider")
    assert WARM in let_in.words(CARE, "uitvoering/")
    met(let_in, "client", "care_case_manager", "care_provider")
    assert WARM not in let_in.words(CARE, "uitvoering/")


@pytest.mark.rule("AT-165")
def test_while_care_is_suspended_the_page_tells_that_care_is_not_reimbursed(let_in: NetworkWorld) -> None:
    assert SUSPENDED not in let_in.words(COORDINATOR, "uitvoering/")
    cast, case = let_in.scene.cast, let_in.scene.case
    cast.record(case, e.MediationStarted(date(2026, 5, 1)), e.CareSuspended(date(2026, 5, 1)))
    for role in (WORK, COORDINATOR, CARER):
        assert SUSPENDED in let_in.words(role, "uitvoering/")
