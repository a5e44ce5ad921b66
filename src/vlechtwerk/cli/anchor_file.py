"""The anchor file and the keys of the record, as the environment names them."""

import os
from pathlib import Path
from typing import Any

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config.environment import ConfigurationError, file_named_by

ANCHORS, KEY, PUBLIC_KEY = "VLECHTWERK_RECORD_ANCHORS", "VLECHTWERK_RECORD_KEY", "VLECHTWERK_RECORD_PUBLIC_KEY"


def path() -> Path | None:
    """The anchor file; None when none is named."""
    return file_named_by(ANCHORS, present=False)


def lines(file: Path) -> list[str]:
    """The anchors of a file that is there."""
    return file.read_text(encoding="utf-8").splitlines()


def append(file: Path, line: str) -> None:
    """Add an anchor to the file, which is made when it is not there; it is on the disk when this returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")
        opened.flush()
        os.fsync(opened.fileno())


def signing_key() -> Any:
    """The key that signs. Raises ConfigurationError when there is none or when it is no Ed25519 key."""
    return _key(KEY, "private_key")


def checking_key() -> Any:
    """The key that checks: the public one, or else the public half of the one that signs. Raises ConfigurationError."""
    return _key(PUBLIC_KEY, "public_key") if os.environ.get(PUBLIC_KEY) else signing_key().public_key()


def _key(variable: str, read: str) -> Any:
    """The key in the file that a variable names."""
    file = file_named_by(variable)
    if file is None:
        raise ConfigurationError(
            f"{variable} has to name the file with the key of the record; see docs/operate/record.md."
        )
    anchors = django_module("vlechtwerk.audit.anchors")
    try:
        return getattr(anchors, read)(file.read_bytes())
    except anchors.NoSuchKey as wrong:
        raise ConfigurationError(f"{variable}: {wrong}.") from None
