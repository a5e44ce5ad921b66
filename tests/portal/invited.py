"""A trajectory whose client has no account yet, and ways to invite her and to come in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from tests.cast import Cast, make_cast
from tests.rules.histories import IN_PROGRESS
from tests.scene import hidden, signed_in
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal.actions import Invited, invite
from vlechtwerk.rules.roles import Role

PASSWORD = "een lange zin als wachtwoord"
TALK = date(2026, 4, 28)
CHOSEN = {"username": "mijnnaam", "password1": PASSWORD, "password2": PASSWORD}


@dataclass(frozen=True)
class Waiting:
    """A case of which the client may be invited."""

    cast: Cast
    case: Case

    @property
    def by(self) -> Position:
        """The care case manager, who invites."""
        return self.cast[Role.CARE_CASE_MANAGER]

    @property
    def url(self) -> str:
        """The page on which is invited."""
        return f"/trajecten/{self.case.pk}/uitnodiging/"

    def invited(self, checked_on: date | None = TALK) -> Invited:
        """An invitation, with the identity checked unless told otherwise."""
        return invite(self.case, by=self.by, identity_checked_on=checked_on)


def make_waiting() -> Waiting:
    """Store the cast and a trajectory without a client who signs in."""
    cast = make_cast()
    return Waiting(cast, cast.open(IN_PROGRESS))


def give(code: str, browser: Client | None = None) -> Any:
    """Type a code."""
    return (browser or Client()).post("/uitnodiging/", {"code": code})


def comes_in(code: str, **chosen: str) -> tuple[Client, Any]:
    """Type the code and choose an account; the browser and the answer."""
    browser = Client()
    assert give(code, browser).status_code == 302
    return browser, browser.post("/uitnodiging/account/", {**CHOSEN, **chosen})


def ask(waiting: Waiting, do: str, who: Position | None = None, **answers: str) -> Any:
    """Send the form of the invitation."""
    browser = signed_in(who or waiting.by)
    key = hidden(browser.get(waiting.url), "idempotency_key")
    return browser.post(waiting.url, {"idempotency_key": key, "do": do, **answers})
