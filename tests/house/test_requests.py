"""What holds for every request: how long a session lasts and in which language is answered."""

from importlib import import_module

import pytest
import time_machine
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from vlechtwerk.config.middleware import session_limits

pytestmark = pytest.mark.django_db


def test_a_session_in_use_ends_after_twelve_hours() -> None:
    assert _used_until("2026-03-02 08:00", "2026-03-02 19:59:59")
    assert not _used_until("2026-03-02 08:00", "2026-03-02 20:00:00")


def test_a_session_without_use_ends_after_thirty_minutes() -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    with time_machine.travel("2026-03-02 08:00", tick=False):
        session = store()
        session["position"] = "any"
        session.save()
    with time_machine.travel("2026-03-02 08:29:59", tick=False):
        assert store(session.session_key).get("position") == "any"
    with time_machine.travel("2026-03-02 08:30:01", tick=False):
        assert store(session.session_key).get("position") is None


def test_a_session_in_use_is_written_once_a_minute() -> None:
    request = _request({"position": "any", "began": 1_000, "used": 1_000})
    with time_machine.travel(1_059, tick=False):
        _pass(request)
    assert not request.session.modified
    with time_machine.travel(1_060, tick=False):
        _pass(request)
    assert request.session.modified


def test_pages_are_dutch_whatever_the_browser_prefers() -> None:
    assert Client().get("/-/health", headers={"accept-language": "en,fr"}).headers["Content-Language"] == "nl"


def test_pages_are_english_for_who_chose_that() -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert client.get("/-/health").headers["Content-Language"] == "en"


def test_a_language_that_we_do_not_have_is_answered_in_dutch() -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "../../etc"
    assert client.get("/-/health").headers["Content-Language"] == "nl"


def _used_until(begin: str, end: str) -> bool:
    """Whether a session that began at one moment and was used all the time still holds at another."""
    with time_machine.travel(begin, tick=False):
        request = _request({"position": "any"})
        _pass(request)
    with time_machine.travel(end, tick=False):
        _pass(request)
    return "position" in request.session


def _request(content: dict[str, object]) -> HttpRequest:
    """A request with a session."""
    request = RequestFactory().get("/")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.update(content)
    request.session.modified = False
    return request


def _pass(request: HttpRequest) -> None:
    """Let a request pass through the limits."""
    session_limits(lambda _request: HttpResponse())(request)
