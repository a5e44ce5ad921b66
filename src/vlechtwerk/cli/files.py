"""Reading the file of a case: from a name on the command line to plain data with the lines it stands on.

Whatever is wrong with a file ends in faults, never in an error: not found, a folder, too large, not UTF-8, no YAML or JSON.
"""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

from vlechtwerk.cli.documents import Document, Unusable
from vlechtwerk.cli.json_document import read_json
from vlechtwerk.cli.yaml_document import read_yaml

STANDARD_INPUT = "-"
MEGABYTE = 1_000_000
LARGEST_MEGABYTES = 10

NOT_FOUND = "there is no such file"
FOLDER = "this is a folder, not a file"
SPECIAL = "this is no ordinary file; give - to read from standard input"
UNREADABLE = "this file cannot be read ({reason})"
TOO_LARGE = "this file is too large; {limit} MB is the most that is read"
EMPTY = "this file is empty"
NOT_UTF_8 = "this file is not text in UTF-8 (byte {position})"
NUL = "this file holds a NUL character, so it is no text"


def read_document(name: str) -> Document:
    """The document in a file; `-` is standard input. Raises Unusable with what is wrong with the file."""
    content = _content(name)
    text = _text(content)
    if name.lower().endswith(".json"):
        return read_json(text)
    return _yaml_or_json(text) if text.lstrip().startswith(("{", "[")) else read_yaml(text)


def _yaml_or_json(text: str) -> Document:
    """A text between braces may be either; what is wrong is told of the kind it looks like most."""
    quoted = text.lstrip()[1:].lstrip().startswith(('"', "}", "]", "{", "["))
    first, second = (read_json, read_yaml) if quoted else (read_yaml, read_json)
    try:
        return first(text)
    except Unusable as unusable:
        return _second_try(second, text, unusable)


def _second_try(read: Callable[[str], Document], text: str, first_fault: Unusable) -> Document:
    try:
        return read(text)
    except Unusable:
        raise first_fault from None


def _content(name: str) -> bytes:
    """At most the largest content that is read, and one byte more to notice that there is more."""
    limit = LARGEST_MEGABYTES * MEGABYTE
    try:
        if name == STANDARD_INPUT:
            content = sys.stdin.buffer.read(limit + 1) if sys.stdin else b""
        else:
            _must_be_a_file(Path(name))
            with Path(name).open("rb") as file:
                content = file.read(limit + 1)
    except FileNotFoundError:
        raise Unusable(NOT_FOUND) from None
    except OSError as error:
        raise Unusable(UNREADABLE, reason=error.strerror or type(error).__name__) from None
    if len(content) > limit:
        raise Unusable(TOO_LARGE, limit=str(LARGEST_MEGABYTES))
    return content


def _must_be_a_file(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Unusable(FOLDER)
    if not stat.S_ISREG(mode):
        raise Unusable(SPECIAL)


def _text(content: bytes) -> str:
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unusable(NUL)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(NOT_UTF_8, position=str(error.start + 1)) from None
    if not text.strip():
        raise Unusable(EMPTY)
    return text
