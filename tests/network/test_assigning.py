"""Who carries out an action: what the rules ask of a provider, and what the trajectory may cost."""

from decimal import Decimal
from typing import Any

import pytest

from tests.network.world import CARE, CARER, COORDINATOR, SIGNED, WORK, WORKER, NetworkWorld, Told
from tests.scene import text_of
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.signals import raise_signal


def refused_with(answer: Any, rule: str) -> bool:
    """Whether a rule refuses it, told with its id under "Why?"."""
    return answer.status_code == 422 and f">{rule}<" in answer.content.decode()


@pytest.mark.rule("AT-090")
def test_the_coordinator_assigns_another_one_than_was_proposed(world: NetworkWorld) -> None:
    assert world.assign(world.known(name="Praktijk Zonneweg")).status_code == 302
    page = world.words(CARE, "uitvoering/")
    assert "Uitgevoerd door Praktijk Zonneweg" in page


@pytest.mark.rule("AT-009")
@pytest.mark.rule("AT-090")
@pytest.mark.parametrize("role", [WORK, CARE, CARER, Role.CLIENT])
def test_nobody_else_assigns(world: NetworkWorld, role: Role) -> None:
    world.known()
    assert world.page(role, f"uitvoering/toewijzen/?actie={world.code()}").status_code == 404


@pytest.mark.rule("AT-177")
@pytest.mark.parametrize(("last", "status"), [("2026-05-11", 302), ("2026-05-10", 422)])
def test_a_provider_of_care_is_recognised_on_the_day_on_which_the_action_starts(
    world: NetworkWorld, last: str, status: int
) -> None:
    made = world.known(leaving_out="erkenning")
    world.tell(made, "erkenning", first="2025-01-01", last=last, recogniser="federal", evidence="Visum 1")
    answer = world.assign(made)
    assert answer.status_code == status
    assert refused_with(answer, "AT-177") == (status == 422)


@pytest.mark.rule("AT-177")
def test_a_recognition_by_a_local_government_does_not_count(world: NetworkWorld) -> None:
    made = world.known(leaving_out="erkenning")
    world.tell(made, "erkenning", first="2025-01-01", recogniser="local", evidence="Besluit van de stad")
    assert refused_with(world.assign(made), "AT-177")
    assert world.assigned() == []


@pytest.mark.rule("AT-178")
def test_somebody_self_employed_without_a_personal_recognition_is_refused(world: NetworkWorld) -> None:
    made = world.known(leaving_out="erkenning", name="Auticoach Alma", self_employed="on")
    assert refused_with(world.assign(made), "AT-178")
    world.tell(made, "erkenning", first="2026-01-01", recogniser="vaph", evidence="Visum 2")
    assert world.assign(made).status_code == 302


@pytest.mark.rule("AT-179")
def test_a_provider_whose_conditions_nobody_checked_is_refused(world: NetworkWorld) -> None:
    assert refused_with(world.assign(world.known(leaving_out="controle")), "AT-179")


@pytest.mark.rule("AT-180")
@pytest.mark.parametrize("discipline", ["homeopathy", "Acupuncture"])
def test_an_alternative_treatment_is_refused(world: NetworkWorld, discipline: str) -> None:
    made = world.known()
    assert refused_with(world.assign(made, discipline=discipline), "AT-180")
    told: Told = {"domain": "care", "discipline": discipline}
    assert refused_with(world.tell(made, "aanbod", **told), "AT-180")


@pytest.mark.rule("AT-116")
def test_a_provider_from_outside_asks_why_the_network_has_no_offer(world: NetworkWorld) -> None:
    outside = world.known(leaving_out="lidmaatschap")
    world.tell(outside, "overeenkomst", **SIGNED)
    assert refused_with(world.assign(outside), "AT-116")
    searched: Told = {"searched_on": "2026-04-29", "search_result": "Geen ergotherapeut in het netwerk"}
    assert world.assign(outside, **searched).status_code == 302
    assert "Geen ergotherapeut in het netwerk" in world.words(CARE, "uitvoering/")


@pytest.mark.rule("AT-117")
@pytest.mark.parametrize(("signed", "status"), [("2026-05-12", 422), ("2026-05-11", 302)])
def test_the_agreement_with_who_was_already_involved_is_signed_before_the_action_starts(
    world: NetworkWorld, signed: str, status: int
) -> None:
    made = world.known()
    world.tell(made, "overeenkomst", first=signed, evidence="Map 7")
    answer = world.assign(made, already_involved="on")
    assert answer.status_code == status
    assert refused_with(answer, "AT-117") == (status == 422)


