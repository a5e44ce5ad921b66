"""What is known of a provider: by whom it is kept, what stands, and what a lost recognition does."""

import pytest

from tests.network.world import CARE, CARER, COORDINATOR, MEMBER, RECOGNISED, WORK, NetworkWorld, Told
from tests.scene import TODAY, text_of
from vlechtwerk.network.models import Fact, Provider
from vlechtwerk.network.queries import find_provider
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.roles import Role


def test_the_coordinator_keeps_the_providers_and_case_managers_read_them(world: NetworkWorld) -> None:
    made = world.known()
    for role, status in ((COORDINATOR, 200), (CARE, 200), (WORK, 200), (CARER, 404), (Role.CLIENT, 404)):
        assert world.visitor(role).get(f"/netwerk/{made.pk}/").status_code == status
    for role in (CARE, WORK, CARER):
        assert world.tell(made, "lidmaatschap", by=role, **MEMBER).status_code == 404
        assert world.visitor(role).post("/netwerk/", {"name": "Iemand"}).status_code in {200, 404}
    assert Provider.objects.count() == 1


def test_what_was_replaced_meanwhile_is_not_replaced_again(world: NetworkWorld) -> None:
    made = world.known()
    stands = Fact.objects.get(kind="membership")
    world.tell(made, "lidmaatschap", **MEMBER, instead_of=stands)
    assert world.tell(made, "lidmaatschap", **MEMBER, instead_of=stands).status_code == 404


def test_an_organisation_is_a_provider_of_a_region_once(world: NetworkWorld) -> None:
    world.provider(name="Praktijk Zonneweg")
    told = {"name": "praktijk zonneweg", "idempotency_key": "0197a5b0-0000-7000-8000-000000000002"}
    answer = world.visitor(COORDINATOR).post("/netwerk/", told)
    assert answer.status_code == 422
    assert "staat al bij de dienstverleners" in text_of(answer)
    assert Organisation.objects.filter(name__iexact="Praktijk Zonneweg").count() == 1


@pytest.mark.rule("AT-118")
@pytest.mark.parametrize(("first", "inside"), [("2026-05-01", True), ("2026-05-02", False)])
def test_a_partner_belongs_to_the_network_from_the_day_of_the_approval(
    world: NetworkWorld, first: str, inside: bool
) -> None:
    made = world.provider()
    world.tell(made, "lidmaatschap", first=first, evidence="Goedgekeurd door VDAB")
    assert find_provider(made.region_id, made.pk).is_member_on(TODAY) == inside


def test_what_comes_in_the_place_of_a_fact_leaves_the_earlier_one_as_it_was(world: NetworkWorld) -> None:
    made = world.known()
    stands = Fact.objects.get(kind="membership")
    told: Told = {**MEMBER, "last": "2026-04-30", "instead_of": stands}
    assert world.tell(made, "lidmaatschap", **told).status_code == 302
    assert not find_provider(made.region_id, made.pk).is_member_on(TODAY)
    assert Fact.objects.get(pk=stands.pk).last is None


@pytest.mark.rule("AT-177")
def test_an_assignment_that_runs_shows_a_warning_when_the_recognition_is_lost(world: NetworkWorld) -> None:
    made = world.known()
    world.assign(made, first="2026-05-01")
    stands = Fact.objects.get(kind="recognition")
    told: Told = {**RECOGNISED, "last": "2026-04-30", "instead_of": stands}
    assert world.tell(made, "erkenning", **told).status_code == 302
    for page in (world.page(CARE, "uitvoering/"), world.visitor(COORDINATOR).get("/netwerk/")):
        assert ">AT-177<" in page.content.decode()
    assert world.assign(made, first="2026-05-01").status_code == 422


def test_places_and_waiting_time_stand_beside_the_question_who_carries_out_an_action(world: NetworkWorld) -> None:
    made = world.known()
    told: Told = {"domain": "care", "discipline": "ergotherapie", "places": "4", "waiting_weeks": "3"}
    assert world.tell(made, "aanbod", **told).status_code == 302
    world.assign(made)
    page = world.words(COORDINATOR, f"uitvoering/toewijzen/?actie={world.code()}")
    assert "1 van 4 bezet" in page
    assert "3 weken" in page


def test_the_last_offer_about_a_discipline_counts(world: NetworkWorld) -> None:
    made = world.known()
    for weeks in ("3", "0"):
        world.tell(made, "aanbod", domain="care", discipline="ergotherapie", waiting_weeks=weeks)
    page = text_of(world.visitor(CARE).get(f"/netwerk/{made.pk}/"))
    assert "geen wachttijd" in page
    assert "3 weken" not in page


@pytest.mark.parametrize(("first", "last"), [("2026-05-02", "2026-05-01"), ("1999-12-31", "")])
def test_days_that_cannot_be_are_refused(world: NetworkWorld, first: str, last: str) -> None:
    made = world.provider()
    assert world.tell(made, "lidmaatschap", first=first, last=last, evidence="Lijst").status_code == 422
    assert Fact.objects.count() == 0
