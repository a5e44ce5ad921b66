"""A file waits while the scanner does not answer, and is marked when there is none."""

import socket
import time
from pathlib import Path

import pytest

from tests.documents.corpus_plain import EICAR
from tests.documents.makers import pdf
from tests.documents.scanner import listening
from vlechtwerk.documents import scanning
from vlechtwerk.documents.intake import Limits, take_in
from vlechtwerk.documents.refusing import Reason, UploadRefused
from vlechtwerk.documents.scanning import Scan, scanned


def test_the_scanner_tells_clean_files_from_infected_ones(scanner: str) -> None:
    assert scanned(b"verslag", scanner) is Scan.CLEAN
    assert scanned(b"x" * 200_000 + EICAR, scanner) is Scan.INFECTED


def test_without_a_scanner_that_is_what_is_kept() -> None:
    assert scanned(EICAR, "") is Scan.NOT_SCANNED


@pytest.mark.parametrize(
    "address", ["/nowhere/clamd.sock", "127.0.0.1:1", "nowhere", "no-such-host.invalid:3310", "a\0b"]
)
def test_a_scanner_that_is_not_there_makes_files_wait(address: str) -> None:
    assert scanned(b"verslag", address) is Scan.WAITING


@pytest.mark.parametrize(
    "answer", [b"INSTREAM size limit exceeded. ERROR", b"UNKNOWN COMMAND", b"stream: Can't open ERROR", b" OK"]
)
def test_an_answer_that_does_not_say_clean_makes_files_wait(answer: bytes, tmp_path: Path) -> None:
    with listening(tmp_path / "s", answer) as address:
        assert scanned(b"verslag", address) is Scan.WAITING


def test_a_scanner_that_never_answers_makes_files_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "LONGEST", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        assert scanned(b"verslag", f"127.0.0.1:{silent.getsockname()[1]}") is Scan.WAITING
        assert time.monotonic() - started < 5


def test_a_file_is_taken_in_and_waits_while_the_scanner_is_down() -> None:
    taken = take_in("verslag.pdf", "application/pdf", pdf(), Limits(10_000_000, "/nowhere/clamd.sock"))
    assert taken.scan is Scan.WAITING
    assert taken.media_type == "application/pdf"


def test_a_file_is_as_large_as_the_limit_at_most() -> None:
    taken = take_in("a.txt", "text/plain", b"x" * 1000, Limits(1000))
    assert len(taken.content) == 1000
    with pytest.raises(UploadRefused) as refused:
        take_in("a.txt", "text/plain", b"x" * 1001, Limits(1000))
    assert refused.value.reason is Reason.TOO_LARGE
