"""What the tests of the pages share: the cast around one trajectory on 1 May 2026, and visitors who are signed in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any, Protocol
from urllib.parse import urlencode
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from tests.cast import LONG_AGO, Cast, make_cast
from tests.rules.histories import IN_PROGRESS
from tests.stage import shared
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part
from vlechtwerk.sharing.models import InvolvementReason

TODAY = date(2026, 5, 1)


class Answer(Protocol):
    """An answer of the test client."""

    @property
    def content(self) -> bytes:
        """The page."""


@dataclass(frozen=True)
class Scene:
    """The cast, a trajectory that is in progress in which all take part, and the client whose trajectory it is."""

    cast: Cast
    case: Case
    client: Position

    @property
    def url(self) -> str:
        """The address of the trajectory."""
        return f"/trajecten/{self.case.pk}/"

    def as_(self, role: Role) -> Client:
        """A browser in which somebody with this role is signed in."""
        return signed_in(self.client if role is Role.CLIENT else self.cast[role])

    def as_outsider(self) -> Client:
        """A browser of a work case manager who has no part in the trajectory."""
        return signed_in(self.cast.outsider)


def signed_in(position: Position) -> Client:
    """A browser in which somebody acts in a position."""
    browser = Client()
    browser.force_login(position.account)
    return browser


def make_scene(events: Any = IN_PROGRESS) -> Scene:
    """Store the cast and a trajectory with these events."""
    cast = make_cast()
    case = cast.open(events)
    return Scene(cast, case, add_client(cast, case))


def add_client(cast: Cast, case: Case) -> Position:
    """Let the person of a case look at the own trajectory."""
    account = Account.objects.create(username=f"client-{uuid4().hex[:8]}", name=str(case.file.person), is_demo=True)
    organisation = cast[Role.VDAB_MEDIATOR].organisation
    position = Position.objects.create(
        account=account, organisation=organisation, region=cast.region, role=Role.CLIENT, from_on=LONG_AGO
    )
    Part(position, Role.CLIENT, LONG_AGO, InvolvementReason.SELF).in_file(case.file, None).save()
    return position


def text_of(answer: Answer) -> str:
    """The words of a page, on one line."""
    page = answer.content.decode()
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def panel(answer: Answer, title: str) -> str:
    """The words of one section of a page."""
    sections = re.findall(r"<section.*?</section>", answer.content.decode(), re.DOTALL)
    texts = (re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", one))) for one in sections)
    return next((text for text in texts if text.strip().startswith(title)), "")


def hidden(answer: Answer, name: str) -> str:
    """The value of a hidden field of a form."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', answer.content.decode())
    assert found is not None, f"no hidden field {name}"
    return found[1]


def send(browser: Client, url: str, **answers: Any) -> Any:
    """Open a form and send it with these answers."""
    form = browser.get(url)
    kept = {name: hidden(form, name) for name in ("idempotency_key", "seen")}
    return browser.post(url, urlencode({**kept, **answers}, doseq=True), "application/x-www-form-urlencoded")


@pytest.fixture
def today() -> Iterator[date]:
    """It is 1 May 2026, ten in the morning in Brussels."""
    with time_machine.travel("2026-05-01T10:00:00+02:00", tick=True):
        yield TODAY


@pytest.fixture
def scene(request: pytest.FixtureRequest, stage: None, today: date) -> Scene:
    """A trajectory that is in progress since 7 April 2026, with everybody around it."""
    return shared(request, make_scene)
