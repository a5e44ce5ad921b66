"""The log of the program: where something went wrong, when, and never about whom."""

import json
import logging
import subprocess
import sys
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import resolve

from tests.house.conftest import clean_environment
from vlechtwerk.config.logs import KEYS, Lines, WithoutValues

TYPED = "An Peeters, 1 mei 1980"


def failed(logger: str = "vlechtwerk", **more: Any) -> logging.LogRecord:
    """What is logged when something fails over what somebody typed, at noon in Brussels on 1 May 2026."""
    try:
        raise ValueError(TYPED)
    except ValueError:
        record = logging.LogRecord(logger, logging.ERROR, __file__, 1, "page failed", (), sys.exc_info())
    record.__dict__.update(more)
    record.created, record.msecs = 1777629600.25, 250.0
    return record


def test_the_log_tells_where_it_went_wrong_and_not_about_whom() -> None:
    written = WithoutValues("{told}", style="{").format(failed())
    assert "Peeters" not in written
    assert "test_logs.py" in written
    assert "ValueError" in written


@pytest.mark.parametrize(
    "formatter", [WithoutValues("{asctime} {told}", style="{"), Lines()], ids=["trial", "real data"]
)
def test_a_moment_is_told_in_utc_and_says_so(formatter: logging.Formatter) -> None:
    assert "2026-05-01T10:00:00.250Z" in formatter.format(failed())


def test_on_real_data_every_message_is_one_line_with_known_keys_and_nothing_that_was_typed() -> None:
    request = RequestFactory().get(f"/{TYPED}/")
    request.resolver_match = resolve("/wie-keek/")
    written = Lines().format(failed("django.request", request=request, status_code=500, user=TYPED, args=(TYPED,)))
    line = json.loads(written)
    assert "\n" not in written
    assert set(line) <= set(KEYS)
    assert (line["level"], line["page"], line["status"]) == ("ERROR", "wie-keek/", "500")
    assert "ValueError" in line["fault"]
    assert "Peeters" not in written


def test_a_line_break_in_a_message_forges_no_line() -> None:
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, 'x"}\n{"at": "now"', (), None)
    written = Lines().format(record)
    assert written.count("\n") == 0
    assert json.loads(written)["told"] == 'x"}\n{"at": "now"'


@pytest.mark.parametrize(("demo", "written"), [("1", "plain"), ("0", "lines")])
def test_a_trial_is_read_by_people_and_a_deployment_by_a_program(tmp_path: Any, demo: str, written: str) -> None:
    code = "from vlechtwerk.config.settings import LOGGING as told; print(told['handlers']['console']['formatter'])"
    given = {
        **clean_environment(tmp_path), "VLECHTWERK_DEMO": demo,
        "VLECHTWERK_SECRET_KEY": "a key of more than fifty characters that guards nothing at all",
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "vlechtwerk.cli", "keys", "new"],
        env={**given, "VLECHTWERK_KEYS_FILE": str(tmp_path / "safe")}, capture_output=True, check=False,
    )  # fmt: skip
    given["VLECHTWERK_KEYS_FILE"] = str(tmp_path / "safe")
    done = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == written
