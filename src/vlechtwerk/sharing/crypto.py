"""Sealing bytes with a key: AES-256-GCM, which also proves that nothing was changed or moved to another place."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class Tampered(ValueError):
    """What was sealed is not as it was written, or does not stand where it was written."""


def fresh_key() -> bytes:
    """A new key."""
    return AESGCM.generate_key(bit_length=KEY_BYTES * 8)


def seal(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    """The data made unreadable without the key; `bound_to` is not hidden, and has to be the same to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The data again. Raises Tampered when the key, the bytes or the place are others than those it was sealed with."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError) as wrong:
        raise Tampered("what was sealed is not as it was written, or not where it was written") from wrong
