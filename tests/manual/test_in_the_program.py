"""The manual in the program: one link away on every page, the own role first."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser import assert_accessible, assert_no_sideways_scrolling, serving
from tests.manual.written import ROLE_PAGES
from tests.scene import Scene, text_of
from vlechtwerk.manual.reading import read
from vlechtwerk.rules.roles import Role

PRINTED = "# Proef\n\n<script>1</script> [uit](../operate/mail.md) en [in](toegang.md)\n\n| wat | doe |\n|---|---|\n| a | b |\n"


def manual_link(page: str) -> str:
    """Where the link at the foot of a page leads to."""
    found = re.search(r'<footer.*?href="(/handleiding/[^"]*)"', page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.WORK_CASE_MANAGER, "/handleiding/casemanager-werk/"),
        (Role.CARE_PROVIDER, "/handleiding/dienstverlener/"),
        (Role.CLIENT, "/handleiding/deelnemer/"),
    ],
)
def test_the_foot_of_a_page_leads_to_the_manual_of_the_own_role(
    scene: Scene, several_requests: None, role: Role, page: str
) -> None:
    browser = scene.as_(role)
    assert manual_link(browser.get("/", follow=True).content.decode()) == page
    assert browser.get(page).status_code == 200


def test_who_cannot_sign_in_can_read_how_that_goes(db: None) -> None:
    browser = Client()
    assert manual_link(browser.get("/handleiding/").content.decode()) == "/handleiding/"
    assert "herstelcodes" in text_of(browser.get("/handleiding/aanmelden/"))


def test_a_page_that_the_manual_does_not_have_does_not_exist(db: None) -> None:
    assert [Client().get(f"/handleiding/{name}/").status_code for name in ("niets", "test_pages")] == [404, 404]


def test_who_reads_french_is_told_that_the_manual_is_in_dutch(db: None) -> None:
    with translation.override("nl"):
        answer = Client().get("/handleiding/", headers={"Cookie": "language=fr"})
    assert "Le mode d’emploi est en néerlandais." in text_of(answer)
    assert '<article class="manual" lang="nl">' in answer.content.decode()


def test_a_page_leads_into_the_program_and_brings_no_html_of_its_own(tmp_path: Path, settings: Settings) -> None:
    settings.MANUAL = tmp_path
    (tmp_path / "proef.md").write_text(PRINTED, encoding="utf-8")
    title, _parts, body = read("proef")
    assert title == "Proef"
    assert '&lt;script&gt;1&lt;/script&gt; uit en <a href="/handleiding/toegang/">in</a>' in body
    assert '<td data-label="doe">b</td>' in body


def test_a_long_page_begins_with_links_to_its_parts(db: None) -> None:
    page = Client().get("/handleiding/netwerkcoordinator/").content.decode()
    jumps = re.findall(r'<a href="#([^"]+)">', page)
    assert "acties-toewijzen" in jumps
    assert [mark for mark in jumps if f'<h2 id="{mark}">' not in page] == []


def test_every_page_for_a_role_fits_a_small_telephone_and_can_be_heard(browser_page: Page) -> None:
    with serving() as site:
        for name in ("", *(f"{one}/" for one in ROLE_PAGES)):
            browser_page.goto(f"{site}/handleiding/{name}")
            assert_accessible(browser_page)
            assert_no_sideways_scrolling(browser_page)
