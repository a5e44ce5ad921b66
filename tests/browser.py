"""A real browser for the tests: one Chromium per run, and what every page must stand up to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from threading import Thread
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

from scripts.chromium import ARGUMENTS, NoChromium, chromium

WIDE, NARROW = 1280, 320


def chromium_path() -> str:
    """Return the browser of this machine: VLECHTWERK_CHROMIUM, else Chromium or Chrome from the distribution."""
    try:
        return chromium()
    except NoChromium as error:
        pytest.fail(str(error))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once; every test opens its own pages in it."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """Open a wide page of a Dutch visitor without cookies; a script fault or a blocked resource fails the test."""
    context = browser.new_context(locale="nl-BE", viewport={"width": WIDE, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.extend(_blocked(message)))
    page.on("response", lambda response: faults.extend(_absent(response)))
    yield page
    context.close()
    assert faults == []


@contextmanager
def serving() -> Iterator[str]:
    """Serve the program from a thread for pages that need no database; yield the address."""
    program = get_wsgi_application()
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler)
    server.daemon_threads = True
    server.set_app(program)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def assert_accessible(page: Page) -> None:
    """Fail with a line for each thing on the page that keeps somebody out, as far as a program can tell."""
    page.wait_for_load_state()
    page.evaluate(_axe())
    # Every rule is asked; what is in order is not described, which takes longer than finding it.
    result: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    faults = [
        f"{found['id']}: {found['help']}: {node['html']}" for found in result["violations"] for node in found["nodes"]
    ]
    assert not faults, "\n".join(faults)


def assert_no_sideways_scrolling(page: Page, width: int = NARROW) -> None:
    """Fail when the page is wider than a small telephone, or than the width that is asked for."""
    page.set_viewport_size({"width": width, "height": 800})
    needed = page.evaluate("document.documentElement.scrollWidth")
    assert needed <= width, f"{page.url} needs {needed} px, there are {width}"


def _blocked(message: ConsoleMessage) -> list[str]:
    """Return what the content policy stopped; it is ours, so nothing of ours should be stopped."""
    return [message.text] if "Content Security Policy" in message.text else []


def _absent(response: Response) -> list[str]:
    """Return the style sheet or script that is not where the page says."""
    return [response.url] if "/static/" in response.url and response.status >= 400 else []


@cache
def _axe() -> str:
    """Return the program that looks for accessibility faults."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
