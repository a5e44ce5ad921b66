"""The manual says what is true: each role has its page, and what a page names is there."""

from pathlib import Path

import pytest

from scripts.pictures.album import PICTURES
from scripts.pictures.shapes import FOLDER, MANUAL
from scripts.reading_level import EASY_ENOUGH, LONGEST_SENTENCE, level, sentences
from tests.manual.written import ROLE_PAGES, Written, all_pages, answers, plain, role_pages, shown_in_dutch
from vlechtwerk.cli import COMMANDS
from vlechtwerk.demo.cast import OUTSIDER, WORKERS
from vlechtwerk.manual.reading import PAGE_OF
from vlechtwerk.rules.roles import Role

MOST_BYTES = 4_000_000
ORDER = ("Wat u hier doet", "startscherm", "Wat u niet ziet, en waarom", "Wat als ...", "Meer lezen")
"""What every page for a role tells, in this order."""


def test_everybody_who_works_in_the_region_and_the_client_have_a_page() -> None:
    assert {part.role for part in (*WORKERS, OUTSIDER)} | {Role.CLIENT} <= set(PAGE_OF)
    assert [name for name in ROLE_PAGES if not Written(name).path.exists()] == []


@pytest.mark.parametrize("name", ROLE_PAGES)
def test_a_page_for_a_role_tells_the_same_things_in_the_same_order(name: str) -> None:
    headings = " / ".join(Written(name).headings)
    places = [headings.find(one) for one in ORDER]
    assert min(places) > 0
    assert places == sorted(places)


def test_the_index_leads_to_every_page() -> None:
    others = {page.path.name for page in all_pages()} - {"README.md"}
    assert others == {link for link in Written("README").links if "/" not in link}


def test_every_link_leads_to_a_file() -> None:
    broken = [(page.name, link) for page in all_pages() for link in page.links if not (MANUAL / link).exists()]
    assert broken == []


def test_every_picture_that_a_page_names_is_made_by_the_script_and_says_the_same() -> None:
    album = {f"beeld/{one.path.name}": one.says for one in PICTURES if one.folder == FOLDER}
    told = {(path, says) for page in all_pages() for says, path in page.pictures}
    assert sorted(told - set(album.items())) == []
    assert sorted(set(album) - {path for path, _says in told}) == []


def test_the_folder_of_pictures_holds_what_the_script_makes_and_stays_small() -> None:
    files = sorted(FOLDER.iterdir())
    assert files == sorted(one.path for one in PICTURES if one.folder == FOLDER)
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_the_picture_of_the_first_page_of_the_project_is_made_by_the_script() -> None:
    readme = (MANUAL.parents[1] / "README.md").read_text(encoding="utf-8")
    others = [one for one in PICTURES if one.folder != FOLDER]
    assert [one.path.name for one in others if f"docs/images/{one.path.name}" not in readme] == []
    assert all(Path(one.path).exists() for one in others)


@pytest.mark.parametrize("page", role_pages(), ids=lambda page: page.name)
def test_what_stands_in_bold_can_be_read_on_a_screen(page: Written) -> None:
    assert [one for one in page.quoted if plain(one) not in shown_in_dutch()] == []


def test_every_address_that_a_page_names_exists() -> None:
    named = [one for page in all_pages() for one in page.in_backticks if one.startswith("/")]
    assert [one for one in named if not answers(one)] == []


def test_every_command_that_a_page_names_exists() -> None:
    named = [one.split() for page in role_pages() for one in page.in_backticks if one.startswith("vlechtwerk ")]
    assert named
    assert [" ".join(words) for words in named if words[1] not in COMMANDS] == []


def test_the_page_for_the_client_is_as_easy_as_what_the_client_reads_on_a_screen() -> None:
    told = Written(PAGE_OF[Role.CLIENT]).sentences
    assert len(told) > 35
    assert level(told).score >= EASY_ENOUGH
    assert [text for text in told if any(len(one) > LONGEST_SENTENCE for one in sentences(text))] == []


@pytest.mark.rule("AT-001")
def test_no_page_for_a_role_calls_the_client_something_else() -> None:
    words = {word.strip(".,:;()").lower() for page in role_pages() for word in page.text.split()}
    assert words & {"klant", "klanten", "cliënt", "cliënten", "patiënt"} == set()
