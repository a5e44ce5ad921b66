"""One-time codes for invitations: easy to copy from paper, impossible to guess."""

import secrets
from hashlib import sha256

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Without letters and digits that look alike on paper."""
GROUPS, IN_A_GROUP = 7, 4
"""Twenty-eight out of thirty signs: 137 bits, of which 128 are asked."""


def new_code() -> str:
    """A new code as it is printed, in groups of four."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(IN_A_GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def digest_of(code: str) -> bytes:
    """What is kept of a code. How it was typed (spaces, hyphens, small letters) does not matter.

    A code is as strong as a key, so a plain digest tells nothing about it.
    """
    signs = "".join(one for one in code.upper() if one.isascii() and one.isalnum())
    return sha256(signs.encode()).digest()
