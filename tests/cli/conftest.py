"""The command as a person types it: arguments in, exit status and what is printed out."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from vlechtwerk.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Result(NamedTuple):
    """What a command answered: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture
def vlechtwerk(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command with these arguments."""

    def run(*arguments: object) -> Result:
        status = main([str(one) for one in arguments])
        return Result(status, *capsys.readouterr())

    return run


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put these bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return put


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file with this content and give its path."""

    def write(content: str | bytes, name: str = "case.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
