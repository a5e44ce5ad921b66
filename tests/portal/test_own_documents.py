"""The client brings documents herself: hers alone, shared with whom she chooses, and taken back."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.test import override_settings

from tests.documents.makers import docx, pdf
from tests.dossier.papers import LIMITS, file
from tests.dossier.world import CARE, CARER, WORK, World, undone
from tests.scene import TODAY, panel, text_of
from vlechtwerk.consent.models import Consent, Item, Remark
from vlechtwerk.documents.intake import take_in
from vlechtwerk.documents.models import Document
from vlechtwerk.documents.own import MOST, OwnDraft, OwnKind, TooMany, bring
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import File, Signal
from vlechtwerk.sharing.policy import Kind

NAME = "Getuigschrift van mijn opleiding"
OTHERS = (WORK, CARE, CARER, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR)


def mine(world: World) -> str:
    """The address of her documents."""
    return f"/mijn/{world.scene.case.pk}/documenten/"


def brings(world: World, **more: Any) -> Any:
    """The client puts a document in her file."""
    answers = {"idempotency_key": str(uuid4()), "kind": "certificate", "name": NAME, "file": file(), **more}
    return world.visitor(Role.CLIENT).post(f"{mine(world)}toevoegen/", answers)


def brought(world: World) -> Document:
    """Her document, after she put it there."""
    assert brings(world).status_code == 302
    with acting(world.scene.client, TODAY):
        return Document.objects.get(author=world.scene.client)


def shares(world: World, document: Document, *to: Role, **more: Any) -> Any:
    """She lets some read it."""
    answers = {"idempotency_key": str(uuid4()), "to": [str(one) for one in to], "last_day": "2026-10-20", **more}
    return world.visitor(Role.CLIENT).post(f"{mine(world)}{document.pk}/delen/", answers)


def takes_back(world: World) -> Any:
    """She takes back what she shared."""
    return world.visitor(Role.CLIENT).post(mine(world), {"consent": str(Consent.objects.latest("asked_at").pk)})


def readers(world: World) -> set[Role]:
    """Whose list of documents shows it; the database agrees."""
    page = {role: text_of(world.visitor(role).get(f"{world.url}documenten/")) for role in OTHERS}
    shown = {role for role, text in page.items() if NAME in text}
    assert shown == {role for role in OTHERS if rows(world.position(role))}
    return shown


def rows(position: Position) -> int:
    """How many documents the database gives somebody that asks for all."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM documents_document")
        number: int = cursor.fetchone()[0]
        return number


@pytest.fixture(autouse=True)
def _everybody_has_access(world: World) -> None:
    """The team has access to the shared part."""
    world.give_all()


def test_what_she_brings_is_hers_alone(world: World) -> None:
    brought(world)
    page = panel(world.visitor(Role.CLIENT).get(mine(world)), "Wat ik hier zelf zette")
    assert NAME in page
    assert "Alleen u kunt dit zien" in page
    assert readers(world) == set()


def test_she_shares_it_with_whom_she_names_and_they_are_told(world: World) -> None:
    document = brought(world)
    assert "Work_Case_Manager (casemanager werk)" in text_of(
        world.visitor(Role.CLIENT).get(f"{mine(world)}{document.pk}/delen/")
    )
    assert shares(world, document, WORK).status_code == 302
    assert readers(world) == {WORK}
    assert "Gedeeld met: Work_Case_Manager (casemanager werk). Tot en met 20 oktober 2026." in text_of(
        world.visitor(Role.CLIENT).get(mine(world))
    )
    assert [(one.kind, one.capacities) for one in Signal.objects.all()] == [("document_shared", [str(WORK)])]


@pytest.mark.rule("AT-248")
def test_she_takes_it_back_and_it_is_gone_at_once_without_a_question(world: World) -> None:
    document = brought(world)
    shares(world, document, WORK, CARE)
    assert readers(world) == {WORK, CARE}
    assert takes_back(world).status_code == 302
    assert readers(world) == set()
    (told,) = Signal.objects.exclude(kind="document_shared")
    assert (told.kind, told.capacities) == ("document_taken_back", [str(CARE), str(WORK)])
    for role in (WORK, CARE):
        assert world.visitor(role).get(f"{world.url}documenten/{document.pk}/").status_code == 404


def test_two_choices_for_one_document_end_apart(world: World) -> None:
    document = brought(world)
    shares(world, document, CARE)
    shares(world, document, WORK)
    takes_back(world)
    assert readers(world) == {CARE}


def test_choosing_the_same_twice_is_one_choice(world: World) -> None:
    document = brought(world)
    shares(world, document, WORK)
    shares(world, document, WORK)
    assert Consent.objects.filter(item=document.item).count() == 1


def test_what_she_says_with_it_stands_beside_it(world: World) -> None:
    document = brought(world)
    shares(world, document, WORK, words="Ik ben er trots op.")
    with acting(world.scene.client, TODAY):
        assert Remark.objects.get(item=document.item).text == "Ik ben er trots op."
    assert "Ik ben er trots op." in text_of(world.visitor(WORK).get(f"{world.url}{document.item_id}/"))


