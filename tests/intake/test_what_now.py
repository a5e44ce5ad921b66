"""What comes now on the road: what each person can do, otherwise for whom it waits; and what the participant was told."""

from datetime import date

import pytest

from tests.intake.test_first_meeting import TOGETHER, do, now, on
from tests.intake.world import CARE, MEDIATOR, WORK, World, road
from tests.rules.histories import BOTH, IN_PROGRESS
from tests.scene import text_of
from vlechtwerk.consent.informing import informed
from vlechtwerk.rules.activation.events import StopDecided, StopRequested
from vlechtwerk.rules.activation.terms import StopGround, StopManner

STOPPED = (
    StopRequested(date(2026, 4, 16), StopGround.AT_WORK, BOTH),
    StopDecided(date(2026, 4, 20), StopManner.EARLY_STOP),
)
REMINDER, FIRST_STEP = "herinneren aan de eerste afspraak", "De intake melden"


def test_who_can_do_nothing_sees_for_whom_it_waits(world: World) -> None:
    case = world.with_both()
    panel = now(world, case, CARE)
    assert "U hoeft nu niets te doen" in panel
    assert f"Het wacht op casemanager werk: {FIRST_STEP}" in panel


def test_each_sees_the_first_step_of_their_own(world: World) -> None:
    case = world.refer()
    assert [FIRST_STEP in now(world, case, role) for role in (WORK, MEDIATOR)] == [True, False]
    assert REMINDER in now(world, case, MEDIATOR)


def test_once_a_trajectory_is_over_nothing_waits_on_its_road(world: World) -> None:
    case = world.cast.open([*IN_PROGRESS, *STOPPED])
    with on("2026-05-01"):
        page = text_of(world.as_(WORK).get(road(case)))
        assert "Dit traject is afgelopen. Hier wacht niets meer" in now(world, case)
    assert "De agenda overlopen (casemanager zorg, casemanager werk): niet gedaan" in page.replace(" :", ":")
    assert "Aanvinken wat overlopen is" not in page


@pytest.mark.rule("AT-047")
@pytest.mark.parametrize(("day", "status"), [("2026-02-18", 302), ("2026-02-19", 422)])
def test_the_participant_is_reminded_before_the_appointment(world: World, day: str, status: int) -> None:
    case = world.refer()
    assert "best op 17 februari 2026" in now(world, case, MEDIATOR)
    with on(day):
        assert do(world, case, "herinneren", MEDIATOR, on=day).status_code == status


@pytest.mark.rule("AT-047")
def test_one_reminder_is_enough_and_the_case_managers_see_it(world: World) -> None:
    case = world.refer()
    do(world, case, "herinneren", MEDIATOR, on="2026-02-02")
    assert REMINDER not in now(world, case, MEDIATOR)
    assert f"{REMINDER} (trusted advisor) : gedaan , 2 februari 2026" in text_of(world.as_(WORK).get(road(case)))
    assert world.as_(WORK).get(road(case, "herinneren/")).status_code == 404


@pytest.mark.rule("AT-134")
def test_the_referral_tells_when_the_person_heard_that_data_are_kept_here(world: World) -> None:
    case = world.refer(data_told_on="2026-01-28")
    found = informed(case.file_id)
    assert found is not None
    assert found.on.isoformat() == "2026-01-28"


@pytest.mark.rule("AT-065")
def test_beside_the_agenda_stands_what_vdab_told_already(world: World) -> None:
    case = world.with_both()
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        page = text_of(world.as_(CARE).get(road(case, "agenda/")))
    assert "Bij de toeleiding vertelde VDAB hierover: de privacywetgeving" in page
    assert "AT-065" in page


@pytest.mark.rule("AT-134")
def test_whoever_was_not_told_yet_is_told_at_the_first_meeting(world: World) -> None:
    case = world.cast.open(told=False)
    with on("2026-02-19"):
        told = {**TOGETHER, "alone_because": "", "data_told": "on"}
        assert "gegevens worden bewaard" in now(world, case)
        assert do(world, case, "afspraak", **told).status_code == 302
        assert "gegevens worden bewaard" not in now(world, case)
    found = informed(case.file_id)
    assert found is not None
    assert found.on.isoformat() == "2026-02-19"
