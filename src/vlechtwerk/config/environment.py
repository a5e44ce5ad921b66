"""What the environment of the process says: switches, folders and the secret key.

Every value that an operator can set is read here or in ``settings.py``; the list stands in ``docs/operate/settings.md``.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vlechtwerk.sharing.keyring import fresh_line, read_keyring

KEYS_FILE = "VLECHTWERK_KEYS_FILE"
CHECKOUT = Path(__file__).resolve().parents[3]


class ConfigurationError(Exception):
    """Something on the machine or in the environment keeps the program from starting; the text says what to do."""


def switch(name: str) -> bool:
    """Return whether a switch is on: 1, true, yes or on, in any case.

    Raises ConfigurationError for any other text than those and their opposites, so that a typing mistake is never "off".
    """
    value = os.environ.get(name, "").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise ConfigurationError(f"{name} must be 1 or 0, not {value!r}.")


def data_folder() -> Path:
    """Return the folder for what this machine keeps: VLECHTWERK_DATA, else ``.data`` in the checkout or working folder."""
    if chosen := os.environ.get("VLECHTWERK_DATA"):
        return Path(chosen).resolve()
    home = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    return home / ".data"


def file_named_by(name: str, *, present: bool = True) -> Path | None:
    """Return the file that a variable names; None when it is not set.

    Raises ConfigurationError when the file has to be there and is not.
    """
    chosen = os.environ.get(name, "")
    if not chosen:
        return None
    path = Path(chosen).resolve()
    if present and not path.is_file():
        raise ConfigurationError(f"{name} names a file that is not there: {path}")
    return path


def secret_key(*, trial: bool) -> str:
    """Return the key that signs sessions and forms: VLECHTWERK_SECRET_KEY.

    A trial (demo or debug) without one makes a key once and keeps it, so that a restart does not sign people out.
    Raises ConfigurationError outside a trial when there is none or when it is too short to be secret.
    """
    key = os.environ.get("VLECHTWERK_SECRET_KEY", "")
    if not key and trial:
        return _kept(data_folder() / "secret-key", lambda: secrets.token_urlsafe(64))
    if len(key) < 50:
        raise ConfigurationError(
            "VLECHTWERK_SECRET_KEY is missing or shorter than 50 characters. Make one with: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(64))"'
        )
    return key


def keys_file(*, trial: bool) -> Path:
    """Return the file with the deployment keys: VLECHTWERK_KEYS_FILE. A trial without one makes it once and keeps it.

    Raises ConfigurationError outside a trial when none is named, and when there is no fit key in the file.
    """
    file = file_named_by(KEYS_FILE)
    if file is None and trial:
        file = data_folder() / "keys"
        _kept(file, fresh_line)
    if file is None:
        raise ConfigurationError(
            f"{KEYS_FILE} has to name the file with the keys that seal the own notes of care. Make one with: "
            f"{KEYS_FILE}=/safe/place/keys vlechtwerk keys new (see docs/operate/keys.md)."
        )
    try:
        read_keyring(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ConfigurationError(f"{KEYS_FILE}: {fault}. See docs/operate/keys.md.") from None
    return file


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Read a secret of this trial, or make it; only the owner of the folder may read it. Of two at a time the first counts."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = written(path.with_name(f"{path.name}.{os.getpid()}"), make())
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text()


def written(path: Path, text: str) -> Path:
    """Write a file that only its owner may read, and return it; it is on the disk when this returns."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return path
