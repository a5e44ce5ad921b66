"""What every answer says about itself, and what the program answers to nothing but nonsense."""

import logging
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from gunicorn.config import Config
from gunicorn.http import RequestParser
from gunicorn.http.errors import ParseException

from tests.access.test_access import TABLE, address
from tests.scene import Scene, scene, today
from vlechtwerk.config.logs import WithoutValues
from vlechtwerk.rules.roles import Role

SHEETS = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
"""Files for a spreadsheet; they tell their letters themselves."""
__all__ = ["scene", "today"]


def answers(scene: Scene) -> list[Any]:
    """The answer of every address to a case manager and to somebody who is not signed in."""
    browsers = (scene.as_(Role.WORK_CASE_MANAGER), Client())
    return [browser.get(address(scene, route)) for browser in browsers for route in TABLE]


def test_every_answer_says_what_a_browser_may_do_with_it(scene: Scene, several_requests: None) -> None:
    expected = {"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"}
    for one in answers(scene):
        policy = {part.strip() for part in one.headers["Content-Security-Policy"].split(";")}
        assert expected <= policy, one.request["PATH_INFO"]
        assert "http" not in one.headers["Content-Security-Policy"]
        assert one.headers["Referrer-Policy"] == "same-origin"
        assert one.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in one.headers


def test_every_answer_names_its_kind_and_its_letters(scene: Scene, several_requests: None) -> None:
    kinds = {one.headers["Content-Type"] for one in answers(scene) if one.content}
    texts = {f"text/{kind}; charset=utf-8" for kind in ("html", "plain", "csv")}
    assert kinds <= {*texts, "application/json", "application/pdf", *SHEETS}


@pytest.mark.parametrize("path", ["/", "/-/health", "/aanmelden/"])
def test_a_question_that_only_repeats_itself_is_not_answered(db: None, path: str) -> None:
    answer = Client().generic("TRACE", path, HTTP_X_SECRET="only mine")
    assert b"only mine" not in answer.content


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.env",
        "/static/",
        "/static/ui/",
        "/static/../settings.py",
        "/static/%2e%2e/manage.py",
        "/manage.py",
    ],
)
def test_nothing_but_the_own_files_is_served(db: None, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_an_address_forges_no_line_of_the_log(db: None) -> None:
    written = StringIO()
    logging_of: Any = settings.LOGGING
    told = logging_of["formatters"]["plain"]
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutValues(told["format"], style=told["style"]))
    logging.getLogger("django.request").addHandler(handler)
    Client().get("/nergens%0a2026-05-01 10:00:00 ERROR django: forged%0d%0a%1b[31mred")
    logging.getLogger("django.request").removeHandler(handler)
    assert written.getvalue().count("\n") == 1
    assert "\x1b" not in written.getvalue()


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Content-Length: +5\r\n",
    ],
)
def test_a_message_with_two_lengths_is_refused(lengths: bytes) -> None:
    message = b"POST / HTTP/1.1\r\nHost: testserver\r\n" + lengths + b"\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"
    with pytest.raises((ParseException, NotImplementedError)):
        next(RequestParser(Config(), iter([message]), ("127.0.0.1", 1)))
