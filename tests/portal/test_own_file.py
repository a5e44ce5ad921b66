"""The client takes her whole file along: on paper and for a machine."""

import json
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client

from tests.access.engine.items import make_item
from tests.access.engine.makers import MAKERS
from tests.dossier.papers import added
from tests.dossier.world import CARE, WORK, World, canary
from tests.scene import TODAY, Scene, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.consent.models import Item, ItemKind, Shareable
from vlechtwerk.consent.remarks import write_remark
from vlechtwerk.history.models import Reply
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind


def take(scene: Scene, kind: str, browser: Client | None = None) -> Any:
    """Ask the file."""
    return (browser or scene.as_(Role.CLIENT)).post(f"/mijn/{scene.case.pk}/dossier/", {"as": kind})


def test_everything_that_is_written_about_her_is_in_the_file_for_a_machine(world: World) -> None:
    told = json.loads(take(world.scene, "json").content)
    assert {note["part"] for note in told["notes"]} >= {Kind.SHARED, Kind.ICF, Kind.CARE_OWN}
    assert {note["text"] for note in told["notes"]} == {canary(one.compartment_id) for one in Item.objects.all()}
    assert len(told["trajectory"]["events"]) == world.scene.case.events.count()
    assert {one["function"] for one in told["involved"]} == {str(role) for role in world.everybody()}


def test_her_own_words_stand_beside_what_they_are_about(world: World) -> None:
    client, item = world.scene.client, Item.objects.get(compartment=world.part(Kind.SHARED))
    with acting(client, TODAY):
        write_remark(item, text="Zo was het niet.", disputed=True, by=client, key=item.pk)
    told = json.loads(take(world.scene, "json").content)
    remarks = [remark for note in told["notes"] for remark in note["remarks"]]
    assert [(one["text"], one["sees_it_differently"]) for one in remarks] == [("Zo was het niet.", True)]


def test_every_kind_of_item_is_in_it(world: World) -> None:
    world.give_all()
    part, by = world.part(Kind.SHARED), world.scene.cast[WORK]
    for model, maker in MAKERS.items():
        if issubclass(model, Shareable):
            with acting(by, TODAY):
                maker.store(make_item(part, by, WORK, "for nobody", maker.kind), f"KANARIE {maker.kind}")
    taken = take(world.scene, "json").content.decode()
    told = json.loads(taken)
    kinds = {one["kind"] for one in told["other_writings"]}
    assert kinds == {str(kind) for kind in ItemKind} - {"note", "goal", "document"}
    assert [kind for kind in ItemKind if f"KANARIE {kind}" not in taken] == []


def test_her_replies_are_in_it_beside_what_they_answer(scene: Scene) -> None:
    event, client = scene.case.events.get(name="first_meeting"), scene.client
    with acting(client, TODAY):
        Reply.objects.create(case=scene.case, event=event, author=client, text="Ik was er wel.")
    told = json.loads(take(scene, "json").content)
    (answered,) = (one for one in told["trajectory"]["events"] if one["own_replies"])
    assert (answered["event"], answered["own_replies"][0]["text"]) == ("first_meeting", "Ik was er wel.")


def test_who_looked_is_in_it_also_who_was_refused(world: World) -> None:
    world.scene.as_(WORK).get(world.scene.url)
    world.scene.as_outsider().get(world.scene.url)
    told = json.loads(take(world.scene, "json").content)
    assert {(one["function"], one["allowed"]) for one in told["who_looked"]} >= {(str(WORK), True), (str(WORK), False)}


def test_what_is_kept_how_long_and_why_is_in_it_with_its_source(scene: Scene) -> None:
    kept = json.loads(take(scene, "json").content)["kept"]
    assert "tien jaar" in kept[0]["how_long"]
    assert "8 juli 2022" in kept[0]["source"]
    assert all(one["what"] and one["why"] for one in kept)


def test_the_file_to_read_is_a_tagged_document_without_an_author(world: World) -> None:
    answer = take(world.scene, "pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    document = pikepdf.open(BytesIO(answer.content))
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "nl"
    assert "/Author" not in document.docinfo
    assert len(document.pages) >= 2


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_its_name_tells_nothing_and_that_it_was_taken_stands_in_the_record(world: World, kind: str) -> None:
    answer = take(world.scene, kind)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="bestand.{kind}"'
    assert answer.headers["Cache-Control"] == "no-store"
    line = Entry.objects.get(verb=Verb.OWN_FILE_TAKEN)
    assert (line.file_id, line.position_id) == (world.file.pk, world.scene.client.pk)


def test_nothing_of_another_client_is_in_it(world: World) -> None:
    other = World(Scene(world.scene.cast, world.scene.cast.open(name="Kanariegeel"), world.scene.client))
    told = take(world.scene, "json").content.decode()
    assert "Kanariegeel" not in told
    assert str(other.scene.case.pk) not in told


@pytest.mark.parametrize("role", [WORK, CARE, Role.NETWORK_COORDINATOR])
def test_nobody_else_takes_her_file_along(world: World, role: Role) -> None:
    world.give_all()
    assert take(world.scene, "json", world.visitor(role)).status_code == 404
    assert not Entry.objects.filter(verb=Verb.OWN_FILE_TAKEN).exists()


def test_who_did_not_confirm_a_moment_ago_is_asked_to_first(world: World) -> None:
    Account.objects.filter(pk=world.scene.client.account_id).update(is_demo=False)
    answer = take(world.scene, "json")
    assert answer.status_code == 302
    assert "/beveiliging/" in answer.headers["Location"]


def test_terms_that_no_source_tells_are_not_invented(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/bewaren/"))
    assert page.count("Nog niet bepaald.") == 2
    assert "Hoogstens tien jaar" in page
    assert "Decreet van 8 juli 2022, artikel 25" in page


def test_a_client_closes_her_own_view_and_the_file_stays(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    answer = browser.post(f"/mijn/{scene.case.pk}/sluiten/", {"sure": "on", "idempotency_key": str(scene.case.pk)})
    assert answer.headers["Location"] == "/klaar/"
    assert browser.get(f"/mijn/{scene.case.pk}/").status_code == 302
    assert not Account.objects.get(pk=scene.client.account_id).is_active
    assert scene.as_(WORK).get(scene.url).status_code == 200


def test_closing_without_being_sure_closes_nothing(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    assert browser.post(f"/mijn/{scene.case.pk}/sluiten/", {"idempotency_key": str(scene.case.pk)}).status_code == 422
    assert browser.get(f"/mijn/{scene.case.pk}/").status_code == 200


def test_a_document_is_told_with_the_digest_of_its_bytes(world: World) -> None:
    world.give_all()
    document = added(world, WORK, text="Evaluatie van de stage.")
    told = json.loads(take(world.scene, "json").content)
    assert [(one["text"], one["sha256"]) for one in told["documents"]] == [("Evaluatie van de stage.", document.sha256)]
    assert take(world.scene, "pdf").status_code == 200
