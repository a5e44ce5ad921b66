"""Who follows up an action: the case manager of its side, and while the colleague is away whoever took it over with a reason."""

from typing import Any

import pytest

from tests.dossier.colleagues import away, colleague_of
from tests.execution.telling import report
from tests.network.world import CARE, WORK, NetworkWorld
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.standing_in import let_stand_in

TAKEN = {"reason": "Ze is twee weken ziek.", "taken_until": "2026-05-14", "happened_on": str(TODAY)}
KIND = "follow_up_taken"


def take_over(world: NetworkWorld, role: Role = WORK, **answers: Any) -> Any:
    """What the browser answers to somebody who takes over the actions of the colleague."""
    return report(world, role, KIND, **{**TAKEN, **answers})


@pytest.fixture
def alone(world: NetworkWorld) -> NetworkWorld:
    """A colleague stands in for the care case manager from 1 until 14 May 2026."""
    let_stand_in(file=world.file, asked=away(colleague_of(world, CARE)), by=world.position(CARE))
    return world


@pytest.mark.rule("AT-147")
def test_each_case_manager_follows_the_actions_of_the_own_side(world: NetworkWorld) -> None:
    page = world.words(WORK, "uitvoering/")
    assert [page.count(f"Opgevolgd door {world.position(role).account.name}") for role in (CARE, WORK)] == [1, 1]
    assert "AT-147" in page


@pytest.mark.rule("AT-147")
def test_the_actions_of_an_absent_colleague_are_taken_over_until_a_day(alone: NetworkWorld) -> None:
    assert take_over(alone).status_code == 302
    name = alone.position(WORK).account.name
    told = f"{name}, voor de collega die afwezig is, tot en met 14 mei 2026"
    assert alone.words(CARE, "uitvoering/").count(told) == 1


@pytest.mark.rule("AT-147")
def test_it_is_logged_with_the_rule_and_told_why(alone: NetworkWorld) -> None:
    refused = take_over(alone, reason="")
    assert refused.status_code == 422
    assert "AT-147" in text_of(refused)
    take_over(alone)
    assert "AT-147" in Entry.objects.filter(verb=Verb.REPORT_WRITTEN).latest("id").rules
    assert "Ze is twee weken ziek." in text_of(alone.visitor(CARE).get(f"{alone.url}verslagen/"))


@pytest.mark.rule("AT-147")
def test_a_colleague_who_is_there_is_not_taken_over(world: NetworkWorld) -> None:
    assert take_over(world).status_code == 422
    assert "AT-147" in text_of(world.visitor(WORK).get(f"{world.scene.url}verslagen/{KIND}/"))
    assert f"verslagen/{KIND}/" not in world.visitor(WORK).get(f"{world.url}verslagen/").content.decode()


@pytest.mark.parametrize(("last", "status"), [("2026-04-30", 422), ("2026-05-01", 302)])
def test_it_ends_on_the_first_day_or_after_it(alone: NetworkWorld, last: str, status: int) -> None:
    assert take_over(alone, taken_until=last).status_code == status


@pytest.mark.rule("AT-147")
def test_after_the_last_day_the_own_case_manager_follows_again(alone: NetworkWorld) -> None:
    take_over(alone, happened_on="2026-04-20", taken_until="2026-04-30")
    assert "voor de collega die afwezig is" not in alone.words(CARE, "uitvoering/")
