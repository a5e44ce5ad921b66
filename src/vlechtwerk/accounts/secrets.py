"""Secrets of authenticator apps, encrypted with a key that follows from the secret key of the deployment."""

import base64
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

PURPOSE = b"vlechtwerk secrets of second factors:"


def encrypt(text: str) -> str:
    """Encrypt with the present key."""
    return _keys().encrypt(text.encode()).decode()


def decrypt(text: str) -> str:
    """Decrypt with the present key or one of before. Raises InvalidToken when none of them fits."""
    return _keys().decrypt(text.encode()).decode()


def _keys() -> MultiFernet:
    """The keys, the present one first."""
    texts = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (sha256(PURPOSE + text.encode()).digest() for text in texts)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