@pytest.mark.rule("AT-103")
@pytest.mark.parametrize(("amount", "status"), [("4200,00", 302), ("4200,01", 422)])
def test_the_assignments_together_cost_no_more_than_the_maximum(world: NetworkWorld, amount: str, status: int) -> None:
    assert world.assign(world.known()).status_code == 302
    answer = world.assign(world.known(WORKER), Domain.WORK, amount=amount)
    assert answer.status_code == status
    assert refused_with(answer, "AT-103") == (status == 422)


@pytest.mark.rule("AT-103")
def test_what_stays_owed_to_the_provider_before_counts_too(world: NetworkWorld) -> None:
    assert world.assign(world.known(), amount="3000,00").status_code == 302
    other = world.known(name="Praktijk Zonneweg")
    assert refused_with(world.assign(other, amount="4000,00", kept="1000,01"), "AT-103")
    assert world.assign(other, amount="4000,00", kept="1000,00").status_code == 302
    assert "Samen toegewezen € 5.000,00" in world.words(COORDINATOR, "uitvoering/")


@pytest.mark.rule("AT-103")
def test_without_a_maximum_no_amount_is_assigned(world: NetworkWorld) -> None:
    world.ceiling("")
    made = world.known()
    assert refused_with(world.assign(made), "AT-103")
    assert world.assign(made, amount="").status_code == 302


@pytest.mark.rule("AT-115")
def test_the_coordinator_sees_how_many_actions_wait_for_a_provider(world: NetworkWorld) -> None:
    assert "2 acties hebben nog geen dienstverlener" in world.words(COORDINATOR, "uitvoering/")
    world.assign(world.known())
    assert "1 actie heeft nog geen dienstverlener" in world.words(COORDINATOR, "uitvoering/")


@pytest.mark.rule("AT-119")
def test_the_page_tells_by_when_the_first_action_starts(world: NetworkWorld) -> None:
    assert "Eerste actie start uiterlijk op 29 mei 2026" in world.words(COORDINATOR, "uitvoering/")


def test_sending_twice_assigns_once(world: NetworkWorld) -> None:
    made, step = world.known(), f"uitvoering/toewijzen/?actie={world.code()}"
    told = {
        "provider": str(made.pk),
        "discipline": "ergotherapie",
        "first": "2026-05-11",
        **world.form(COORDINATOR, step),
    }
    for _ in range(2):
        assert world.visitor(COORDINATOR).post(f"{world.plan_url}uitvoering/toewijzen/", told).status_code == 302
    assert len(world.assigned()) == 1


def test_a_form_that_was_opened_before_somebody_else_assigned_is_not_stored(world: NetworkWorld) -> None:
    made, step = world.known(), f"uitvoering/toewijzen/?actie={world.code()}"
    late = world.form(COORDINATOR, step)
    world.assign(made)
    told = {"provider": str(made.pk), "discipline": "kinesitherapie", "first": "2026-05-11", **late}
    answer = world.visitor(COORDINATOR).post(f"{world.plan_url}uitvoering/toewijzen/", told)
    assert answer.status_code == 422
    assert "Hier wijzigde intussen iets" in text_of(answer)


def test_an_assignment_that_is_ended_frees_its_amount_besides_what_stays_owed(world: NetworkWorld) -> None:
    world.assign(world.known())
    ended = world.send(COORDINATOR, f"uitvoering/beeindigen/?actie={world.code()}", kept="150,00")
    assert ended.status_code == 302
    assert [one.provider_id is None for one in world.assigned()] == [False, True]
    assert world.assigned()[-1].kept == Decimal(150)
    assert "Samen toegewezen € 150,00" in world.words(COORDINATOR, "uitvoering/")


@pytest.mark.rule("AT-190")
def test_an_internship_that_is_off_stands_beside_the_plan_until_another_provider_has_it(world: NetworkWorld) -> None:
    told = "kan de stage niet uitvoeren zoals gepland"
    assert world.assign(world.known(WORKER), Domain.WORK).status_code == 302
    raise_signal(world.file.pk, SignalKind.PROVIDER_TO_REPLACE, [COORDINATOR])
    assert told in world.words(CARE, "uitvoering/")
    other = world.known(WORKER, name="Verzonnen jobcoaching")
    assert world.assign(other, Domain.WORK, seen=1).status_code == 302
    assert told not in world.words(CARE, "uitvoering/")
