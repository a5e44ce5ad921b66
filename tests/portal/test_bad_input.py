"""What goes wrong around a client: somebody else at her telephone, two roles with one sign-in, two consents for one text."""

from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, WORK, World, told
from tests.scene import Scene, add_client, signed_in, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.consent.models import Consent, Item
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

WORDS = "Werkt best in een klein team."
NAME = "Kanariegroen"


@pytest.mark.parametrize("path", ["mijn/{id}/dossier/", "mijn/{id}/sluiten/", "wie-keek/bestand/"])
def test_a_relative_at_her_telephone_takes_nothing_along_and_closes_nothing(scene: Scene, path: str) -> None:
    Account.objects.filter(pk=scene.client.account_id).update(is_demo=False)
    browser, address = scene.as_(Role.CLIENT), f"/{path.format(id=scene.case.pk)}"
    for answer in (browser.get(address), browser.post(address, {"as": "json", "sure": "on"})):
        assert answer.status_code in {302, 405}
        assert "/beveiliging/" in answer.headers.get("Location", "/beveiliging/")
    assert Account.objects.get(pk=scene.client.account_id).is_active


@pytest.fixture
def two_roles(world: World) -> Position:
    """The client works as a case manager in the same region, in a file of somebody else, with one sign-in."""
    account = world.scene.client.account
    Person.objects.filter(pk=world.file.person_id).update(
        account=account, family_name=NAME, search_key=search_key(NAME)
    )
    work = world.scene.cast.outsider
    Position.objects.filter(pk=work.pk).update(account=account)
    other = world.scene.cast.open(name="Iemand")
    other.file.involvements.filter(capacity=WORK).update(position=work)
    return Position.objects.get(pk=work.pk)


def test_in_her_work_she_finds_nothing_of_her_own_file(world: World, two_roles: Position) -> None:
    browser = signed_in(world.scene.client)
    browser.post("/functie/", {"position": str(two_roles.pk)})
    for address in ("/", f"/?q={NAME}", f"/neerslagen/zoeken/?q={NAME}", "/mijn-toegang/"):
        page = browser.get(address).content.decode()
        assert str(world.scene.case.pk) not in page
        assert world.scene.case.reference not in page
    assert NAME not in browser.get("/").content.decode()
    gone = (world.scene.url, world.url, f"/mijn/{world.scene.case.pk}/", f"{world.url}documenten/", "/wie-keek/")
    assert {browser.get(one).status_code for one in gone} == {404}


def test_in_her_own_view_nothing_of_her_work_is_there(world: World, two_roles: Position) -> None:
    browser = signed_in(world.scene.client)
    browser.post("/functie/", {"position": str(world.scene.client.pk)})
    page = text_of(browser.get(f"/mijn/{world.scene.case.pk}/"))
    assert "Mijn traject" in page
    assert "Iemand" not in page
    other = two_roles.involvements.get().file.cases.get()
    assert browser.get(f"/trajecten/{other.pk}/").status_code == 404


def reads(world: World, role: Role) -> bool:
    """Whether a role reads the note."""
    return WORDS in text_of(world.visitor(role).get(world.url))


@pytest.mark.rule("AT-251")
def test_of_two_consents_for_one_text_each_ends_apart(world: World) -> None:
    world.give_all()
    agreed: dict[str, Any] = {
        "entry_class": "functioning", "text": WORDS, "why": "om een werkplek te zoeken", "discussed_on": "2026-04-20",
        "answer": "agreed_together", "valid_until": "2026-10-20", "audience": ["work_case_manager"],
    }  # fmt: skip
    world.visitor(CARE).post(f"{world.url}schrijven/", told(world.part(Kind.SHARED), **agreed))
    url = f"{world.url}{Item.objects.latest('made_at').pk}/"
    further = {**agreed, "audience": ["work_provider"], "idempotency_key": str(uuid4())}
    assert world.visitor(CARE).post(f"{url}delen/", further).status_code == 302
    assert (reads(world, WORK), reads(world, Role.WORK_PROVIDER)) == (True, True)
    last = Consent.objects.latest("asked_at")
    world.visitor(Role.CLIENT).post(url, {"do": "withdraw", "consent": str(last.pk)})
    assert (reads(world, WORK), reads(world, Role.WORK_PROVIDER)) == (True, False)


def test_two_clients_of_one_team_see_each_their_own(scene: Scene) -> None:
    other = scene.cast.open(name=NAME)
    client = add_client(scene.cast, other)
    assert NAME not in text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/"))
    assert signed_in(client).get(f"/mijn/{scene.case.pk}/").status_code == 404
