"""A client with a telephone of 390 points, the keys alone, and no JavaScript: every deed of the own view can be done so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.browser import WIDE
from tests.documents.makers import pdf
from tests.dossier.papers import added, agreed
from tests.dossier.world import CARE, WORK, World
from tests.journeys.conftest import Visit
from tests.journeys.keyboard import Keys
from tests.scene import Scene
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def world(scene: Scene) -> World:
    """The file of a client, to which her team has access."""
    made = World(scene)
    with zeal_ignore():
        made.give_all()
    return made


@pytest.fixture
def telephone(browser: Browser, live_server: LiveServer, scene: Scene, several_requests: None) -> Iterator[Visit]:
    """A telephone without JavaScript."""
    context = browser.new_context(locale="nl-BE", java_script_enabled=False, viewport=PHONE)
    yield Visit(context.new_page(), live_server.url.replace("127.0.0.1", "localhost"), scene)
    context.close()


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer, scene: Scene) -> Iterator[Visit]:
    """The wide screen of a colleague."""
    context = browser.new_context(locale="nl-BE", viewport={"width": WIDE, "height": 900})
    yield Visit(context.new_page(), live_server.url, scene)
    context.close()


def shared_document(world: World) -> None:
    """The care case manager shares something delicate with the work case manager, with consent."""
    with zeal_ignore():
        added(world, CARE, entry_class=EntryClass.SENSITIVE, agreed=agreed(WORK), text="Verslag van de dokter.")


def home(visit: Visit) -> Keys:
    """The client on her first page."""
    return Keys(visit.as_(Role.CLIENT))


def test_a_withdrawal_is_seen_by_a_colleague_who_has_the_page_open_at_the_next_click(
    telephone: Visit, desk: Visit, world: World
) -> None:
    shared_document(world)
    colleague = desk.as_(WORK)
    desk.open("luik/documenten/")
    expect(colleague.get_by_text("Verslag van de dokter.")).to_be_visible()
    keys = home(telephone)
    keys.follow("Wat liet ik toe?")
    keys.follow("Document van")
    keys.press("Mijn toestemming intrekken")
    expect(keys.page.get_by_role("status")).to_contain_text("De toestemming is gestopt")
    colleague.get_by_role("link", name="Wie ziet dit?").first.click()
    expect(colleague.get_by_role("heading", level=1)).to_have_text("We vinden deze pagina niet")
    colleague.get_by_role("link", name="Naar de startpagina").click()
    expect(colleague.get_by_text("trok een toestemming in")).to_be_visible()
    expect(desk.open("luik/documenten/").get_by_text("Verslag van de dokter.")).to_have_count(0)


def bring(keys: Keys, file: Path) -> None:
    """The client puts a document in her file."""
    keys.follow("Mijn documenten")
    keys.follow("Een document toevoegen")
    keys.pick("Welk bestand?", file)
    keys.choose("Getuigschrift of diploma")
    keys.write("Hoe noemt u het?", "Getuigschrift heftruck")
    keys.press("Bewaar het voor mij")
    expect(keys.page.get_by_text("Alleen u kunt dit zien.")).to_be_visible()


def sees(desk: Visit, role: Role) -> int:
    """How many times a colleague sees her document."""
    desk.as_(role)
    return desk.open("luik/documenten/").get_by_text("Getuigschrift heftruck").count()


def test_she_brings_a_document_shares_it_and_takes_it_back(
    telephone: Visit, desk: Visit, world: World, tmp_path: Path
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf())
    keys = home(telephone)
    bring(keys, file)
    assert sees(desk, WORK) == 0
    keys.follow("Delen met iemand")
    keys.tick("Work_Case_Manager")
    keys.press("Delen")
    expect(keys.page.get_by_text("Gedeeld met:")).to_be_visible()
    assert (sees(desk, WORK), sees(desk, CARE)) == (1, 0)
    keys.press("Terugnemen")
    expect(keys.page.get_by_role("status")).to_contain_text("Teruggenomen")
    assert sees(desk, WORK) == 0


def test_three_people_looked_and_one_was_refused(telephone: Visit, desk: Visit, world: World) -> None:
    looking = [world.scene.cast[one] for one in (WORK, CARE, Role.WORK_PROVIDER)]
    for who in [*looking, world.scene.cast.outsider]:
        desk.page.context.clear_cookies()
        desk.sign_in(who)
        desk.open()
    keys = home(telephone)
    keys.follow("Wie keek?")
    expect(keys.page.get_by_role("heading", level=1)).to_have_text("Wie keek in mijn dossier?")
    rows = keys.page.get_by_role("row")
    for function in ("Casemanager werk", "Casemanager zorg", "Dienstverlener werk"):
        opened = rows.filter(has_text=function).filter(has_text="Het dossier: verloop van het traject")
        expect(opened.first).to_be_visible()
    expect(rows.filter(has_text="Geweigerd: zag niets")).to_have_count(1)
    told = keys.fetch("Dit overzicht bewaren als bestand").read_text(encoding="utf-8-sig")
    assert told.count("Geweigerd: zag niets") == 1
