"""Every form on every page proves that it is ours, and sending it twice does one thing."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import resolve

from tests.access.test_access import TABLE, address
from tests.dossier.world import CARE, CARER, WORK, World, fill
from tests.scene import Scene
from vlechtwerk.rules.roles import Role

HARMLESS_TWICE = {
    "account_change_password": "it asks the present password, which is another one the second time",
    "account_login": "signing in again is signing in",
    "account_reauthenticate": "proving twice is proving",
    "come_in": "a code is used up by the account that is made with it, and not by looking",
    "demo": "the same fictional person",
    "display": "the same display",
    "gallery": "made-up forms that show the look and do nothing",
    "mfa_login_webauthn": "the challenge of a passkey is used once",
    "note_search": "it only looks",
    "own_sessions": "a session ends once",
    "positions": "the same position",
    "quick_exit": "who left has left",
    "set_language": "the same language",
    "sign_out": "signing out twice is signing out",
    "worklist": "it only searches",
}
"""Forms without a key, by the name of where they are sent, and why twice is once."""


class Forms(HTMLParser):
    """The forms of a page that are sent: where to, and the names of their fields."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.found: list[tuple[str, set[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a form, or add the name of a field to the one that is open."""
        told = dict(attrs)
        if tag == "form":
            sent = (told.get("method") or "").lower() == "post"
            self.found.append((told.get("action") or "", set() if sent else {"only looks"}))
        elif self.found and told.get("name"):
            self.found[-1][1].add(str(told["name"]))


def forms_of(browser: Client, path: str) -> Iterator[tuple[str, set[str]]]:
    """The forms of one page: the name of where each is sent, with its fields."""
    answer = browser.get(path, follow=True)
    if answer.headers["Content-Type"].startswith("text/html"):
        at = answer.redirect_chain[-1][0] if answer.redirect_chain else path
        for action, fields in Forms(answer.content.decode()).found:
            if "only looks" not in fields:
                yield str(resolve(urlsplit(urljoin(at, action)).path).url_name), fields


@pytest.fixture
def forms(scene: Scene) -> list[tuple[str, set[str]]]:
    """Every form that a visitor, the client and four professionals with access meet at any address."""
    world = World(scene)
    fill(world)
    world.give_all()
    browsers = [Client(), *map(world.visitor, (WORK, CARE, CARER, Role.NETWORK_COORDINATOR, Role.CLIENT))]
    return [one for browser in browsers for route in TABLE for one in forms_of(browser, address(scene, route))]


def test_every_form_proves_that_it_is_ours_and_has_a_key_or_is_harmless_twice(
    forms: list[tuple[str, set[str]]],
) -> None:
    assert [name for name, fields in forms if "csrfmiddlewaretoken" not in fields] == []
    keyless = {name for name, fields in forms if "idempotency_key" not in fields}
    assert sorted(keyless ^ set(HARMLESS_TWICE)) == []
    assert {name for name, _fields in forms} >= {
        "dossier_write",
        "dossier_deed",
        "record_event",
        "compensation_network_line",
    }
