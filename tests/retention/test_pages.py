"""The officer decides about each proposal with a reason and the second factor; the client reads what is kept and held back."""

from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests.accounts.people import make_person, sign_in_fully
from tests.cast import Cast
from tests.retention.ended import DUE_ON, SOURCE, confirm, proposed, sends
from tests.review.people import make_officer
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.retention.actions import Decision, NoReason, NotForThisFunction, NotPossibleNow, answer, hold
from vlechtwerk.retention.models import Answer, Because, Given, HeldFor, Hold, Proposal
from vlechtwerk.retention.queries import to_carry_out, unanswered
from vlechtwerk.rules.roles import Role

URL = "/bewaartermijnen/"
WHY = "Er loopt een zaak bij de arbeidsrechtbank."


def holds_back(officer: Position, case: Case) -> Client:
    """The officer holds a file back; the browser."""
    browser = signed_in(officer)
    sends(browser, f"{URL}tegenhouden/", reference=case.reference, held_for="proceedings", words=WHY)
    return browser


def test_the_officer_sees_the_reference_the_reason_and_the_term_and_no_name(ended: Scene, officer: Position) -> None:
    found = proposed()
    browser = signed_in(officer)
    page = text_of(browser.get(URL))
    assert "1 voorstel wacht op uw beslissing." in page
    assert (ended.case.reference in page, "24 april 2041" in page, "Voorbeeld" in page) == (True, True, False)
    assert SOURCE in text_of(browser.get(f"{URL}{found.pk}/"))
    lines = Entry.objects.filter(verb=Verb.NUMBERS_LISTED, shown__contains=[ended.case.file_id])
    assert lines.count() == 2


def test_confirming_is_stored_and_carried_out_by_the_next_run(ended: Scene, officer: Position) -> None:
    found = proposed()
    assert sends(signed_in(officer), f"{URL}{found.pk}/", given="confirmed")["Location"] == URL
    assert list(to_carry_out(officer)) == [found]
    assert Entry.objects.get(verb=Verb.ERASURE_CONFIRMED).file_id == ended.case.file_id
    assert signed_in(officer).get(f"{URL}{found.pk}/").status_code == 404
    assert Case.objects.get(pk=ended.case.pk).erased_on is None


def test_rejecting_asks_a_reason_and_a_day_that_lies_ahead(ended: Scene, officer: Position) -> None:
    url = f"{URL}{proposed().pk}/"
    browser = signed_in(officer)
    assert sends(browser, url, given="rejected").status_code == 422
    assert sends(browser, url, given="rejected", words="Nog niet.", again_on="2026-05-01").status_code == 422
    assert sends(browser, url, given="rejected", words="Nog niet.", again_on="2026-05-02").status_code == 302
    assert Answer.objects.get().given == Given.REJECTED


def test_a_proposal_is_answered_once(ended: Scene, officer: Position) -> None:
    found = proposed()
    confirm(found, officer)
    with pytest.raises(NotPossibleNow):
        confirm(found, officer)
    with pytest.raises(NoReason):
        answer(proposal=Proposal(**_like(found)), told=Decision(Given.REJECTED), by=officer, key=uuid4())


def _like(found: Proposal) -> dict[str, object]:
    """Another proposal about the same file, stored."""
    told = {"file_id": found.file_id, "region_id": found.region_id, "because": "term", "ended_on": found.ended_on}
    made = Proposal.objects.create(**told, due_on=DUE_ON, made_on=timezone.localdate())
    return {field.attname: getattr(made, field.attname) for field in Proposal._meta.concrete_fields}


def test_an_officer_of_another_region_sees_and_decides_nothing(ended: Scene, officer: Position) -> None:
    found = proposed()
    elsewhere = Cast(Region.objects.create(name="Anderregio"), ended.cast.members, ended.cast.outsider)
    other = make_officer(elsewhere, "elsewhere")
    assert signed_in(other).get(f"{URL}{found.pk}/").status_code == 404
    with pytest.raises(NotForThisFunction):
        confirm(found, other)


def test_who_granted_a_request_leaves_the_confirming_to_a_colleague(ended: Scene, officer: Position) -> None:
    told = _like(proposed())
    own = Proposal.objects.create(
        **{**told, "id": uuid4(), "because": Because.REQUEST, "made_by_id": officer.pk, "made_on": "2026-05-02"}
    )
    with pytest.raises(NotForThisFunction):
        confirm(own, officer)
    assert "Een collega moet het bevestigen." in text_of(signed_in(officer).get(f"{URL}{own.pk}/"))
    confirm(own, make_officer(ended.cast, "second"))
    assert own not in unanswered(officer)


def test_deciding_asks_the_second_factor_again(ended: Scene) -> None:
    person = make_person("fg", Role.DATA_PROTECTION_OFFICER)
    person.undertakes()
    person.sets_up_app()
    url = f"{URL}{proposed().pk}/"
    browser = Client()
    sign_in_fully(browser, "fg")
    assert browser.get(url).status_code == 200
    with time_machine.travel("2026-05-01T10:20:00+02:00"):
        asked = browser.get(url)
    assert (asked.status_code, url in asked["Location"]) == (302, True)


def test_the_client_reads_that_her_file_is_held_back_and_why(scene: Scene, officer: Position) -> None:
    holds_back(officer, scene.case)
    told = f"Sinds 1 mei 2026 mag uw dossier niet vernietigd worden, want er loopt een rechtszaak: {WHY}"
    client = scene.as_(Role.CLIENT)
    assert told in text_of(client.get(f"/mijn/{scene.case.pk}/"))
    assert told in text_of(client.get(f"/mijn/{scene.case.pk}/bewaren/"))
    assert WHY not in text_of(scene.as_(Role.WORK_CASE_MANAGER).get(scene.url))
    assert "dat het dossier niet vernietigd mag worden" in text_of(client.get("/wie-keek/"))


def test_lifting_has_a_reason_that_she_reads_too(scene: Scene, officer: Position) -> None:
    browser = holds_back(officer, scene.case)
    url = f"{URL}tegenhouden/{Hold.objects.get().pk}/"
    assert sends(browser, url).status_code == 422
    assert sends(browser, url, words="De zaak is afgelopen.").status_code == 302
    client = scene.as_(Role.CLIENT)
    assert "Dat stopte: De zaak is afgelopen." in text_of(client.get(f"/mijn/{scene.case.pk}/bewaren/"))
    assert "mocht uw dossier" not in text_of(client.get(f"/mijn/{scene.case.pk}/"))


def test_a_file_is_held_back_once_and_by_an_officer_only(scene: Scene, officer: Position) -> None:
    told: dict[str, Any] = {"case": scene.case, "held_for": HeldFor.CLAIM, "words": WHY}
    key = uuid4()
    assert hold(**told, by=officer, key=key) == hold(**told, by=officer, key=key)
    with pytest.raises(NotPossibleNow):
        hold(**told, by=officer, key=uuid4())
    with pytest.raises(NotForThisFunction):
        hold(**told, by=scene.cast[Role.WORK_CASE_MANAGER], key=uuid4())


def test_the_client_reads_until_when_her_data_may_be_kept(ended: Scene) -> None:
    page = text_of(ended.as_(Role.CLIENT).get(f"/mijn/{ended.case.pk}/bewaren/"))
    assert "mogen ten laatste tot 24 april 2041 bewaard worden" in page
    assert "Nog niet bepaald." in page


def test_without_a_choice_of_the_region_she_reads_no_day(scene: Scene) -> None:
    assert "ten laatste tot" not in text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/bewaren/"))
