"""The process that takes a file apart has no secrets and harms nobody but itself."""

import subprocess
import sys
from typing import Any

import pytest

from vlechtwerk.documents import apart
from vlechtwerk.documents.apart import SOURCES, rewritten_apart
from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.refusing import Reason, UploadRefused

CONFINED = "from vlechtwerk.documents.child import confine; confine(1000)\n"


WRITTEN = "import tempfile; assert tempfile.TemporaryFile(buffering=0).write(bytes(5000))"


def confined(statement: str) -> int:
    """How a process ends that does something after it gave up what a document does not need."""
    ended = subprocess.run([sys.executable, "-c", CONFINED + statement], capture_output=True, check=False, cwd=SOURCES)
    return ended.returncode


def test_it_gets_no_more_memory_and_writes_no_more_than_the_answer() -> None:
    assert confined("x = 1") == 0
    assert confined("bytearray(200 * 1024 * 1024)") == 0
    assert confined("bytearray(300 * 1024 * 1024)") != 0
    assert confined(f"{WRITTEN} == 1000") == 0
    assert confined(f"{WRITTEN} == 5000") != 0


def test_it_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLECHTWERK_SECRET_KEY", "geheim")
    seen: dict[str, str] = {}
    real = subprocess.run

    def noted(*given: Any, **told: Any) -> Any:
        seen.update(told["env"])
        return real(*given, **told)

    monkeypatch.setattr(subprocess, "run", noted)
    assert rewritten_apart(b"x", FileKind.TEXT, 1000) == b"x"
    assert set(seen) == {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}


def test_an_answer_that_is_too_large_is_refused() -> None:
    with pytest.raises(UploadRefused) as refused:
        rewritten_apart(b"x" * 1001, FileKind.TEXT, 1000)
    assert refused.value.reason is Reason.TOO_HEAVY


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", 0.001)
    with pytest.raises(UploadRefused) as refused:
        rewritten_apart(b"x", FileKind.TEXT, 1000)
    assert refused.value.reason is Reason.TOO_HEAVY
