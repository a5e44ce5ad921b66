"""Typing half a form in any application, and sending it once the rest is known."""

from typing import Any
from uuid import uuid4

from django.test import Client

from tests.scene import text_of
from tests.unsent.filling import key_in


def begin_half(browser: Client, url: str, **typed: Any) -> None:
    """Type something in a form and leave it, so that it is kept."""
    kept = browser.post(url, {"idempotency_key": str(uuid4()), "_keep": "script", **typed})
    assert kept.status_code == 200, kept.content.decode()


def is_back(browser: Client, url: str, typed: str) -> bool:
    """Whether the form says that it is a draft, with what was typed in it."""
    page = browser.get(url)
    return "Concept van" in text_of(page) and typed in page.content.decode()


def send_rest(browser: Client, url: str, **answers: Any) -> Any:
    """Open the form again and send all of it, with the key that it was kept under."""
    return browser.post(url, {"idempotency_key": key_in(browser.get(url)), **answers})
