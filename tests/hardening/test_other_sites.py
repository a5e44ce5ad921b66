"""A page of another site can make the browser of a colleague do nothing here, and nobody is led to another site."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from tests.access.test_access import TABLE, address
from tests.accounts.people import PASSWORD, make_person
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

SITE = "http://testserver"
ELSEWHERE = [
    "//evil.example", "///evil.example", "////evil.example", "https://evil.example", "http://evil.example",
    "http:evil.example", "https:evil.example", "http:/evil.example", "https:///evil.example", "HTTPS://EVIL.EXAMPLE",
    "\\\\evil.example", "/\\evil.example", "\\/evil.example", "/\\/evil.example", "http:\\\\evil.example",
    "https:/\\evil.example", "\t//evil.example", "/\t/evil.example", "\n//evil.example", "/\r\n/evil.example",
    " //evil.example", "\x00//evil.example", "\x0b//evil.example", "h\nttps://evil.example",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>1</script>",
    "vbscript:msgbox(1)", "file:///etc/passwd", "ftp://evil.example", "mailto:an@evil.example",
    "http://testserver@evil.example", "http://testserver:80@evil.example", "//testserver@evil.example",
    "http://testserver.evil.example", "//evil.example/testserver", "http://evil.example#testserver",
    "http://evil.example?testserver", "http://[::1]", "//\u3002evil.example", "\u2044\u2044evil.example",
    "http://testserver:8000", "//evil%E3%80%82example", "/%0d%0aLocation:%20http://evil.example\r\nX: y",
]  # fmt: skip


def stays(answer: Any) -> bool:
    """Whether a browser that follows an answer stays on the site; a browser drops line ends and turns backslashes around."""
    places = [answer.headers.get(name) for name in ("Location", "HX-Redirect", "HX-Location")]
    read = [re.sub(r"[\t\r\n]", "", place).strip().replace("\\", "/") for place in places if place is not None]
    found = [urlsplit(urljoin(f"{SITE}/functie/", place)) for place in read]
    return all((one.scheme, one.netloc) == ("http", "testserver") for one in found)


def test_there_are_at_least_forty_ways_that_are_tried() -> None:
    assert len(set(ELSEWHERE)) >= 40


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_page_leads_to_another_site(scene: Scene, place: str) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    mine = {"position": str(scene.cast[Role.WORK_CASE_MANAGER].pk), "next": place, "language": "en", "accept": "on"}
    for url in ("/language", "/functie/", "/demo/", "/verbintenis/", "/bevestigen/wachtwoord/"):
        assert stays(browser.post(url, mine)), url
        assert stays(browser.post(url, mine, query_params={"next": place})), url
    for url in ("/aanmelden/", "/aanmelden/tweede-factor/", "/functie/", "/verbintenis/", "/bevestigen/wachtwoord/"):
        assert stays(browser.get(url, {"next": place})), url


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_signing_in_does_not_lead_to_another_site(db: None, place: str) -> None:
    make_person()
    answer = Client().post("/aanmelden/", {"login": "an", "password": PASSWORD, "next": place})
    assert answer.status_code == 302
    assert stays(answer)


def test_choosing_a_language_does_not_lead_back_to_another_site(db: None) -> None:
    assert stays(Client().post("/language", {"language": "en"}, headers={"referer": "https://evil.example/"}))


def test_a_page_of_ours_is_led_to(scene: Scene) -> None:
    mine = {"position": str(scene.cast[Role.WORK_CASE_MANAGER].pk), "next": "/wie-keek/"}
    assert scene.as_(Role.WORK_CASE_MANAGER).post("/functie/", mine).headers["Location"] == "/wie-keek/"


@pytest.mark.parametrize("origin", ["cross-site", "same-site", "something new"])
def test_a_form_from_another_site_is_refused_at_every_address(scene: Scene, origin: str) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    answers = {
        (route, method): browser.generic(method, address(scene, route), headers={"sec-fetch-site": origin}).status_code
        for route in TABLE
        for method in ("POST", "PUT", "PATCH", "DELETE")
    }
    assert set(answers.values()) == {403}


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://elders.example"}])
def test_a_refused_form_leaves_a_line_in_the_log(
    scene: Scene, caplog: pytest.LogCaptureFixture, headers: dict[str, str]
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(scene.cast[Role.WORK_CASE_MANAGER].account)
    assert browser.post("/functie/", headers=headers).status_code == 403
    assert {record.name for record in caplog.records} & {"vlechtwerk.ui.middleware", "django.security.csrf"}


@pytest.mark.parametrize("origin", ["same-origin", "none", None])
def test_a_form_of_our_own_and_one_of_an_old_browser_are_taken(scene: Scene, origin: str | None) -> None:
    headers = {"sec-fetch-site": origin} if origin else {}
    mine = {"position": str(scene.cast[Role.WORK_CASE_MANAGER].pk)}
    assert scene.as_(Role.WORK_CASE_MANAGER).post("/functie/", mine, headers=headers).status_code == 302


def test_a_link_on_another_site_still_opens_a_page(scene: Scene) -> None:
    answer = scene.as_(Role.WORK_CASE_MANAGER).get(scene.url, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
