"""The sessions of an account: a new key when more was proved, and the list of where somebody is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from vlechtwerk.accounts.models import Account

BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is signed in: with which browser, from which network address, since when."""

    id: int
    device: str
    address: str
    since: datetime
    here: bool


def renew(request: HttpRequest) -> None:
    """Give the session a new key and keep what is in it, so that a key that somebody knew before is of no use."""
    before = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def register(request: HttpRequest) -> None:
    """Put the session of who just signed in on the list."""
    UserSession.objects.create_from_request(request)


def places(request: HttpRequest, account: Account) -> list[Place]:
    """Where an account is signed in now, the latest first; sessions that have ended are taken off the list."""
    found: Sequence[UserSession] = UserSession.objects.purge_and_list(account)
    here = request.session.session_key
    newest_first = sorted(found, key=lambda one: one.created_at, reverse=True)
    return [
        Place(one.pk, device(one.user_agent), one.ip, one.created_at, one.session_key == here) for one in newest_first
    ]


def end(request: HttpRequest, account: Account, place: int | None = None) -> int:
    """End one session of an account, or all but the present one; return how many. The present one is left alone."""
    others = UserSession.objects.filter(user=account).exclude(session_key=request.session.session_key)
    ended = list(others.filter(pk=place) if place is not None else others)
    for one in ended:
        one.end()
    return len(ended)


def device(user_agent: str) -> str:
    """The browser and the system in words, as far as the browser tells; empty when it tells nothing that we know."""
    known = [next((name for mark, name in one if mark in user_agent), "") for one in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, known))
