"""Every page that a client can reach from her first page, found by following the links that she sees."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from django.urls import resolve

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"[^>]*>')
ONE_FOR_EACH = 3
"""How many pages of one kind are looked at: of a long list of notes every page is the same."""


def pages_of(browser: Client, start: str) -> Iterator[tuple[str, Any]]:
    """The addresses that can be reached with the answer of each; at most some of each kind. Files are not followed."""
    waiting, seen, looked = [start], {start}, dict[str, int]()
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if looked.get(kind, 0) >= ONE_FOR_EACH:
            continue
        looked[kind] = looked.get(kind, 0) + 1
        answer = browser.get(address)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        yield address, answer
        found = [one for one in links_in(answer.content.decode(), address) if one not in seen]
        seen.update(found)
        waiting += found


def links_in(page: str, address: str) -> Iterator[str]:
    """The pages of this site that a page leads to; a link within the page and a file to keep are none."""
    for tag in LINK.finditer(page):
        to = unescape(tag[1]).partition("#")[0]
        parts = urlsplit(to)
        if to and not parts.scheme and " download" not in tag[0]:
            path = parts.path or urlsplit(address).path
            yield f"{path}?{parts.query}" if parts.query else path


def kind_of(address: str) -> str:
    """The name of a page, whichever case it is about."""
    return resolve(urlsplit(address).path).url_name or ""
