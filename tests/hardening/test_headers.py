"""What every answer tells the browser: keep nothing, run nothing that is not ours, give nothing to other sites."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client

from tests.access.test_access import INSIDE, OUTSIDER, TABLE, address, browser_of
from tests.access.test_reads_are_recorded import NAME, named, shows
from tests.house.conftest import folder
from tests.house.test_settings import _settings
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

__all__ = ["folder", "named"]
EXPECTED = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NOT_KEPT = re.compile(r"\bno-store\b")


@pytest.mark.parametrize("visitor", ["nobody", OUTSIDER, *INSIDE])
def test_every_answer_carries_the_headers(scene: Scene, visitor: str) -> None:
    browser = browser_of(scene, visitor)
    for route in TABLE:
        headers = browser.get(address(scene, route)).headers
        found = {name: headers.get(name) for name in EXPECTED}
        assert NOT_KEPT.search(found.pop("Cache-Control") or ""), route
        assert found == {name: value for name, value in EXPECTED.items() if name != "Cache-Control"}, route
        assert "camera=()" in headers["Permissions-Policy"]
        assert "publickey-credentials-get=(self)" in headers["Permissions-Policy"]


@pytest.mark.parametrize("visitor", [Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.CLIENT])
def test_a_page_with_personal_data_differs_by_who_asks_and_by_what_part_is_asked(named: Scene, visitor: str) -> None:
    browser = browser_of(named, visitor)
    answers = [browser.get(address(named, route)) for route in TABLE]
    personal = [one for one in answers if shows(named, one.content.decode(errors="replace"))]
    assert personal
    for one in personal:
        varies = {part.strip().lower() for part in one.headers["Vary"].split(",")}
        # A file that is taken along has no parts.
        assert {"cookie"} | ({"hx-request"} if "Content-Disposition" not in one.headers else set()) <= varies
        assert one.headers["Cache-Control"] == "no-store"
        assert NAME not in str(dict(one.headers))


def test_a_script_runs_only_with_the_mark_of_its_own_page(scene: Scene) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    policies = [browser.get(scene.url).headers["Content-Security-Policy"] for _ in range(2)]
    marks = [re.findall(r"script-src [^;]*'nonce-([^']+)'", one) for one in policies]
    assert marks[0] != marks[1]
    for policy in policies:
        assert not re.search(r"unsafe-|\*|https?:|data: *;.*script", policy.split("script-src")[1].split(";")[0])
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


def test_no_page_has_a_script_or_a_style_in_an_attribute(scene: Scene) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    for route in TABLE:
        page = browser.get(address(scene, route)).content.decode(errors="replace")
        assert not re.search(r"<[^>]+\s(on[a-z]+|style)=", page), route
        assert not re.search(r"javascript:", page), route


def test_a_file_of_the_look_is_for_our_own_pages_too() -> None:
    with closing(Client().get("/static/ui/css/base.css")) as answer:
        list(answer)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_outside_a_trial_browsers_come_over_https_only_for_a_year(folder: Path) -> None:
    names = ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT")
    assert _settings(folder, *names) == [31_536_000, True, True]


def test_signing_out_makes_the_browser_forget(scene: Scene) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    browser.get(scene.url)
    assert browser.post("/afmelden/").headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get(scene.url).status_code == 302
