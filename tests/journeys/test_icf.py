"""The ICF profile in a real browser: 43 categories with the keyboard alone, without a script, and when the line is lost."""

import pytest
from playwright.sync_api import Page, Route, expect
from zeal import zeal_ignore

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.dossier.world import CARE, WORK, World
from tests.icf.sets import loaded
from tests.journeys.conftest import Visit
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind


def with_access(visit: Visit) -> None:
    """A set is loaded, and both case managers have access to the part with the ICF."""
    visit.page.set_default_timeout(10_000)
    with zeal_ignore():
        loaded()
        for role in (WORK, CARE):
            World(visit.scene).give(role, Kind.ICF)


def sit_down(visit: Visit, who: Role = CARE) -> Page:
    """Somebody opens the profile and tells what was agreed."""
    visit.as_(who)
    page = visit.open("luik/icf/")
    page.get_by_label("Waarom hebben zij dit nodig voor het werk?").fill("Om een werkplek te zoeken")
    page.get_by_label("Ja, we spraken het samen af", exact=True).check()
    return page


def progress(page: Page, text: str) -> None:
    """How far the profile is, at the foot of the page."""
    expect(page.locator("#icf-progress")).to_have_text(text, timeout=60_000)


def test_43_categories_are_filled_in_with_the_keyboard_alone_and_saved_one_by_one(visit: Visit) -> None:
    with_access(visit)
    page = sit_down(visit)
    page.get_by_label("Waarde").first.focus()
    for _category in range(43):
        page.keyboard.press("2")
        for _stop in ("remark", "other source or day", "next category"):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name || ''").endswith("-qualifier"):
                break
    while "-qualifier" not in page.evaluate("document.activeElement.name || '-qualifier'"):
        page.keyboard.press("Tab")
    progress(page, "43 van 43 ingevuld")
    page.reload()
    progress(page, "43 van 43 ingevuld")
    expect(page.locator(".icf-state strong")).to_have_text(["2 – matig probleem"] * 43)


def test_without_a_script_one_button_saves_everything_on_a_telephone(plain_visit: Visit) -> None:
    with_access(plain_visit)
    page = sit_down(plain_visit)
    for number in (0, 1, 2):
        page.get_by_label("Waarde").nth(number).select_option("3")
    page.get_by_label("Opmerking").first.fill("Lukt tot de middag.")
    page.get_by_role("button", name="Bewaar alles").click()
    progress(page, "3 van 43 ingevuld")
    expect(page.get_by_text("Lukt tot de middag.")).to_be_visible()


def lost(route: Route) -> None:
    """The line is gone when something is sent."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_a_change_that_is_lost_on_the_line_is_told_and_saved_with_the_button(visit: Visit) -> None:
    with_access(visit)
    page = sit_down(visit)
    address = f"{visit.site}{visit.scene.url}luik/icf/"
    page.route(address, lost)
    page.get_by_label("Waarde").first.select_option("3")
    expect(page.get_by_role("alert")).to_contain_text("Nog niet bewaard")
    page.unroute(address)
    page.get_by_role("button", name="Bewaar alles").click()
    progress(page, "1 van 43 ingevuld")


def test_who_is_signed_out_meanwhile_loses_nothing_that_was_typed(visit: Visit) -> None:
    with_access(visit)
    page = sit_down(visit)
    page.context.clear_cookies()
    page.get_by_label("Opmerking").first.fill("Lukt tot de middag.")
    page.get_by_label("Waarde").first.select_option("3")
    expect(page.get_by_role("alert")).to_contain_text("Nog niet bewaard")
    expect(page.get_by_label("Opmerking").first).to_have_value("Lukt tot de middag.")


def test_what_is_missing_stands_beside_the_category_at_once(visit: Visit) -> None:
    with_access(visit)
    visit.as_(CARE)
    page = visit.open("luik/icf/")
    page.get_by_label("Waarde").first.select_option("3")
    expect(page.locator(".icf-state .field-error").first).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("path", ["", "vergelijken/", "verslag/", "toelichting/", "afronden/"])
def test_the_pages_of_the_profile_are_for_everybody_and_fit_a_telephone(visit: Visit, path: str) -> None:
    with_access(visit)
    page = sit_down(visit)
    page.get_by_label("Waarde").first.select_option("3")
    progress(page, "1 van 43 ingevuld")
    visit.open(f"luik/icf/{path}")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def test_the_client_reads_her_profile_and_puts_her_own_words_beside_it(visit: Visit) -> None:
    with_access(visit)
    page = sit_down(visit)
    page.get_by_label("Waarde").first.select_option("3")
    progress(page, "1 van 43 ingevuld")
    visit.as_(Role.CLIENT)
    page = visit.open("luik/icf/")
    expect(page.get_by_text("Dit is heel moeilijk.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.get_by_role("link", name="Wie ziet dit, en uw eigen woorden").click()
    expect(page.get_by_role("link", name="Zelf iets hierover zeggen")).to_be_visible()
