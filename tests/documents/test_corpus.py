"""Every file of the corpus gets the verdict that was written down for it, and nothing that is kept tells who made it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest

from tests.documents import corpus_office, corpus_plain
from tests.documents.brought import Brought
from tests.documents.makers import CANARY
from vlechtwerk.documents.apart import SOURCES
from vlechtwerk.documents.intake import Limits, take_in
from vlechtwerk.documents.kinds import FileKind, recognised
from vlechtwerk.documents.refusing import Reason, UploadRefused
from vlechtwerk.documents.scanning import Scan

CORPUS = [*corpus_plain.CORPUS, *corpus_office.CORPUS]
TWENTY = 20 * 1024 * 1024
FORBIDDEN = (
    CANARY.encode(),
    b"<script",
    b"attachedTemplate",
    b"rsid",
    b"/JavaScript",
    b"/Launch",
    b"/XFA",
    b"/EmbeddedFile",
)


HEAVY = re.compile("without end|large|points|gigabytes|thousands")
# A process of its own measures: what the tests themselves take in memory would count as the memory of their children.
MEASURED = """
import resource, sys, time
from vlechtwerk.documents import apart, kinds, refusing
start = time.monotonic()
try:
    apart.rewritten_apart(open(sys.argv[2], "rb").read(), kinds.FileKind(sys.argv[1]), 20 * 1024 * 1024)
except refusing.UploadRefused:
    pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, time.monotonic() - start)
"""


def named(one: Brought) -> str:
    """How a test is called."""
    return f"{one.name.encode('ascii', 'replace').decode()[:20]} {one.what}"


def verdict(one: Brought, limits: Limits) -> Reason | None:
    """What becomes of a file; when it is kept, nothing in it tells who made it."""
    try:
        taken = take_in(one.name, one.declared, one.make(), limits)
    except UploadRefused as refused:
        return refused.reason
    assert taken.scan is (Scan.CLEAN if limits.scanner else Scan.NOT_SCANNED)
    assert recognised(taken.content) is taken.kind
    if one.what != "signed":
        assert [word for piece in readable(taken.content) for word in FORBIDDEN if word in piece] == []
    return None


def readable(content: bytes) -> Iterator[bytes]:
    """What stands in a file, unpacked."""
    yield content
    if content.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(content)) as pdf:
            yield from (
                one.read_bytes()[:100_000]
                for one in pdf.objects
                if isinstance(one, pikepdf.Stream) and "/Subtype" not in one
            )
            yield from (repr(one).encode() for one in pdf.objects)
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as package:
            yield from (package.read(name) + name.encode() for name in package.namelist())


def test_the_corpus_is_as_large_as_was_promised() -> None:
    assert len(CORPUS) >= 120
    assert len({(one.name, one.what) for one in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("one", CORPUS, ids=named)
def test_every_file_gets_its_verdict(one: Brought, scanner: str) -> None:
    assert verdict(one, Limits(TWENTY, scanner)) == one.reason


@pytest.mark.parametrize("one", [one for one in CORPUS if HEAVY.search(one.what)], ids=named)
def test_a_heavy_file_takes_less_than_300_megabytes_and_ten_seconds(one: Brought, tmp_path: Path) -> None:
    path = tmp_path / "heavy"
    path.write_bytes(one.make())
    kind = FileKind(one.name.rpartition(".")[2])
    ended = subprocess.run([sys.executable, "-c", MEASURED, kind, path], capture_output=True, check=True, cwd=SOURCES)
    megabytes, seconds = ended.stdout.split()
    assert float(megabytes) < 300
    assert float(seconds) < 10
