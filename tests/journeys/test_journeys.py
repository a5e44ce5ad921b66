"""What a caseworker and a client do, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import NARROW, WIDE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role

WORK, COORDINATOR, CLIENT = Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.CLIENT
PAGES = (
    "",
    "?on=2026-03-01",
    "?on=2030-01-01",
    "vastleggen/first_meeting/",
    "vastleggen/interrupted/",
    "vastleggen/plan_approved/",
    "wat-als/",
    "wat-als/?event=final_advice_registered",
)


def panel(page: Page, title: str) -> str:
    """The words of one section of the page."""
    return page.get_by_role("region", name=title, exact=True).inner_text()


def record_action(page: Page) -> None:
    """Record that a care action started on 20 April."""
    page.get_by_role("region", name="Wat kan ik nu doen?").get_by_role("link", name="Actie gestart").click()
    page.get_by_label("Datum").fill("2026-04-20")
    page.get_by_label("Zorg", exact=True).check()
    page.get_by_role("button", name="Vastleggen").click()


def test_from_signing_in_to_an_obligation_that_is_done(visit: Visit) -> None:
    page = visit.as_(WORK)
    expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")
    page.get_by_role("rowheader").get_by_role("link", name="Fien Voorbeeld").click()
    assert "De eerste actie starten" in panel(page, "Te doen")
    record_action(page)
    expect(page.get_by_role("status")).to_contain_text("Actie gestart is vastgelegd.")
    expect(page).to_have_url(re.compile(r"/trajecten/[0-9a-f-]+/$"))
    assert "De eerste actie starten" not in panel(page, "Te doen")
    assert "Domein: zorg" in panel(page, "Tijdlijn")


def test_trying_something_out_stores_nothing(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open()
    page.get_by_role("link", name="Wat als er iets gebeurt?").click()
    page.get_by_label("Wat als dit gebeurt").select_option(label="Zorg geschorst")
    page.get_by_role("button", name="Kiezen").click()
    page.get_by_label("Datum").fill("2026-06-01")
    page.get_by_role("button", name="Tonen wat verandert").click()
    expect(page.get_by_role("heading", name="Wat verandert, bekeken op 1 juni 2026")).to_be_visible()
    page.get_by_role("link", name="Fien Voorbeeld").click()
    assert "Zorg geschorst" not in panel(page, "Tijdlijn")


def test_changing_the_language_keeps_the_page(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="What can I do now?")).to_be_visible()
    assert page.url == f"{visit.site}{visit.scene.url}"


def test_what_is_wrong_leads_to_its_field_and_stays_typed(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open("vastleggen/action_started/")
    page.get_by_label("Datum").fill("2026-12-25")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("alert")).to_contain_text("2 antwoorden kloppen nog niet")
    page.get_by_role("link", name=re.compile("Deze dag moet nog komen")).click()
    assert page.evaluate("document.activeElement.id") == "id_on"
    assert page.get_by_label("Datum").input_value() == "2026-12-25"


def test_a_refusal_answers_why_with_the_keyboard(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open("vastleggen/final_advice_registered/")
    page.get_by_label("Normaal economisch circuit (NEC)").check()
    page.get_by_role("button", name="Vastleggen").click()
    why = page.get_by_role("alert").locator("details.why").first
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(why.get_by_text("Draaiboek casemanagers zorg (2023)")).to_be_visible()


def test_two_people_who_record_at_once_lose_nothing(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open("vastleggen/care_suspended/")
    second = page.context.new_page()
    second.goto(f"{visit.site}{visit.scene.url}")
    record_action(second)
    page.get_by_label("Datum").fill("2026-04-30")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("Terwijl u dit invulde")).to_be_visible()
    assert page.get_by_label("Datum").input_value() == "2026-04-30"
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text("Zorg geschorst is vastgelegd.")


def test_the_worklist_narrows_down_without_leaving_the_page(visit: Visit) -> None:
    page = visit.as_(COORDINATOR)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name=re.compile("Te laat")).click()
    expect(page).to_have_url(f"{visit.site}/?view=late")
    assert page.evaluate("document.activeElement.id") == "view-late"
    page.get_by_label("Zoek op naam").fill("niemand")
    page.get_by_role("button", name="Zoeken").click()
    expect(page.get_by_text("Hier staat niets")).to_be_visible()
    assert page.evaluate("window.stayed")
    assert "niemand" not in page.url


def test_without_javascript_on_a_telephone_everything_works(plain_visit: Visit) -> None:
    page = plain_visit.as_(COORDINATOR)
    page.get_by_role("link", name=re.compile("Te laat")).click()
    page.get_by_label("Zoek op naam").fill("voorb")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("link", name="Fien Voorbeeld").click()
    record_action(page)
    expect(page.get_by_role("status")).to_contain_text("Actie gestart is vastgelegd.")
    page.get_by_role("button", name="Afmelden").click()
    page.goto(f"{plain_visit.site}{plain_visit.scene.url}")
    assert "/demo/" in page.url


def press_until(page: Page, name: str, end: str = "") -> None:
    """Go on with the Tab key until the focus is on what has a name that begins like this, or is just this with `end` "$"."""
    for _step in range(120):
        page.keyboard.press("Tab")
        if re.match(re.escape(name) + end, page.evaluate("document.activeElement.textContent.trim()")):
            return
    pytest.fail(f"the keyboard does not reach {name!r}")


def test_the_keyboard_alone_is_enough_to_record_something(visit: Visit) -> None:
    page = visit.as_(WORK)
    for name, end in (("Fien Voorbeeld", "$"), ("Zorg geschorst", "")):
        press_until(page, name, end)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    press_until(page, "Vastleggen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Zorg geschorst is vastgelegd.")


def test_every_page_is_accessible(visit: Visit) -> None:
    visit.as_(WORK)
    for path in PAGES:
        assert_accessible(visit.open(path))


def test_every_page_fits_a_telephone_and_is_accessible_there_with_everything_open(visit: Visit) -> None:
    visit.as_(WORK)
    for path in PAGES:
        page = visit.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert_no_sideways_scrolling(page)
        assert_accessible(page)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_worklist_is_accessible_and_fits(visit: Visit, width: int) -> None:
    page = visit.as_(COORDINATOR)
    assert_no_sideways_scrolling(page, width)
    assert_accessible(page)


def test_the_page_of_the_client_is_accessible_and_fits(visit: Visit) -> None:
    page = visit.as_(CLIENT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn traject")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def test_a_form_with_faults_a_refusal_and_a_comparison_are_accessible(visit: Visit) -> None:
    visit.as_(WORK)
    for path, button in (
        ("vastleggen/final_advice_registered/", "Vastleggen"),
        ("wat-als/?event=care_suspended", "Tonen wat verandert"),
    ):
        page = visit.open(path)
        page.get_by_role("button", name=button).click()
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
        page.set_viewport_size({"width": WIDE, "height": 900})


def test_correcting_is_accessible_and_leads_back(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open()
    page.get_by_role("link", name=re.compile(r"Rechtzetten\s*: trajectplan opgeladen")).click()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.get_by_label("De datum is fout").check()
    page.get_by_label("Datum", exact=True).fill("2026-04-01")
    page.get_by_role("button", name="Rechtzetten").click()
    expect(page.get_by_role("status")).to_contain_text("Trajectplan opgeladen is rechtgezet.")


def test_on_paper_the_case_has_its_reasons_and_no_buttons(visit: Visit) -> None:
    visit.as_(WORK)
    page = visit.open()
    page.emulate_media(media="print")
    assert page.locator("button:visible, nav:visible, input:visible, .button:visible").count() == 0
    assert page.locator(".due-list").first.locator(".why-norm:visible").count() >= 3
    assert page.get_by_role("heading", name="Tijdlijn").is_visible()
    assert not page.get_by_text("Wat kan ik nu doen?").is_visible()
