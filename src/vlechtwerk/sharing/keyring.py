"""The deployment keys: a small file of its own, apart from the database, read without Django.

One key a line, in base64; the last one is the newest. Lines with `#` in front say something to people. Keys of before stay
in the file until everything is wrapped with a newer one (`vlechtwerk keys rotate`). A key is named by a digest of itself, so
that a name can never stand for another key.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

KEY_BYTES = 32
VARIETY = 16
"""How many different bytes a key has at least: 32 random ones practically always have more, a typed word has fewer."""


class KeyringFault(ValueError):
    """The file with keys cannot be used; the text says why and never shows a key."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys by name, the newest last; there is always one."""

    keys: Mapping[str, bytes]

    @property
    def newest(self) -> str:
        """The name of the key with which everything new is wrapped."""
        return next(reversed(list(self.keys)))


def read_keyring(text: str) -> Keyring:
    """The keys in the text of a file. Raises KeyringFault for a line that is no fit key, a double key, and no key at all."""
    keys: dict[str, bytes] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not (told := line.strip()) or told.startswith("#"):
            continue
        key = _key(told, number)
        if name_of(key) in keys:
            raise KeyringFault(f"line {number} repeats an earlier key")
        keys[name_of(key)] = key
    if not keys:
        raise KeyringFault("there is no key in the file")
    return Keyring(keys)


def name_of(key: bytes) -> str:
    """The name of a key: 16 hexadecimal digits that tell nothing about it."""
    return hashlib.sha256(b"vlechtwerk deployment key\0" + key).hexdigest()[:16]


def fresh_line() -> str:
    """A new key as a line of the file."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n"


def _key(told: str, number: int) -> bytes:
    try:
        key = base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError):
        raise KeyringFault(f"line {number} is no key in base64") from None
    if len(key) != KEY_BYTES:
        raise KeyringFault(f"line {number} holds {len(key)} bytes; a key has {KEY_BYTES}")
    if len(set(key)) < VARIETY:
        raise KeyringFault(f"line {number} is too regular to be secret")
    return key
