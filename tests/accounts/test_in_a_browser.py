"""Signing in with a telephone and with a passkey, in a real browser, in both languages, for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.accounts.people import PASSWORD, Person, code_now, make_person
from tests.browser import assert_accessible, assert_no_sideways_scrolling

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(live_server: Any) -> str:
    """The address of the program by name: a passkey belongs to a name and not to a number."""
    return str(live_server.url).replace("127.0.0.1", "localhost")


@pytest.fixture
def person(live_server: Any) -> Person:
    """Somebody with a password who comes for the first time."""
    return make_person()


@pytest.fixture
def key(browser_page: Page) -> Iterator[CDPSession]:
    """A device that keeps passkeys and checks who holds it."""
    session = browser_page.context.new_cdp_session(browser_page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield session
    session.detach()


def fine(page: Page) -> None:
    """The page keeps nobody out, also on a small telephone."""
    width = page.viewport_size
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    if width:
        page.set_viewport_size(width)


def give_password(page: Page, site: str) -> None:
    """Fill in user name and password."""
    page.goto(f"{site}/aanmelden/")
    page.get_by_label("Gebruikersnaam").fill("an")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()


def promise(page: Page) -> None:
    """Read the undertaking and accept it."""
    expect(page.get_by_role("heading", name="Verbintenis tot vertrouwelijkheid")).to_be_visible()
    fine(page)
    page.get_by_label("Ik heb dit gelezen").check()
    page.get_by_role("button", name="Aanvaarden en verdergaan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")


def test_the_first_time_with_an_app_on_a_telephone(browser_page: Page, site: str, person: Person) -> None:
    page = browser_page
    give_password(page, site)
    expect(page.get_by_text("Kies eerst een tweede stap")).to_be_visible()
    fine(page)
    page.get_by_role("link", name="Een app instellen").click()
    fine(page)
    page.get_by_label("Code", exact=True).fill(code_now(page.locator("code").inner_text()))
    page.get_by_role("button", name="Deze app gebruiken").click()
    assert page.locator("li code").all_inner_texts() == person.recovery_codes()
    fine(page)
    page.get_by_role("link", name="Naar uw werk").click()
    promise(page)


def test_the_next_time_with_a_code(browser_page: Page, site: str, person: Person) -> None:
    person.sets_up_app()
    give_password(browser_page, site)
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Tweede stap")
    browser_page.get_by_label("Code", exact=True).fill("000000")
    browser_page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(browser_page.get_by_role("alert")).to_contain_text("Deze code klopt niet")
    fine(browser_page)
    browser_page.get_by_label("Code", exact=True).fill(code_now())
    browser_page.get_by_role("button", name="Aanmelden", exact=True).click()
    promise(browser_page)


def test_a_passkey_is_made_and_is_enough_the_next_time(
    browser_page: Page, site: str, person: Person, key: CDPSession
) -> None:
    page = browser_page
    give_password(page, site)
    make_passkey(page, "Telefoon van An")
    page.get_by_role("link", name="Naar uw werk").click()
    promise(page)
    page.get_by_role("button", name="Afmelden").click()
    page.goto(f"{site}/aanmelden/")
    page.get_by_role("button", name="Aanmelden met een toegangssleutel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")
    page.get_by_role("link", name="Uw account:").click()
    expect(page.get_by_role("listitem").filter(has_text="Telefoon van An")).to_be_visible()
    fine(page)


def make_passkey(page: Page, name: str) -> None:
    """Add a passkey from the page of the own account."""
    page.get_by_role("link", name="Een toegangssleutel toevoegen").click()
    fine(page)
    page.get_by_label("Naam van de toegangssleutel").fill(name)
    page.get_by_role("button", name="De toegangssleutel maken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")


def test_a_passkey_is_the_second_step_after_a_password_and_confirms(
    browser_page: Page, site: str, person: Person, key: CDPSession
) -> None:
    page = browser_page
    person.undertakes()
    give_password(page, site)
    make_passkey(page, "Sleutel van An")
    page.get_by_role("button", name="Afmelden").click()
    give_password(page, site)
    page.get_by_role("button", name="Een toegangssleutel gebruiken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")
    page.goto(f"{site}/bevestigen/sleutel/?next=/sessies/")
    fine(page)
    page.get_by_role("button", name="Een toegangssleutel gebruiken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar u aangemeld bent")


def test_a_device_that_refuses_is_told_and_can_be_tried_again(
    browser_page: Page, site: str, person: Person, key: CDPSession
) -> None:
    browser_page.goto(f"{site}/aanmelden/")
    browser_page.get_by_role("button", name="Aanmelden met een toegangssleutel").click()
    expect(browser_page.get_by_role("status")).to_have_text(
        "Het is niet gelukt of het werd gestopt. U kunt opnieuw proberen."
    )
    fine(browser_page)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "path",
    ["aanmelden", "beveiliging", "beveiliging/app", "sessies", "verbintenis", "wachtwoord", "aanmelden/via/mislukt"],
)
def test_every_page_of_the_account_is_for_everybody(
    browser_page: Page, site: str, person: Person, path: str, language: str
) -> None:
    if not path.startswith("aanmelden"):
        give_password(browser_page, site)
    browser_page.context.add_cookies([{"name": "language", "value": language, "url": site}])
    browser_page.goto(f"{site}/{path}/")
    assert browser_page.locator("html").get_attribute("lang") == language
    fine(browser_page)


def test_without_javascript_one_signs_in_with_an_app(browser_page: Page, site: str, person: Person) -> None:
    person.sets_up_app()
    person.undertakes()
    browser = browser_page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, locale="nl-BE").new_page()
    give_password(plain, site)
    expect(plain.get_by_text("Een toegangssleutel heeft JavaScript nodig")).to_be_visible()
    plain.get_by_label("Code", exact=True).fill(code_now())
    plain.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Werklijst")
    plain.context.close()
