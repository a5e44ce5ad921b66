"""A browser keeps style sheets, scripts and pictures, and asks for them again when they changed."""

import re
from contextlib import closing
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from vlechtwerk.ui.static_files import VersionedFiles

YEAR = 365 * 24 * 60 * 60


def test_the_address_holds_the_fingerprint_of_the_content() -> None:
    content = (files("vlechtwerk.ui") / "static" / "ui" / "css" / "base.css").read_bytes()
    assert VersionedFiles().url("ui/css/base.css") == f"/static/ui/css/base.css?v={sha256(content).hexdigest()[:12]}"


def test_another_content_has_another_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.css").write_text("a { color: red }")
    monkeypatch.setattr(finders, "find", lambda _name: str(tmp_path / "a.css"))
    before = VersionedFiles().url("a.css")
    (tmp_path / "a.css").write_text("a { color: blue }")
    assert VersionedFiles().url("a.css") != before


def test_a_file_that_is_not_there_has_only_its_name() -> None:
    assert VersionedFiles().url("ui/nothing.css") == "/static/ui/nothing.css"


def test_everything_that_a_page_needs_is_kept_for_a_year() -> None:
    browser = Client()
    needed = re.findall(r'(?:href|src)="(/static/[^"]+)"', browser.get("/demo/").content.decode())
    assert len(needed) >= 10
    for address in needed:
        with closing(browser.get(address)) as answer:
            assert (answer.status_code, answer.headers["Cache-Control"]) == (200, f"max-age={YEAR}, public"), address