@pytest.mark.parametrize(
    "answers", [{"last_day": "2026-04-30"}, {"to": []}, {"to": ["vdab_mediator"]}, {"last_day": ""}]
)
def test_without_somebody_or_with_a_day_that_has_passed_nothing_is_shared(world: World, answers: Any) -> None:
    document = brought(world)
    assert shares(world, document, WORK, **answers).status_code == 422
    assert not Consent.objects.filter(item=document.item).exists()


@pytest.mark.parametrize("role", [WORK, CARE])
def test_who_reads_it_cannot_share_it_further(world: World, role: Role) -> None:
    document = brought(world)
    shares(world, document, role)
    assert world.visitor(role).get(f"{world.url}{document.item_id}/delen/").status_code == 404


def test_nobody_else_brings_or_shares_in_her_name(world: World) -> None:
    document = brought(world)
    shares(world, document, WORK)
    for role in OTHERS:
        browser = world.visitor(role)
        paths = (mine(world), f"{mine(world)}toevoegen/", f"{mine(world)}{document.pk}/delen/")
        assert {browser.get(one).status_code for one in paths} == {404}
        assert (
            browser.post(mine(world), {"consent": str(Consent.objects.get(item=document.item).pk)}).status_code == 404
        )


def test_a_document_of_somebody_else_is_not_hers_to_share(world: World) -> None:
    browser = world.visitor(Role.CLIENT)
    other = Item.objects.filter(file=world.file).exclude(capacity=Role.CLIENT).first()
    assert other is not None
    assert browser.get(f"{mine(world)}{other.pk}/delen/").status_code == 404


def stores(client: Position, item: Item, document: Document) -> None:
    """Store a document under an item past the program; nothing of it stays."""
    with undone(), acting(client, TODAY):
        item.save(force_insert=True)
        document.item = item
        document.save(force_insert=True)


@pytest.mark.parametrize("part", [Kind.ICF, Kind.ADMINISTRATIVE])
def test_the_database_takes_what_she_brings_in_the_shared_part_alone(world: World, part: Kind) -> None:
    document = brought(world)
    item, key = Item.objects.get(pk=document.item_id), uuid4()
    item.pk, item.compartment = uuid4(), world.part(part)
    document.pk, document.compartment, document.idempotency_key = uuid4(), item.compartment, key
    with pytest.raises(DatabaseError, match="row-level security"):
        stores(world.scene.client, item, document)


def test_nothing_is_brought_or_shared_once_the_file_is_shut_but_it_can_be_taken_back(world: World) -> None:
    document = brought(world)
    shares(world, document, WORK)
    File.objects.filter(pk=world.file.pk).update(blocked_on=TODAY)
    assert brings(world).status_code == 404
    assert shares(world, document, CARE).status_code == 404
    assert takes_back(world).status_code == 302
    assert not Consent.objects.filter(item=document.item, state="given").exists()


@override_settings(UPLOAD_MOST_BYTES=1000)
def test_a_file_that_is_too_large_is_refused_with_what_to_do(world: World) -> None:
    answer = brings(world, file=file("film.mp4", b"0" * 2000, "video/mp4"))
    assert answer.status_code == 422
    assert "Maak het kleiner" in text_of(answer)


def test_a_film_or_a_file_with_a_program_in_it_is_refused_and_the_rest_stays(world: World) -> None:
    answer = brings(world, file=file("brief.docx", docx({"word/vbaProject.bin": b"\1"}), ""))
    assert answer.status_code == 422
    assert "macro" in text_of(answer)
    assert f'value="{NAME}"' in answer.content.decode()
    with acting(world.scene.client, TODAY):
        assert not Document.objects.exists()


def test_there_is_an_end_to_how_many_one_client_keeps(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST == 100
    monkeypatch.setattr("vlechtwerk.documents.own.MOST", 1)
    brought(world)
    taken = take_in("cv.pdf", "application/pdf", pdf(), LIMITS)
    with acting(world.scene.client, TODAY), pytest.raises(TooMany):
        bring(file=world.file, draft=OwnDraft(OwnKind.CV, "Cv"), taken=taken, by=world.scene.client, key=uuid4())
    assert "geen plaats meer" in text_of(brings(world))


def come_back(world: World) -> None:
    """The client left, and takes part again in a position of today."""
    old = world.scene.client
    place = {"account": old.account, "organisation": old.organisation, "region": old.region}
    new = Position.objects.create(**place, role=Role.CLIENT, from_on=date(2026, 1, 1))
    Position.objects.filter(pk=old.pk).update(until_on=TODAY)
    world.file.involvements.filter(position=old).update(position=new)
    world.scene.__dict__["client"] = new


def test_a_client_who_comes_back_with_a_new_letter_still_shares_and_takes_back(world: World) -> None:
    document = brought(world)
    come_back(world)
    assert shares(world, document, WORK).status_code == 302
    assert readers(world) == {WORK}
    assert takes_back(world).status_code == 302
    assert readers(world) == set()
