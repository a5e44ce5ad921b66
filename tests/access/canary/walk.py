"""Walking through the whole program as one visitor after the other, and noting every mark that is met on the way."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, get_resolver, resolve

from tests.access import accounts_table, arrangements_table, compensation_table, network_table, retention_table
from tests.access.canary.before_files import letters_of
from tests.access.canary.marks import Found, found_in, mark
from tests.access.canary.reading import FormOnPage, PageReader
from tests.access.engine.world import Actor, Dossier, Matrix
from tests.access.test_access import routes
from tests.review.people import with_purposes
from vlechtwerk.consent.models import Item
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.unsent.keeping import ASKED, DRAWN

MOST = 2
"""How many addresses of one kind are opened of one file by one visitor."""
OF_THE_ACCOUNT = ("aanmelden/", "beveiliging/", "bevestigen/", "wachtwoord/", "^wachtwoord/", "_gallery/")
"""Addresses that are about nobody's file and the same for everybody: a few visitors open them."""
A_FEW = 4
NOT_SENT = {
    *("sign_out", "demo", "positions", "quick_exit", "leave"),
    *("dossier_remark", "reply", "ask_correction"),
    *("own_file", "intake_drop", "network", "network_partners"),
}
"""Forms that would make the visitor somebody else or nobody in the middle of the walk, that are right with nothing or a text, or
that give the client her whole file, which `tests/portal/test_canaries.py` looks into."""


@dataclass(frozen=True, order=True)
class Hit:
    """A mark that was met: in what kind of place, by whom, and at which address."""

    sink: str
    who: str
    found: Found
    where: str


@dataclass
class Walk:
    """Everything that was met, and every kind of address that was asked."""

    matrix: Matrix
    hits: set[Hit] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)

    def all_round(self, visitors: Iterable[Actor | None]) -> None:
        """Walk as all of these; None is somebody who is not signed in."""
        for number, visitor in enumerate(visitors):
            self._as(visitor, OF_THE_ACCOUNT if number >= A_FEW else ())

    def _as(self, visitor: Actor | None, left_out: tuple[str, ...]) -> None:
        cases = [one.case for one in self.matrix.dossiers]
        browser = with_purposes(visitor.position, cases) if visitor else Client()
        who = visitor.name if visitor else "nobody"
        met: Counter[tuple[str, str]] = Counter()
        waiting = deque(self._starts())
        while waiting:
            path = waiting.popleft()
            kind = route_of(path)
            if not kind or kind.startswith(left_out) or met[kind, self._file(path)] >= MOST:
                continue
            met[kind, self._file(path)] += 1
            self.asked[kind] += 1
            page = PageReader(self._read(browser.get(path), who, kind))
            waiting.extend(urljoin(path, link) for link in page.links)
            for form in page.forms:
                self._send(browser, path, form, who)

    def _send(self, browser: Client, path: str, form: FormOnPage, who: str) -> None:
        """Send a form with something wrong in it: nothing is chosen, and no day is given; a long one is kept too."""
        to = urljoin(path, form.action)
        if resolve(urlsplit(to).path).url_name not in NOT_SENT:
            answers = form.filled(mark(letters_of(who), "typed"))
            self._read(browser.post(to, answers), who, f"POST {route_of(to)}")
            if DRAWN in answers:
                self._read(browser.post(to, {**answers, ASKED: "script"}), who, f"KEEP {route_of(to)}")

    def fails(self, browser: Client, path: str, who: str) -> None:
        """Ask a page of a program that is broken; what comes of it is looked at like any other."""
        answer = browser.get(path)
        assert answer.status_code in {404, 500}, answer.status_code
        self._read(answer, who, f"broken {route_of(path)}")

    def _read(self, answer: Any, who: str, where: str) -> str:
        """Look for marks in everything that comes back."""
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        sinks = {
            "page" if is_page else "download": answer.content,
            "header": "\n".join(map(str, answer.headers.items())),
            "cookie": answer.cookies.output(),
        }
        for sink, content in sinks.items():
            self.hits |= {Hit(sink, who, one, where) for one in found_in(content)}
        return answer.content.decode() if is_page else ""

    def _file(self, path: str) -> str:
        """The name of the file that an address is about; empty when it is about none."""
        return next((one.name for one in self.matrix.dossiers if str(one.case.pk) in path), "")

    def _starts(self) -> Iterator[str]:
        """Every address of the program that can be filled in; the others are found by following links."""
        for route in routes(get_resolver().url_patterns):
            for dossier in self.matrix.dossiers if "<uuid:id>" in route else self.matrix.dossiers[:1]:
                if "<" not in (path := filled_in(route, dossier)):
                    yield f"/{path}"


def filled_in(route: str, dossier: Dossier) -> str:
    """An address about a file, with the identifiers of that file."""
    events = dossier.case.events.filter(name="plan_uploaded")
    items = Item.objects.filter(compartment__file=dossier.case.file_id, compartment__kind=Kind.SHARED)
    told = {
        "<uuid:item>": items.values_list("pk", flat=True)[0],
        "<uuid:id>": dossier.case.pk,
        "<slug:event>": "evaluation_held",
        "<uuid:event_id>": events.values_list("pk", flat=True)[0],
        "<uuid:signal>": dossier.case.pk,
        "<uuid:task_id>": dossier.case.pk,
        "<uuid:involvement_id>": dossier.case.pk,
        **accounts_table.FILLED,
        **arrangements_table.FILLED,
        **retention_table.FILLED,
        **network_table.FILLED,
        **compensation_table.filled(dossier.case),
    }
    for part, value in told.items():
        route = route.replace(part, str(value))
    return route


@cache
def route_of(path: str) -> str:
    """The address as the program writes it in its list; empty when it has no such address."""
    try:
        return str(resolve(urlsplit(path).path).route) or "/"
    except Resolver404:
        return ""
