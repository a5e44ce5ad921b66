"""Whether the lack of an internship was shown well enough: a judgement of people that changes no amount."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.compensation.world import World, on_day
from tests.rules.histories import started_on
from tests.scene import text_of
from vlechtwerk.compensation.instalments import one_provided
from vlechtwerk.compensation.models import Judgement
from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.events import ActionStarted, NoInternshipMotivated
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role

STARTED = date(2026, 1, 15)
TOLD = {"sufficient": "no", "reason": "Er is maar één werkgever gecontacteerd."}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """10 July 2027."""
    with on_day("2027-07-10"):
        yield


def without_internship(world: World) -> Case:
    """A trajectory of which it was told why there was no internship."""
    return world.open((*started_on(STARTED), NoInternshipMotivated(date(2027, 2, 1))))


def judge(world: World, case: Case, **told: str) -> Any:
    """What the browser answers to the network coordinator who sends a judgement."""
    browser = world.visitor(world.cast[Role.NETWORK_COORDINATOR])
    answers = {"idempotency_key": str(uuid4()), **TOLD, **told}
    return browser.post(f"/vergoeding/netwerk/{case.number}/stage/", answers)


def page(world: World, address: str) -> str:
    """The words of a page of the network coordinator."""
    return text_of(world.visitor(world.cast[Role.NETWORK_COORDINATOR]).get(f"/vergoeding/netwerk/{address}"))


@pytest.mark.rule("AT-195")
def test_a_no_flags_the_instalments_for_a_decision_and_changes_no_amount(world: World) -> None:
    case = without_internship(world)
    before = one_provided(world.region, case.number, date(2027, 7, 10))
    assert judge(world, case).status_code == 302
    assert "wachten op uw beslissing" in page(world, f"{case.number}/")
    assert "Geen stage, onvoldoende aangetoond" in page(world, "")
    after = one_provided(world.region, case.number, date(2027, 7, 10))
    assert (after.amounts, after.paid, after.lost) == (before.amounts, before.paid, before.lost)


@pytest.mark.rule("AT-195")
def test_a_later_yes_takes_the_flag_away_and_the_last_judgement_counts(world: World) -> None:
    case = without_internship(world)
    judge(world, case)
    judge(world, case, sufficient="yes", reason="Na uitleg toch drie werkgevers.")
    assert "wachten op uw beslissing" not in page(world, f"{case.number}/")
    assert "Na uitleg toch drie werkgevers" in page(world, f"{case.number}/")
    assert Judgement.objects.filter(case=case).count() == 2


@pytest.mark.rule("AT-195")
@pytest.mark.parametrize("left_out", ["sufficient", "reason"])
def test_a_judgement_without_an_answer_or_a_reason_is_refused(world: World, left_out: str) -> None:
    answer = judge(world, without_internship(world), **{left_out: ""})
    assert answer.status_code == 422
    assert "AT-195" in answer.content.decode()
    assert not Judgement.objects.exists()


@pytest.mark.rule("AT-195")
def test_a_trajectory_with_an_internship_or_without_a_motivation_is_not_judged(world: World) -> None:
    internship = ActionStarted(date(2026, 3, 2), Domain.WORK, internship=True)
    for events in (started_on(STARTED), (*started_on(STARTED), internship)):
        assert judge(world, world.open(events)).status_code == 422
    assert not Judgement.objects.exists()
