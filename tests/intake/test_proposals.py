"""Care proposes a candidate, VDAB decides, and the proposer sees the own proposals and what became of them (AT-045)."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from tests.intake.test_once import told
from tests.intake.world import CARE, MEDIATOR, ROAD, WORK, World, send
from tests.rules.histories import IN_PROGRESS
from tests.scene import signed_in, text_of
from vlechtwerk.history.models import Case
from vlechtwerk.intake.models import Proposal
from vlechtwerk.intake.proposals import AlreadyDecided, accept
from vlechtwerk.organisations.actions import Choice, choose
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

PROPOSE = f"{ROAD}aanmelden/"
CANDIDATE = {
    "given_name": "Fien",
    "family_name": "Voorbeeld",
    "birth_year": "1990",
    "reason": "Wil weer werken",
    "consent_on": "2026-01-30",
}


def proposed(world: World, **more: str) -> str:
    """Propose somebody of care; the address of the proposal."""
    answer = send(world.as_(CARE), PROPOSE, **{**CANDIDATE, **more})
    assert answer.status_code == 302
    with acting(world.cast[CARE], date(2026, 2, 2)):
        return f"{ROAD}aanmeldingen/{Proposal.objects.latest('id').pk}/"


@pytest.mark.rule("AT-045")
def test_a_proposal_waits_for_vdab_and_opens_nothing(world: World) -> None:
    proposed(world)
    assert "Fien Voorbeeld" in text_of(world.as_(MEDIATOR).get(ROAD))
    assert "wacht op de beslissing van VDAB" in text_of(world.as_(CARE).get(ROAD))
    assert (Case.objects.count(), Person.objects.count()) == (0, 0)


@pytest.mark.rule("AT-045")
@pytest.mark.parametrize("missing", ["reason", "consent_on"])
def test_without_a_reason_or_the_consent_nobody_is_proposed(world: World, missing: str) -> None:
    answer = send(world.as_(CARE), PROPOSE, **{**CANDIDATE, missing: ""})
    assert answer.status_code == 422
    assert "AT-045" in text_of(answer)


@pytest.mark.rule("AT-031")
def test_accepting_begins_a_referral_with_what_is_known(world: World) -> None:
    url = proposed(world)
    browser = world.as_(MEDIATOR)
    draft = send(browser, url, decision="accept")["Location"]
    assert 'value="Voorbeeld"' in browser.get(draft).content.decode()
    assert "VDAB begint een toeleiding" in text_of(world.as_(CARE).get(url))


def test_a_refusal_tells_the_proposer_why(world: World) -> None:
    url = proposed(world)
    browser = world.as_(MEDIATOR)
    assert send(browser, url, decision="refuse").status_code == 422
    assert send(browser, url, decision="refuse", outcome="Eerst een opleiding").status_code == 302
    assert "Eerst een opleiding" in text_of(world.as_(CARE).get(url))


def test_only_the_proposer_and_the_mediators_of_the_region_see_a_proposal(world: World) -> None:
    url = proposed(world)
    others = [role for role in world.cast.members if role not in {CARE, MEDIATOR}]
    assert {world.as_(role).get(url).status_code for role in others} == {404}
    with acting(world.cast[WORK], date(2026, 2, 2)):
        assert not Proposal.objects.exists()


def test_the_database_lets_no_proposal_through_to_a_mediator_of_another_region(world: World) -> None:
    proposed(world)
    world.cast[MEDIATOR].region = world.cast.region.__class__.objects.create(name="Elders")
    world.cast[MEDIATOR].save()
    with acting(world.cast[MEDIATOR], date(2026, 2, 2)):
        assert not Proposal.objects.exists()


def test_the_proposer_decides_nothing(world: World) -> None:
    url = proposed(world)
    world.as_(CARE).post(url, {"idempotency_key": str(uuid4()), "decision": "accept"})
    with acting(world.cast[CARE], date(2026, 2, 2)):
        assert Proposal.objects.get().state == "waiting"


def test_two_mediators_do_not_decide_about_one_proposal(world: World) -> None:
    url = proposed(world)
    send(world.as_(MEDIATOR), url, decision="refuse", outcome="Nee")
    with acting(world.cast[MEDIATOR], date(2026, 2, 2)), pytest.raises(AlreadyDecided):
        accept(Proposal.objects.get().pk, by=world.cast[MEDIATOR], key=uuid4())


def test_proposing_twice_proposes_once(world: World) -> None:
    told_twice = {**CANDIDATE, "idempotency_key": str(uuid4())}
    for _turn in range(2):
        world.as_(CARE).post(PROPOSE, told_twice)
    with acting(world.cast[CARE], date(2026, 2, 2)):
        assert Proposal.objects.count() == 1


@pytest.mark.usefixtures("in_may")
def test_the_proposer_learns_nothing_about_an_earlier_trajectory(world: World) -> None:
    def answers() -> list[tuple[int, str]]:
        sent = send(world.as_(CARE), PROPOSE, **{**CANDIDATE, "family_name": "Vroeger"})
        return [(sent.status_code, sent["Location"]), told(world.as_(CARE).get(PROPOSE))]

    absent = answers()
    world.cast.open(IN_PROGRESS, name="Vroeger")
    assert answers() == absent


@pytest.mark.parametrize(("day", "seen"), [("2027-02-02", True), ("2027-02-03", False)])
def test_a_decided_proposal_is_kept_for_a_year(world: World, day: str, seen: bool) -> None:
    url = proposed(world)
    send(world.as_(MEDIATOR), url, decision="refuse", outcome="Nee")
    with time_machine.travel(f"{day}T10:00:00+01:00"):
        assert (world.as_(CARE).get(url).status_code == 200) is seen


def test_a_region_may_choose_another_time_and_then_the_row_goes(world: World) -> None:
    mediator = world.cast[MEDIATOR]
    choose(region=world.cast.region, choice=Choice("rejected_proposal_days", 30, date(2026, 1, 1), "x"), by=mediator)
    url = proposed(world)
    send(world.as_(MEDIATOR), url, decision="refuse", outcome="Nee")
    with time_machine.travel("2026-03-05T10:00:00+01:00"):
        send(signed_in(mediator), proposed(world), decision="refuse", outcome="Nee")
        with acting(mediator, date(2026, 3, 5)):
            assert Proposal.objects.count() == 1


@pytest.mark.rule("AT-053")
def test_the_region_notes_how_intakes_are_passed_on_with_its_source(world: World) -> None:
    browser = world.as_(Role.CARE_PARTNERSHIP_CONTACT)
    told_it = {"channel": "mailbox", "valid_from": "2026-01-01", "source": "verslag van 12 januari"}
    assert send(browser, f"{ROAD}regio/", **told_it).status_code == 302
    assert send(browser, f"{ROAD}regio/", **told_it).status_code == 422
    page = text_of(world.as_(WORK).get(f"/trajecten/{world.refer().pk}/toeleiding/"))
    assert "Deze regio geeft intakes door via één mailbox" in page
