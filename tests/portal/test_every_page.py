"""Every page that a client of the fictional region can reach is light, leaves nothing behind and loads nothing of others."""

import re

from tests.portal.crawl import kind_of, pages_of
from tests.portal.region import clients
from tests.portal.test_display import MINE, MOST, title_of
from tests.scene import signed_in
from vlechtwerk.organisations.models import Position

__all__ = ["clients"]
ELSEWHERE = re.compile(r'<(?:img|script|link|iframe|source|form)[^>]*(?:src|href|action)="(?:https?:)?//')


def test_every_page_of_every_client_is_light_and_leaves_nothing_in_the_browser(clients: list[Position]) -> None:
    kinds = set[str]()
    for client in clients:
        browser = signed_in(client)
        browser.post("/mijn/weergave/", {"discreet": "on", "next": "/"})
        for address, answer in pages_of(browser, browser.get("/").headers["Location"]):
            page = answer.content.decode()
            kinds.add(kind_of(address))
            assert len(answer.content) <= MOST, address
            assert answer.headers["Cache-Control"] == "no-store", address
            assert title_of(page) == "Pagina", address
            assert ELSEWHERE.search(page) is None, address
            assert 'action="/weg/"' in page, address
    own = {kind_of(f"/{one.replace('<uuid:id>', str(clients[0].pk))}") for one in MINE if one.count("<") == 1}
    assert own - {"own_appointment_file"} <= kinds
    assert {"dossier", "dossier_item", "dossier_access", "who_looked", "icf", "plan", "reports", "trajectory"} <= kinds
