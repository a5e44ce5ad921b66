"""A scanner for the tests that want one."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.documents.scanner import listening


@pytest.fixture(scope="session")
def scanner() -> Iterator[str]:
    """The address of a scanner that works."""
    with TemporaryDirectory() as folder, listening(Path(folder) / "clamd.sock") as address:
        yield address
