"""The coordinator asks to add a partner to the network; it is a member from the day of the approval on (AT-118)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.network.world import CARE, COORDINATOR, MEMBER, NetworkWorld
from tests.scene import TODAY, text_of
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.network.models import Fact, Provider
from vlechtwerk.network.queries import find_provider
from vlechtwerk.rules.roles import Role

FOLLOWER = Role.PROJECT_FOLLOWER
PAGE = "/netwerk/partners/"
ASKED = {"name": "Praktijk Zonneweg", "offer": "ergotherapie, vier plaatsen", "motivation": "Er is een wachttijd."}


def ask(world: NetworkWorld, *, by: Role = COORDINATOR, **changed: Any) -> Any:
    """Somebody asks to add a partner."""
    return world.visitor(by).post(PAGE, {**ASKED, "idempotency_key": str(uuid4()), **changed})


def decide(world: NetworkWorld, answer: str, on: str = "2026-05-01", by: Role = FOLLOWER) -> Any:
    """Somebody decides about the application that was made last."""
    asked = Arrangement.objects.filter(sort=Sort.APPLICATION).order_by("-id")[0]
    told = {"answer": answer, "on": on, "reason": "Brief van VDAB", "idempotency_key": str(uuid4())}
    return world.visitor(by).post(f"{PAGE}{asked.pk}/", told)


@pytest.mark.rule("AT-118")
def test_a_partner_is_a_member_from_the_day_of_the_approval_and_not_before(world: NetworkWorld) -> None:
    assert ask(world).status_code == 302
    assert "ingediend" in text_of(world.visitor(COORDINATOR).get(PAGE))
    assert not Provider.objects.exists()
    assert decide(world, "approved").status_code == 302
    made = Provider.objects.get()
    known = find_provider(made.region_id, made.pk)
    assert (known.is_member_on(date(2026, 4, 30)), known.is_member_on(TODAY)) == (False, True)


@pytest.mark.rule("AT-118")
@pytest.mark.parametrize("answer", ["", "refused"])
def test_who_was_asked_for_and_is_not_approved_cannot_be_made_a_member(world: NetworkWorld, answer: str) -> None:
    made = world.provider(name="Praktijk Zonneweg")
    ask(world)
    assert not answer or decide(world, answer).status_code == 302
    refused = world.tell(made, "lidmaatschap", **MEMBER)
    assert (refused.status_code, "AT-118" in text_of(refused)) == (422, True)
    assert not Fact.objects.exists()


@pytest.mark.rule("AT-118")
@pytest.mark.parametrize("missing", ["name", "offer", "motivation"])
def test_an_application_names_the_partner_the_offer_and_why(world: NetworkWorld, missing: str) -> None:
    assert ask(world, by=COORDINATOR, **{missing: ""}).status_code == 422
    assert not Arrangement.objects.exists()


def test_the_coordinator_asks_and_the_project_follower_decides(world: NetworkWorld) -> None:
    ask(world, by=FOLLOWER)
    assert (ask(world, by=CARE).status_code, Arrangement.objects.exists()) == (404, False)
    ask(world)
    assert "Partners toevoegen aan het netwerk (1)" in text_of(world.visitor(FOLLOWER).get("/regio/"))
    assert decide(world, "approved", by=COORDINATOR).status_code == 404
    assert decide(world, "refused").status_code == 302
    assert "geweigerd op 1 mei 2026: Brief van VDAB" in text_of(world.visitor(COORDINATOR).get(PAGE))


@pytest.mark.parametrize(("day", "status"), [("2026-04-30", 422), ("2026-05-01", 302), ("2026-05-02", 422)])
def test_a_decision_is_of_a_day_from_the_application_up_to_today(world: NetworkWorld, day: str, status: int) -> None:
    ask(world)
    assert decide(world, "approved", day).status_code == status


def test_one_application_about_a_partner_waits_at_a_time_and_is_decided_once(world: NetworkWorld) -> None:
    ask(world)
    assert ask(world, name="praktijk zonneweg").status_code == 422
    assert decide(world, "refused").status_code == 302
    assert decide(world, "approved").status_code == 404
    assert ask(world).status_code == 302
