"""The client meets one name for each of her pages, and nothing that says she works for an organisation."""

import re

import pytest

from tests.scene import Scene, text_of
from vlechtwerk.rules.roles import Role


def links_of(page: str, around: str) -> dict[str, str]:
    """The name of every link in the part of a page with this mark, by its address."""
    part = re.search(rf"<nav[^>]*{around}.*?</nav>", page, re.DOTALL)
    assert part
    found = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', part.group(), re.DOTALL)
    return {address: " ".join(name.split()) for address, name in found}


@pytest.fixture
def own_page(scene: Scene) -> str:
    """The first page of the client."""
    return scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/").content.decode()


def test_what_is_written_about_her_has_one_name_on_all_her_pages(scene: Scene) -> None:
    pages = [scene.as_(Role.CLIENT).get(f"/trajecten/{scene.case.pk}/{page}") for page in ("", "luik/")]
    assert ["Wat er over mij staat" in text_of(page) for page in pages] == [True, True]
    assert ["ertrouwelijk luik" in text_of(page) for page in pages] == [False, False]


def test_the_row_of_pages_names_them_as_her_first_page_does(scene: Scene, own_page: str) -> None:
    row = links_of(scene.as_(Role.CLIENT).get(f"/trajecten/{scene.case.pk}/luik/").content.decode(), 'class="tabs"')
    ways = links_of(own_page, 'aria-labelledby="ways-title"')
    longer = {f"/trajecten/{scene.case.pk}/luik/verslagen/"}
    shared = (row.keys() & ways.keys()) - longer
    assert len(shared) == 7
    assert {row[address] for address in shared} == {ways[address] for address in shared}


def test_the_participant_is_not_shown_as_somebody_of_an_organisation(scene: Scene) -> None:
    own = text_of(scene.as_(Role.CLIENT).get(f"/trajecten/{scene.case.pk}/luik/toegang/"))
    of_work = text_of(scene.as_(Role.WORK_CASE_MANAGER).get(scene.url))
    workplace = scene.client.organisation.name
    assert re.search(rf"Deelnemer[^.]{{0,20}}{workplace}", own) is None
    assert f"Fien Voorbeeld ({workplace})" not in of_work
    assert "Deelnemer: Fien Voorbeeld" in of_work
