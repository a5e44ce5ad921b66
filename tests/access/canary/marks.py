"""The marks themselves, where they may be, and finding them in anything."""

import base64
import binascii
import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from secrets import token_hex

import pikepdf

from tests.reconstruction.pdf_text import text_of

PATTERN = re.compile(rb"KANARIE[- ]([a-z]+)[- ]([a-z_]+)[- ]([0-9a-f]{8})", re.IGNORECASE)
ENCODED = re.compile(rb"[-\w+/]{24,}")
DEEPEST = 3
"""How many times something is unpacked that is in something else."""


@dataclass(frozen=True, order=True)
class Found:
    """A mark that turned up: of which file it is, and what it marks."""

    file: str
    label: str


def mark(file: str, label: str) -> str:
    """A new mark for something in a file; `label` is the part of the file, or name, reason or typed."""
    return f"KANARIE-{file}-{label}-{token_hex(4)}"


def found_in(content: object, depth: int = 0) -> set[Found]:
    """Every mark in a text or in bytes, also in what is packed, encoded or printed in it."""
    data = content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")
    found = {Found(file.decode().lower(), label.decode().lower()) for file, label, _random in PATTERN.findall(data)}
    if depth < DEEPEST:
        for inner in _inside(data):
            found |= found_in(inner, depth + 1)
    return found


def _inside(data: bytes) -> Iterator[bytes]:
    """What is packed in bytes, as far as we can unpack it."""
    if data.startswith(b"PK"):
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
            yield " ".join(archive.namelist()).encode()
    elif data.startswith(b"%PDF"):
        yield from _in_document(data)
    for encoded in ENCODED.findall(data):
        with suppress(binascii.Error, ValueError):
            plain = base64.urlsafe_b64decode(encoded + b"=" * (-len(encoded) % 4))
            yield plain
            with suppress(zlib.error):
                yield zlib.decompress(plain)


def _in_document(data: bytes) -> Iterator[bytes]:
    """What stands in a printed document: its words, its streams and attachments, and its description."""
    with suppress(KeyError, pikepdf.PdfError):
        yield text_of(data).encode()
    with pikepdf.open(io.BytesIO(data)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                with suppress(pikepdf.PdfError):
                    yield thing.read_bytes()
        yield str(document.docinfo).encode()


@dataclass(frozen=True)
class Place:
    """Where something may be: in which kind of place, what, for whom, and why that is right."""

    sink: str
    label: str
    who: str
    why: str


@cache
def places() -> dict[tuple[str, str], Place]:
    """The rules, by kind of place and label. What is not in them may be nowhere."""
    with (Path(__file__).parent / "rules.csv").open(encoding="utf-8", newline="") as rules:
        read = [Place(**row) for row in csv.DictReader(rules, strict=True)]
    return {(one.sink, one.label): one for one in read}
