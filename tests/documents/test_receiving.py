"""Receiving a file: in memory, never more than the limit, and an answer for whoever sends more."""

import tracemalloc
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import Any

import pytest
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.uploads import most_bytes

MEGABYTE = 1024 * 1024
BOUNDARY = "grens"


class Sent(RawIOBase):
    """A form with a file of some megabytes, made while it is read."""

    def __init__(self, megabytes: int) -> None:
        """Keep the pieces to come."""
        self.pieces = self._pieces(megabytes)
        self.rest = b""

    def _pieces(self, megabytes: int) -> Iterator[bytes]:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        yield head.encode()
        yield from (bytes(MEGABYTE) for _ in range(megabytes))
        yield f'\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name="told"\r\n\r\nbewaard\r\n--{BOUNDARY}--\r\n'.encode()

    def readable(self) -> bool:
        """It is read from."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Put the next bytes in a buffer."""
        self.rest = self.rest or next(self.pieces, b"")
        piece, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def received(megabytes: int) -> HttpRequest:
    """The request with that form, as a view gets it."""
    length = (megabytes + 1) * MEGABYTE
    told: dict[str, Any] = {"CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}", "CONTENT_LENGTH": str(length)}
    request = RequestFactory().post("/", **told)
    request._stream = BufferedReader(Sent(megabytes), MEGABYTE)
    return request


def file_of(request: HttpRequest) -> "UploadedFile[Any]":
    """The file that came with a form."""
    found = request.FILES["file"]
    assert isinstance(found, UploadedFile)
    return found


@pytest.mark.parametrize(("megabytes", "kept"), [(2, 2 * MEGABYTE), (3, 0)])
def test_a_file_up_to_the_limit_is_kept(megabytes: int, kept: int) -> None:
    with override_settings(UPLOAD_MOST_BYTES=2 * MEGABYTE):
        request = received(megabytes)
        assert file_of(request).size == megabytes * MEGABYTE
        assert len(file_of(request).read()) == kept
        assert request.POST["told"] == "bewaard"


def test_two_gigabytes_take_little_memory_and_what_was_typed_stays() -> None:
    tracemalloc.start()
    request = received(2048)
    assert (file_of(request).size, request.POST["told"]) == (2048 * MEGABYTE, "bewaard")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60 * MEGABYTE


@pytest.mark.parametrize(("chosen", "most"), [("1", MEGABYTE), ("20", 20 * MEGABYTE), ("200", 200 * MEGABYTE)])
def test_the_operator_chooses_the_limit(chosen: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLECHTWERK_UPLOAD_MB", chosen)
    assert most_bytes() == most


@pytest.mark.parametrize("chosen", ["0", "201", "-1", "veel", ""])
def test_a_limit_that_cannot_be_meant_is_not_accepted(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLECHTWERK_UPLOAD_MB", chosen)
    with pytest.raises(ConfigurationError, match="VLECHTWERK_UPLOAD_MB"):
        most_bytes()
