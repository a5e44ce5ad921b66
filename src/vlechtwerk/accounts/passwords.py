"""Passwords that are little more than what everybody thinks of first here."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vlechtwerk.accounts.models import Account

WORDS = (
    "vlechtwerk", "vertrouwelijk", "traject", "deelnemer", "casemanager", "dossier", "luik", "welkom", "wachtwoord",
    "vlaanderen", "brussel", "zorg", "werk", "vdab", "gtb", "ocmw", "caw", "cgg",
)  # fmt: skip
"""Words of the program and of the field; docs/operate/sign-in.md names them too."""
ROWS = ("01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qwertyuiop")
LEAST = 6
"""How many characters must be left of a password without these words and rows."""
KNOWN = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
SAME = re.compile(r"(.)\1{2,}")


class EasyWords:
    """Refuses a password of which little is left without the words and rows that everybody thinks of."""

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raise ValidationError when the password is too easy."""
        if len(_rest(password.casefold())) < LEAST:
            raise ValidationError(self.get_help_text(), code="password_easy_words")

    def get_help_text(self) -> str:
        """What is asked."""
        return _("Use more than a word that everybody thinks of here, or a row such as 123456.")


def _rest(password: str) -> str:
    """What is left of a password without known words, rows of four or more, and the same sign over and over."""
    left = SAME.sub("", KNOWN.sub("", password))
    for row in ROWS:
        for length in range(len(row), 3, -1):
            for first in range(len(row) - length + 1):
                left = left.replace(row[first : first + length], "")
    return left
