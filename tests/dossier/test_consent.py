"""Sharing item by item: what crosses from secrecy to discretion waits for the client, and goes when she takes it back."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from zeal import zeal_ignore

from tests.dossier.world import CARE, CARER, WORK, World, told
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry
from vlechtwerk.consent.models import Consent, Item, State
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Signal
from vlechtwerk.sharing.policy import Kind

WORDS = "Werkt best in een klein team."
TALKED = {
    "entry_class": "functioning",
    "text": WORDS,
    "audience": ["work_case_manager"],
    "why": "om een werkplek te zoeken",
    "discussed_on": "2026-04-20",
    "answer": "agreed_together",
    "valid_until": "2026-10-20",
}


@pytest.fixture
def world(world: World) -> World:
    """Both case managers and the care provider have access to the shared part."""
    for role in (WORK, CARE, CARER):
        world.give(role)
    return world


def shared(world: World, by: Role = CARE, **answers: Any) -> Any:
    """What the browser answers to somebody who shares a note."""
    return world.visitor(by).post(f"{world.url}schrijven/", told(world.part(Kind.SHARED), **{**TALKED, **answers}))


def reads(world: World, role: Role) -> bool:
    """Whether a role reads the words: page, queries and database give one answer."""
    position = world.position(role)
    page = world.visitor(role).get(world.url)
    with acting(position, TODAY):
        by_query = Note.objects.visible_to(position, TODAY).filter(text=WORDS).exists()
        in_database = Note.objects.filter(text=WORDS).exists()
    assert (WORDS in text_of(page)) == by_query == in_database
    return in_database


def item_url(world: World) -> str:
    """The address of the item that was shared last."""
    return f"{world.url}{Item.objects.latest('made_at').pk}/"


def says(world: World, role: Role, do: str, **answers: str) -> int:
    """Somebody does something with the consent that was asked last; the status."""
    asked = {
        "do": do,
        "consent": str(Consent.objects.latest("asked_at").pk),
        "idempotency_key": str(uuid4()),
        **answers,
    }
    with zeal_ignore():
        return world.visitor(role).post(item_url(world), asked).status_code


@pytest.mark.rule("AT-243")
def test_what_care_shares_with_consent_is_read_by_whom_it_was_agreed_for(world: World) -> None:
    assert shared(world).status_code == 302
    found = {role for role in (WORK, CARE, CARER, Role.CLIENT) if reads(world, role)}
    assert found == {WORK, CARE, Role.CLIENT}


@pytest.mark.rule("AT-243")
def test_without_an_answer_of_the_client_it_does_not_cross(world: World) -> None:
    answer = shared(world, answer="")
    assert answer.status_code == 422
    assert "AT-243" in answer.content.decode()
    assert WORDS in text_of(answer)


@pytest.mark.rule("AT-246")
@pytest.mark.parametrize(("by", "to"), [(WORK, "care_case_manager"), (CARE, "work_case_manager")])
def test_what_is_sensitive_waits_for_an_answer_whoever_writes_it(world: World, by: Role, to: str) -> None:
    assert shared(world, by, entry_class="sensitive", audience=[to], answer="").status_code == 422
    assert shared(world, by, entry_class="sensitive", audience=[to]).status_code == 302


@pytest.mark.rule("AT-244")
@pytest.mark.rule("AT-253")
@pytest.mark.parametrize(
    ("missing", "rule"),
    [({"why": ""}, "AT-244"), ({"discussed_on": ""}, "AT-253"), ({"discussed_on": "2026-05-02"}, "AT-253")],
)
def test_why_and_when_it_was_talked_about_are_told(world: World, missing: dict[str, Any], rule: str) -> None:
    answer = shared(world, **missing)
    assert answer.status_code == 422
    assert rule in answer.content.decode()


@pytest.mark.rule("AT-254")
@pytest.mark.parametrize(("until", "status"), [("", 422), ("2026-04-30", 422), ("2026-05-01", 302)])
def test_a_consent_has_an_end_that_has_not_passed(world: World, until: str, status: int) -> None:
    assert shared(world, valid_until=until).status_code == status


@pytest.mark.rule("AT-254")
def test_a_consent_ends_by_itself_on_the_day_after_its_last(world: World) -> None:
    shared(world)
    work = world.position(WORK)
    for day, seen in ((date(2026, 10, 20), True), (date(2026, 10, 21), False)):
        with acting(work, day):
            assert Note.objects.filter(text=WORDS).exists() is seen
            assert Note.objects.visible_to(work, day).filter(text=WORDS).exists() is seen


@pytest.mark.rule("AT-253")
def test_the_client_answers_in_the_own_view(world: World) -> None:
    shared(world, answer="decides_herself")
    assert not reads(world, WORK)
    assert "Ja, zij mogen het lezen" in text_of(world.visitor(Role.CLIENT).get(item_url(world)))
    assert says(world, Role.CLIENT, "give") == 302
    assert reads(world, WORK)


def test_the_client_reads_what_she_did_as_said_to_her(world: World) -> None:
    shared(world, answer="decides_herself")
    page = item_url(world)
    assert "Wacht op uw antwoord" in text_of(world.visitor(Role.CLIENT).get(page))
    says(world, Role.CLIENT, "give")
    assert "U ging akkoord" in text_of(world.visitor(Role.CLIENT).get(page))
    assert "De deelnemer ging akkoord" in text_of(world.visitor(CARE).get(page))
    says(world, Role.CLIENT, "withdraw")
    assert "U trok uw toestemming in" in text_of(world.visitor(Role.CLIENT).get(page))


@pytest.mark.rule("AT-247")
@pytest.mark.parametrize("answer", ["decides_herself", "disagreed", "not_yet"])
def test_nobody_but_author_and_client_knows_of_what_is_withheld(world: World, answer: str) -> None:
    before = text_of(world.visitor(WORK).get(world.url))
    assert shared(world, answer=answer, not_yet_because="needs_time").status_code == 302
    assert text_of(world.visitor(WORK).get(world.url)) == before
    assert {role for role in (WORK, CARE, CARER, Role.CLIENT) if reads(world, role)} == {CARE, Role.CLIENT}
    assert world.visitor(WORK).get(item_url(world)).status_code == 404


@pytest.mark.rule("AT-247")
def test_not_sharing_yet_asks_for_a_reason(world: World) -> None:
    answer = shared(world, answer="not_yet")
    assert answer.status_code == 422
    assert "AT-247" in answer.content.decode()


@pytest.mark.rule("AT-248")
@pytest.mark.parametrize("by", [Role.CLIENT, CARE, WORK])
def test_a_consent_that_is_taken_back_ends_at_once(world: World, by: Role) -> None:
    shared(world)
    assert reads(world, WORK)
    assert says(world, by, "withdraw") == 302
    assert not reads(world, WORK)
    assert world.visitor(WORK).get(item_url(world)).status_code == 404


@pytest.mark.rule("AT-248")
@pytest.mark.parametrize(("do", "state"), [("withdraw", State.WITHDRAWN), ("refuse", State.REFUSED)])
def test_no_is_a_signal_to_both_case_managers_and_stops_nothing(world: World, do: str, state: State) -> None:
    shared(world, answer="agreed_together" if do == "withdraw" else "decides_herself")
    status = world.scene.case.status_on(TODAY)
    says(world, Role.CLIENT, do)
    assert Consent.objects.get().state == state
    assert Signal.objects.get().capacities == ["care_case_manager", "work_case_manager"]
    assert world.scene.case.status_on(TODAY) == status


@pytest.mark.rule("AT-251")
def test_what_a_care_provider_tells_takes_one_step_at_a_time(world: World) -> None:
    assert shared(world, CARER, audience=["care_case_manager", "work_case_manager"]).status_code == 422
    assert shared(world, CARER, audience=["care_case_manager"], answer="").status_code == 302
    assert {role for role in (WORK, CARE) if reads(world, role)} == {CARE}
    further = {**TALKED, "idempotency_key": str(uuid4())}
    assert world.visitor(CARE).post(f"{item_url(world)}delen/", further).status_code == 302
    assert reads(world, WORK)


@pytest.mark.rule("AT-254")
def test_consent_for_one_wording_is_no_consent_for_another(world: World) -> None:
    shared(world)
    with acting(world.position(CARE), TODAY):
        first = Note.objects.get(text=WORDS)
    shared(world, corrects=str(first.pk), text="Werkt best alleen.", answer="decides_herself")
    assert not reads(world, WORK)
    assert "Werkt best alleen." not in text_of(world.visitor(WORK).get(world.url))
    assert "Werkt best alleen." in text_of(world.visitor(Role.CLIENT).get(world.url))


@pytest.mark.rule("AT-249")
def test_the_remark_of_the_client_stands_beside_the_note_for_everybody_who_reads_it(world: World) -> None:
    shared(world)
    remark = {"text": "Ik werk ook graag alleen.", "disputed": "on", "idempotency_key": str(uuid4())}
    assert world.visitor(Role.CLIENT).post(f"{item_url(world)}opmerking/", remark).status_code == 302
    for role in (WORK, CARE, Role.CLIENT):
        page = text_of(world.visitor(role).get(world.url))
        assert "De deelnemer ziet dit anders" in page
        assert "Ik werk ook graag alleen." in page
    assert "Ik werk ook graag alleen." not in text_of(world.visitor(CARER).get(world.url))


@pytest.mark.rule("AT-249")
@pytest.mark.parametrize("role", [WORK, CARE])
def test_nobody_else_puts_words_in_the_mouth_of_the_client(world: World, role: Role) -> None:
    shared(world)
    remark = {"text": "Niet van haar.", "idempotency_key": str(uuid4())}
    assert world.visitor(role).post(f"{item_url(world)}opmerking/", remark).status_code == 404


@pytest.mark.rule("AT-256")
def test_beside_an_item_stands_who_sees_it_now_until_when_and_why(world: World) -> None:
    shared(world)
    page = text_of(world.visitor(CARE).get(item_url(world)))
    assert "casemanager werk (discretieplicht) (met toestemming, tot en met 20 oktober 2026)" in page
    assert "casemanager zorg (beroepsgeheim) (schreef dit)" in page


@pytest.mark.parametrize("role", [WORK, CARER, Role.DGS, None])
def test_a_consent_that_is_not_yours_cannot_be_answered(world: World, role: Role | None) -> None:
    shared(world, answer="decides_herself")
    asked = {"do": "give", "consent": str(Consent.objects.get().pk), "idempotency_key": str(uuid4())}
    assert world.visitor(role).post(item_url(world), asked).status_code == 404
    assert Consent.objects.get().state == State.ASKED


def test_a_professional_stores_what_the_client_said_and_how(world: World) -> None:
    shared(world, answer="decides_herself")
    assert says(world, CARE, "give") == 404
    assert says(world, CARE, "told", agrees="yes") == 422
    assert says(world, CARE, "told", agrees="yes", how="on_paper") == 302
    assert Consent.objects.get().how == "on_paper"


def test_every_step_of_a_consent_stands_in_the_record(world: World) -> None:
    shared(world, answer="decides_herself")
    says(world, Role.CLIENT, "give")
    says(world, Role.CLIENT, "withdraw")
    found = Entry.objects.filter(verb__startswith="consent").order_by("at").values_list("verb", flat=True)
    assert list(found) == ["consent_asked", "consent_given", "consent_withdrawn"]


def test_an_answer_after_the_last_day_opens_nothing(world: World) -> None:
    shared(world, answer="decides_herself", valid_until="2026-05-01")
    with time_machine.travel("2026-05-02T10:00:00+02:00", tick=True):
        assert says(world, Role.CLIENT, "give") == 404
    assert not reads(world, WORK)


def test_of_two_texts_of_one_day_she_reads_which_is_which_and_how_to_take_it_back(world: World) -> None:
    shared(world)
    shared(world, text="Is niet vrij op dinsdag.")
    page = text_of(world.visitor(Role.CLIENT).get(f"{world.url}toestemmingen/"))
    assert f"“{WORDS}”" in page
    assert "“Is niet vrij op dinsdag.”" in page
    assert page.count("Bekijken of intrekken") == 2


def test_the_consents_stand_on_pages_with_what_waits_for_her_in_front(world: World) -> None:
    for number in range(31):
        with zeal_ignore():
            shared(world, text=f"Zin nummer {number}.")
    shared(world, text="Dit wacht.", answer="decides_herself")
    first, second = (world.visitor(Role.CLIENT).get(f"{world.url}toestemmingen/?page={one}") for one in (1, 2))
    assert text_of(first).find("“Dit wacht.”") < text_of(first).find("“Zin nummer 30.”")
    assert (text_of(first).count("“Zin"), text_of(second).count("“Zin")) == (29, 2)
    assert len(first.content) < 60_000
