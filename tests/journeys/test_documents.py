"""Documents in a real browser: adding one with the keyboard, a file that is refused, and downloading."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.documents.makers import CANARY, docx, pdf
from tests.journeys.conftest import Visit
from tests.journeys.test_confidential_file import CARE, WORK, with_access
from vlechtwerk.rules.roles import Role


def fill_in(page: Page, file: Path) -> None:
    """Tell what the document is and with whom it is shared."""
    for choice in ("Gedeeld deel", "Evaluatieverslag", "Administratief"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_label("Wat staat erin, in één zin?").fill("Evaluatie van de stage.")
    page.get_by_label("Welk bestand?").set_input_files(file)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report on the disk of somebody."""
    path = tmp_path / "Verslag van Jan Peeters.pdf"
    path.write_bytes(pdf())
    return path


def open_form(visit: Visit) -> Page:
    """The form of the care case manager."""
    with_access(visit)
    page = visit.as_(CARE)
    visit.open("luik/documenten/")
    page.get_by_role("link", name="Een document toevoegen").click()
    return page


def test_a_document_is_added_seen_and_downloaded_under_a_name_that_tells_nothing(visit: Visit, report: Path) -> None:
    page = open_form(visit)
    fill_in(page, report)
    page.get_by_role("button", name="Voeg het document toe").click()
    expect(page.get_by_role("status")).to_contain_text("Het document staat in het dossier.")
    page = visit.as_(WORK)
    article = visit.open("luik/documenten/").get_by_role("article")
    expect(article).to_contain_text("Evaluatie van de stage.")
    with page.expect_download() as download:
        article.get_by_role("link", name="Downloaden").click()
    assert download.value.suggested_filename.startswith("evaluatieverslag-20")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"%PDF")
    assert CANARY.encode() not in content


def test_a_file_that_is_refused_says_what_to_do_and_keeps_the_rest(visit: Visit, tmp_path: Path, report: Path) -> None:
    page, macros = open_form(visit), tmp_path / "verslag.docx"
    macros.write_bytes(docx({"word/vbaProject.bin": b"\1"}))
    fill_in(page, macros)
    page.get_by_role("button", name="Voeg het document toe").click()
    expect(page.get_by_role("alert")).to_contain_text("Bewaar het zonder macro's of als pdf.")
    assert_accessible(page)
    page.get_by_role("alert").get_by_role("link", name="Welk bestand?").click()
    expect(page.get_by_label("Welk bestand?")).to_be_focused()
    expect(page.get_by_label("Wat staat erin, in één zin?")).to_have_value("Evaluatie van de stage.")
    page.get_by_label("Welk bestand?").set_input_files(report)
    page.get_by_label("Welk bestand?").press("Tab")
    page.get_by_role("button", name="Voeg het document toe").press("Enter")
    expect(page.get_by_role("article")).to_contain_text("Verslag van Jan Peeters.pdf")


def test_documents_work_without_a_script(plain_visit: Visit, report: Path) -> None:
    page = open_form(plain_visit)
    fill_in(page, report)
    page.get_by_role("button", name="Voeg het document toe").click()
    plain_visit.as_(Role.CLIENT)
    expect(plain_visit.open("luik/documenten/").get_by_role("article")).to_contain_text("Evaluatie van de stage.")


def test_the_pages_of_documents_are_for_everybody_and_fit_a_telephone(visit: Visit, report: Path) -> None:
    page = open_form(visit)
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    fill_in(page, report)
    page.get_by_role("button", name="Voeg het document toe").click()
    expect(page.get_by_role("article")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
