"""Nothing of somebody else ever stands on a page of a client, and nothing of her own on one of somebody else."""

import pytest

from tests.dossier.world import World, fill
from tests.portal.test_display import own_pages
from tests.rules.histories import IN_PROGRESS
from tests.scene import Scene, add_client, signed_in
from vlechtwerk.rules.roles import Role

NAME = "Kanariegeel"


@pytest.fixture
def other(world: World) -> World:
    """Another client with the same team, with a note in every part of her file."""
    case = world.scene.cast.open(IN_PROGRESS, name=NAME)
    made = World(Scene(world.scene.cast, case, add_client(world.scene.cast, case)))
    fill(made)
    return made


def marks(world: World) -> list[str]:
    """What stands in a file and nowhere else: its address and the parts of which every note names its own."""
    return [str(world.scene.case.pk), str(world.file.pk), *(str(part.pk) for part in world.parts())]


def seen_by(world: World) -> str:
    """Everything that a client gets from her own pages, the file to take along included."""
    browser = world.visitor(Role.CLIENT)
    pages = [browser.get(one).content.decode() for one in own_pages(world.scene)]
    taken = browser.post(f"/mijn/{world.scene.case.pk}/dossier/", {"as": "json"}).content.decode()
    return "".join([*pages, taken])


def test_a_client_sees_her_own_file_and_nothing_of_another_one(world: World, other: World) -> None:
    for mine, foreign in ((world, other), (other, world)):
        everything = seen_by(mine)
        assert str(mine.scene.case.pk) in everything
        assert "KANARIE-" in everything
        assert [mark for mark in marks(foreign) if mark in everything] == []
    assert NAME not in seen_by(world)


def test_a_client_gets_the_pages_of_another_client_as_if_they_did_not_exist(world: World, other: World) -> None:
    browser = world.visitor(Role.CLIENT)
    foreign = [one for one in own_pages(other.scene) if str(other.scene.case.pk) in one]
    assert {browser.get(one).status_code for one in foreign} == {404}
    assert browser.post(f"/mijn/{other.scene.case.pk}/dossier/", {"as": "json"}).status_code == 404


def test_a_client_who_is_also_a_case_manager_elsewhere_sees_nothing_more_in_either_position(world: World) -> None:
    account, elsewhere = world.scene.client.account, world.scene.cast.outsider
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(account=account)
    browser = signed_in(world.scene.client)
    browser.post("/functie/", {"position": str(elsewhere.pk)})
    assert {browser.get(one).status_code for one in (world.scene.url, world.url, "/wie-keek/")} == {404}
    browser.post("/functie/", {"position": str(world.scene.client.pk)})
    assert browser.get(world.url).status_code == 200
    assert browser.get(f"{world.scene.url}uitnodiging/").status_code == 404
