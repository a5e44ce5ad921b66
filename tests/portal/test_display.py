"""Pages on a device that others see too: discreet, in large letters, and left in a hurry."""

import re

from django.test import Client

from tests.scene import Scene, text_of
from vlechtwerk.portal.urls import urlpatterns
from vlechtwerk.rules.roles import Role

MOST = 60_000
"""How many bytes a page may have at most."""
MINE = [str(one.pattern) for one in urlpatterns if str(one.pattern).startswith("mijn/<uuid:id>/")]


def own_pages(scene: Scene) -> list[str]:
    """The addresses of the own view, of the own file, and of who looked."""
    case = str(scene.case.pk)
    pages = [one for one in MINE if one.count("<") == 1 and not one.endswith("agenda/")]
    simple = [f"/{one.replace('<uuid:id>', case)}" for one in pages]
    return [*simple, scene.url, "/wie-keek/", "/woorden/", *(f"{scene.url}luik/{one}" for one in OF_THE_FILE)]


OF_THE_FILE = ("", "doelen/", "toestemmingen/", "toegang/")


def switched(scene: Scene, **what: str) -> Client:
    """The browser of the client after she switched something."""
    browser = scene.as_(Role.CLIENT)
    answer = browser.post("/mijn/weergave/", {**what, "next": f"/mijn/{scene.case.pk}/"})
    assert answer.headers["Location"] == f"/mijn/{scene.case.pk}/"
    return browser


def title_of(page: str) -> str:
    """The title as it stands in the list of pages of the browser."""
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return found[1] if found else ""


def test_discreet_pages_have_a_title_and_an_icon_that_tell_nothing(scene: Scene) -> None:
    browser = switched(scene, discreet="on")
    for address in own_pages(scene):
        page = browser.get(address).content.decode()
        assert title_of(page) == "Pagina", address
        assert "mark.svg" not in page
        assert "Vlechtwerk</span>" not in page


def test_a_page_that_is_not_there_tells_nothing_either_on_a_discreet_device(scene: Scene) -> None:
    browser = switched(scene, discreet="on", large_print="on")
    missing = browser.get("/mijn/niets/").content.decode()
    assert title_of(missing) == "Pagina"
    assert "Vlechtwerk</span>" not in missing
    assert 'class="large-print"' in missing


def test_discreet_is_off_until_it_is_asked_and_can_be_put_off_again(scene: Scene) -> None:
    browser = switched(scene, discreet="on")
    browser.post("/mijn/weergave/", {"discreet": "off"})
    for one in (scene.as_(Role.CLIENT), browser):
        assert title_of(one.get(f"/mijn/{scene.case.pk}/").content.decode()) == "Mijn traject – Vlechtwerk"


def test_the_browser_forgets_the_choice_when_it_is_closed_and_no_script_reads_it(scene: Scene) -> None:
    cookie = switched(scene, discreet="on").cookies["discreet"]
    assert (cookie["max-age"], cookie["expires"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


def test_large_letters_hold_on_every_page(scene: Scene) -> None:
    browser = switched(scene, large_print="on")
    assert all('class="large-print"' in browser.get(one).content.decode() for one in own_pages(scene))


def test_quickly_away_signs_out_clears_the_browser_and_shows_an_empty_page(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    assert 'action="/weg/"' in browser.get(scene.url).content.decode()
    answer = browser.post("/weg/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    page = browser.get(answer.headers["Location"])
    assert "Deze pagina is leeg" in text_of(page)
    assert "echtwerk" not in page.content.decode()
    assert browser.get(f"/mijn/{scene.case.pk}/").status_code == 302


def test_professionals_have_no_such_buttons(scene: Scene) -> None:
    page = scene.as_(Role.WORK_CASE_MANAGER).get(scene.url).content.decode()
    assert 'action="/weg/"' not in page
    assert 'action="/mijn/weergave/"' not in page


def test_every_page_is_small_and_leaves_nothing_in_the_browser(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    answers = {address: browser.get(address) for address in own_pages(scene)}
    assert {address: len(one.content) for address, one in answers.items() if len(one.content) > MOST} == {}
    assert {one.headers["Cache-Control"] for one in answers.values()} == {"no-store"}
