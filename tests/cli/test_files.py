"""Files that cannot be read: each gives one clear line, quickly, and never an error of the program."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from vlechtwerk.cli.documents import Unusable
from vlechtwerk.cli.files import read_document
from vlechtwerk.cli.yaml_document import plain_value

Write = Callable[..., Path]
HEAD = "format: 1\nprocedure: activation\n"


def refused(path: object) -> str:
    """Why a file is unusable, in English."""
    with pytest.raises(Unusable) as unusable:
        read_document(str(path))
    fault = unusable.value.fault
    return fault.message.format(**fault.parameters)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.yaml", b"", "this file is empty"),
        ("a.yaml", b" \n\t\n", "this file is empty"),
        ("a.yaml", b"# only a comment\n", "there is nothing in this file"),
        ("a.json", b"\xef\xbb\xbf", "this file is empty"),
        ("a.yaml", b"format: \x00", "this file holds a NUL character, so it is no text"),
        ("a.yaml", "naam: \xe9".encode("latin-1"), "this file is not text in UTF-8 (byte 7)"),
        ("a.yaml", "format: 1".encode("utf-16"), "this file is not text in UTF-8 (byte 1)"),
        ("a.yaml", b"a: \x01", "this is no valid YAML (control characters are not allowed)"),
        ("a.yaml", b"a: [1", "this is no valid YAML (did not find expected ',' or ']')"),
        ("a.yaml", b"a: 1\n---\nb: 2", "this file holds several documents; give each its own file"),
        (
            "a.yaml",
            b"a: !!python/name:os.system x",
            'tags such as "tag:yaml.org,2002:python/name:os.system" are not read',
        ),
        ("a.yaml", b"a: !own x", 'tags such as "!own" are not read'),
        ("a.yaml", b"a: &big [1]\nb: *big", 'anchors and aliases such as "big" are not read'),
        ("a.yaml", b"? [a]\n: 1", "a list or a mapping cannot be a key"),
        ("a.json", b'{"a": 1,}', "this is no valid JSON (column 9: Expecting property name enclosed in double quotes)"),
        ("a.json", b'{"a": NaN}', "NaN is no number in JSON"),
        ("a.json", b"format: 1", "this is no valid JSON (column 1: Expecting value)"),
        ("a.yaml", b"x" * 10_000_001, "this file is too large; 10 MB is the most that is read"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_broken_file_is_refused_with_its_reason(file: Write, name: str, content: bytes, reason: str) -> None:
    assert refused(file(content, name)) == reason


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.yaml") == "there is no such file"
    assert refused(tmp_path) == "this is a folder, not a file"
    assert refused("/dev/zero") == "this is no ordinary file; give - to read from standard input"
    assert refused("x" * 5000) == "this file cannot be read (File name too long)"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "this is no ordinary file; give - to read from standard input"


def test_standard_input_without_anything_is_empty(typed: Callable[[bytes], None]) -> None:
    typed(b"")
    assert refused("-") == "this file is empty"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "[" * 100_000),
        ("a.yaml", "- " * 100_000),
        ("a.yaml", "".join("\n" + " " * depth + "a:" for depth in range(500))),
        ("a.json", "[" * 1_000_000),
        ("a.json", '{"a":' * 50_000 + "1" + "}" * 50_000),
        ("a.json", "[" * 30 + "]" * 30),
    ],
    ids=lambda text: text[:6],
)
def test_deep_nesting_is_refused(file: Write, name: str, content: str) -> None:
    assert refused(file(content, name)).startswith("lists and keys are nested too deeply; 20 levels")


@pytest.mark.parametrize(
    ("name", "content"), [("a.yaml", "- []\n" * 600_000), ("a.json", "[" + "[]," * 600_000 + "[]]")]
)
def test_more_values_than_any_case_has_are_refused(file: Write, name: str, content: str) -> None:
    assert refused(file(content, name)) == "this file holds too many values; 500000 is the most that is read"


def test_a_key_that_stands_twice_is_told_in_yaml_and_in_json(vlechtwerk: Command, file: Write) -> None:
    as_yaml = file(HEAD + "events:\n  - {event: referred,\n     on: 2026-02-02,\n     on: 2026-02-03}\n")
    as_json = file('{"format": 1, "procedure": "activation", "events": [], "events": []}', "case.json")
    assert vlechtwerk("check", as_yaml, as_json, "--lang", "en").err.splitlines() == [
        f'{as_yaml}: line 6, events[0].on: the key "on" stands here more than once',
        f'{as_json}: events: the key "events" stands here more than once',
    ]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("~", None),
        ("", None),
        ("010", 10),
        ("0o10", 8),
        ("2026-02-02", "2026-02-02"),
        ("12:30", "12:30"),
        ("-3", -3),
        ("3.0", 3.0),
        ("1_000", "1_000"),
        (".nan", ".nan"),
    ],
)
def test_words_without_quotes_mean_what_yaml_1_2_says(word: str, value: object) -> None:
    read = plain_value(word)
    assert (type(read), read) == (type(value), value)


def test_a_word_between_quotes_stays_a_word(file: Write) -> None:
    assert read_document(str(file('a: \'true\'\nb: "3"\n"on": 3'))).data == {"a": "true", "b": "3", "on": 3}


def test_a_mark_before_the_text_and_braces_are_read(file: Write) -> None:
    told = {"format": 1, "events": []}
    assert read_document(str(file(b"\xef\xbb\xbfformat: 1\nevents: []"))).data == told
    assert read_document(str(file("{format: 1, events: []}"))).data == told
    assert read_document(str(file('{"format": 1,\n\t"events": []}'))).data == told


def test_a_number_that_is_endlessly_long_is_no_whole_number(vlechtwerk: Command, file: Write) -> None:
    told = {"format": 1, "procedure": "activation", "events": [{"event": "icf_completed", "on": "2026-02-02"}]}
    content = json.dumps(told).replace("}]", ', "categories": ' + "9" * 5000 + "}]")
    result = vlechtwerk("check", file(content, "case.json"), "--lang", "en")
    assert (result.status, result.err.split(": ")[-1]) == (2, "inf is no whole number\n")


def test_ten_thousand_events_are_assessed_within_seconds(vlechtwerk: Command, file: Write) -> None:
    held = "  - {event: evaluation_held, on: 2026-09-28, with: [client, work_case_manager, care_case_manager]}\n"
    path = file(HEAD + "events:\n  - {event: referred, on: 2026-02-02}\n" + held * 9_999)
    started = time.monotonic()
    result = vlechtwerk("check", path, "--json", "--on", "2026-11-21")
    assert len(json.loads(result.out)["refused"]) == 9_999
    assert time.monotonic() - started < 30


def test_ten_thousand_faults_are_all_told_within_seconds(vlechtwerk: Command, file: Write) -> None:
    path = file(HEAD + "events:\n" + "".join(f"  - {{event: evaluation_{number}}}\n" for number in range(10_000)))
    started = time.monotonic()
    assert len(vlechtwerk("check", path).err.splitlines()) == 10_000
    assert time.monotonic() - started < 30
