"""Whether the lack of an internship was shown well enough: a judgement of people that changes no amount."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

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


@pytest.fixture
def follower(world: World) -> Client:
    """The browser of the project follower, who commissions the network for VDAB."""
    return world.visitor(world.cast[Role.PROJECT_FOLLOWER])


@pytest.mark.rule("AT-195")
def test_the_project_follower_judges_the_contractor_beside_the_coordinator(world: World, follower: Client) -> None:
    case = without_internship(world)
    assert case.reference in text_of(follower.get("/vergoeding/geen-stage/"))
    judge(world, case, sufficient="yes", reason="Drie werkgevers gecontacteerd.")
    assert "wachten op uw beslissing" not in page(world, f"{case.number}/")
    answers = {"idempotency_key": str(uuid4()), **TOLD}
    assert follower.post(f"/vergoeding/netwerk/{case.number}/stage/", answers).status_code == 302
    shown = page(world, f"{case.number}/")
    assert "wachten op uw beslissing" in shown
    assert "Drie werkgevers gecontacteerd" in shown
    assert TOLD["reason"] in shown


def test_the_project_follower_reads_numbers_and_no_names_or_amounts(world: World, follower: Client) -> None:
    case = without_internship(world)
    listed = text_of(follower.get("/vergoeding/geen-stage/"))
    assert str(case.file.person) not in listed + text_of(follower.get(f"/vergoeding/netwerk/{case.number}/stage/"))
    assert [follower.get(f"/vergoeding/netwerk/{one}").status_code for one in ("", f"{case.number}/")] == [404, 404]
    assert 'href="/vergoeding/geen-stage/"' in follower.get("/").content.decode()


def test_trajectories_with_an_internship_or_without_a_motivation_are_not_listed(world: World, follower: Client) -> None:
    internship = ActionStarted(date(2026, 3, 2), Domain.WORK, internship=True)
    motivated = NoInternshipMotivated(date(2026, 2, 27))
    for events in (started_on(STARTED), (*started_on(STARTED), motivated, internship)):
        world.open(events)
    assert "Van geen enkel traject" in text_of(follower.get("/vergoeding/geen-stage/"))


@pytest.mark.rule("AT-195")
@pytest.mark.parametrize(("sufficient", "asked"), [("no", True), ("yes", False)])
def test_after_a_no_the_provider_is_asked_to_show_more(world: World, sufficient: str, asked: bool) -> None:
    case = without_internship(world)
    judge(world, case, sufficient=sufficient)
    home = text_of(world.visitor(world.cast[Role.WORK_PROVIDER]).get("/"))
    assert ("vul de motivering aan" in home) is asked


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
