"""The settings of the mail that is sent. Without a mail server nothing is sent; a trial prints it.

Choose a sender and a site whose names tell nothing about care: they are all that a mail shows.
"""

import os
from pathlib import Path

from vlechtwerk.config.environment import ConfigurationError, file_named_by

EMAIL_HOST = os.environ.get("VLECHTWERK_MAIL_HOST", "")
EMAIL_HOST_USER = os.environ.get("VLECHTWERK_MAIL_USER", "")
EMAIL_USE_LOCALTIME = False
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("VLECHTWERK_MAIL_FROM", "bericht@localhost")
MAIL_SITE = os.environ.get("VLECHTWERK_SITE", "http://127.0.0.1:8000").rstrip("/")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"


def mail_port() -> int:
    """The port of the mail server: VLECHTWERK_MAIL_PORT, else 587. Raises ConfigurationError when it is no number."""
    chosen = os.environ.get("VLECHTWERK_MAIL_PORT", "587")
    if not chosen.isdecimal():
        raise ConfigurationError(f"VLECHTWERK_MAIL_PORT must be a number, not {chosen!r}.")
    return int(chosen)


def _password(file: Path | None) -> str:
    return file.read_text(encoding="utf-8").strip() if file else ""


EMAIL_PORT = mail_port()
EMAIL_HOST_PASSWORD = _password(file_named_by("VLECHTWERK_MAIL_PASSWORD_FILE"))
# Nothing goes over the network in plain text: port 465 begins encrypted, every other one becomes so before the password.
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = bool(EMAIL_HOST) and not EMAIL_USE_SSL
