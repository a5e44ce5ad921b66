"""A document that the scanner did not judge yet: there for who added it, and handed out to nobody."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.test import override_settings

from tests.documents.scanner import listening
from tests.dossier.papers import added, address, sent
from tests.dossier.world import CARE, WORK, World
from tests.scene import text_of
from vlechtwerk.documents.models import Document
from vlechtwerk.rules.roles import Role

NOWHERE = "/nowhere/clamd.sock"


@pytest.fixture
def waiting(world: World) -> Document:
    """A document of the work case manager, added while the scanner is down."""
    world.give_all()
    return added(world, WORK, scanner=NOWHERE)


@pytest.fixture
def place() -> Iterator[Path]:
    """Where a scanner may listen."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "clamd.sock"


@override_settings(UPLOAD_SCANNER=NOWHERE)
def test_while_the_scanner_is_down_nobody_downloads_and_only_the_author_sees_it(
    world: World, waiting: Document
) -> None:
    statuses = {world.visitor(role).get(address(world, waiting)).status_code for role in (WORK, CARE)}
    assert statuses == {404}
    assert "wordt nog gecontroleerd" in text_of(world.visitor(WORK).get(f"{world.url}documenten/"))
    assert "Een document." not in text_of(world.visitor(CARE).get(f"{world.url}documenten/"))


@override_settings(UPLOAD_SCANNER=NOWHERE)
def test_its_page_exists_for_the_author_only(world: World, waiting: Document) -> None:
    page = f"{world.url}{waiting.item_id}/"
    assert [world.visitor(role).get(page).status_code for role in (WORK, CARE)] == [200, 404]


@override_settings(UPLOAD_SCANNER=NOWHERE)
def test_whoever_adds_it_reads_that_it_is_being_checked(world: World) -> None:
    world.give_all()
    browser = world.visitor(WORK)
    assert sent(world, WORK).status_code == 302
    page = browser.get(f"{world.url}documenten/")
    assert "wordt nog gecontroleerd" in text_of(page)


def test_the_next_look_asks_the_scanner_again_and_lets_it_through(world: World, waiting: Document, place: Path) -> None:
    with listening(place) as scanner, override_settings(UPLOAD_SCANNER=scanner):
        assert "gecontroleerd op virussen" in text_of(world.visitor(CARE).get(f"{world.url}documenten/"))
    assert world.visitor(CARE).get(address(world, waiting)).status_code == 200


def test_a_virus_that_is_found_later_keeps_it_shut_for_everybody(world: World, waiting: Document, place: Path) -> None:
    with listening(place, b"stream: Eicar-Test-Signature FOUND") as scanner, override_settings(UPLOAD_SCANNER=scanner):
        assert "er is een virus gevonden" in text_of(world.visitor(WORK).get(f"{world.url}documenten/"))
    with listening(place) as scanner, override_settings(UPLOAD_SCANNER=scanner):
        world.visitor(WORK).get(f"{world.url}documenten/")
    assert {world.visitor(role).get(address(world, waiting)).status_code for role in (WORK, CARE)} == {404}


def test_a_look_of_the_client_changes_nothing(world: World, waiting: Document, place: Path) -> None:
    with listening(place) as scanner, override_settings(UPLOAD_SCANNER=scanner):
        assert world.visitor(Role.CLIENT).get(f"{world.url}documenten/").status_code == 200
    assert world.visitor(CARE).get(address(world, waiting)).status_code == 404
