"""A work provider tells that a delay threatens."""

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import report, reports
from tests.scene import text_of
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind
from vlechtwerk.sharing.signals import handle_signal

PROVIDER, COORDINATOR = Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR
TOLD = {"delay_reason": "staff_shortage", "facts": "De jobcoach start pas in juni."}
ALL = ["work_case_manager", "care_case_manager", "network_coordinator"]


def waits_for(world: World, role: Role) -> bool:
    """Whether the own list tells of the delay."""
    return "meldt dat er vertraging dreigt" in text_of(world.visitor(role).get("/"))


@pytest.mark.rule("AT-187")
def test_the_coordinator_and_both_case_managers_each_hear_of_a_delay_once(world: World) -> None:
    for _time in range(2):
        assert report(world, PROVIDER, "delay", **TOLD, audience=ALL).status_code == 302
    assert Signal.objects.filter(kind=SignalKind.DELAY_TOLD).count() == 3
    assert all(waits_for(world, role) for role in (WORK, CARE, COORDINATOR))
    mine = Signal.objects.get(kind=SignalKind.DELAY_TOLD, capacities=[str(WORK)])
    assert handle_signal(mine.pk, by=world.position(WORK))
    assert [waits_for(world, role) for role in (WORK, CARE, COORDINATOR)] == [False, True, True]


@pytest.mark.rule("AT-187")
@pytest.mark.parametrize("left_out", ALL)
def test_a_delay_that_one_of_the_three_does_not_hear_is_refused(world: World, left_out: str) -> None:
    answer = report(world, PROVIDER, "delay", **TOLD, audience=[one for one in ALL if one != left_out])
    assert answer.status_code == 422
    assert "AT-187" in answer.content.decode()
    assert not Signal.objects.filter(kind=SignalKind.DELAY_TOLD).exists()


@pytest.mark.rule("AT-187")
@pytest.mark.parametrize(("reason", "is_none"), [("staff_shortage", True), ("staff_absent", True), ("other", False)])
def test_a_delay_that_lies_with_the_provider_is_kept_as_no_reason_for_an_extension(
    world: World, reason: str, is_none: bool
) -> None:
    report(world, PROVIDER, "delay", **{**TOLD, "delay_reason": reason}, audience=ALL)
    told = next(one for one in reports(world, WORK) if one.kind == ReportKind.DELAY).told
    assert ("no_extension" in told) is is_none


@pytest.mark.rule("AT-187")
def test_only_the_work_provider_tells_of_a_delay_and_all_three_are_proposed(world: World) -> None:
    assert report(world, WORK, "delay", **TOLD, audience=ALL).status_code == 404
    page = world.visitor(PROVIDER).get(f"{world.scene.url}verslagen/delay/").content.decode()
    assert page.count(" checked") >= 3
