"""What may stand in a cell, and how a text is made harmless for a spreadsheet program.

A spreadsheet program takes a text that begins with certain characters for a formula, which it runs on the computer of
whoever opens the file. Such a text gets an apostrophe in front, which is what the OWASP Application Security Verification
Standard 5.0 asks in 1.2.10. A number is a number, so minus five stays minus five.
"""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

Cell = str | int | float | Decimal | date | datetime | None
"""A text, a number, a day, a moment (with its time zone), or nothing."""

LONGEST_TEXT = 32_767
"""As many characters as fit in a cell of XLSX."""
BRUSSELS = ZoneInfo("Europe/Brussels")
APOSTROPHE = "'"
_BEGINS_FORMULA = frozenset("=+-@")
_BEGINS_ANYTHING = frozenset("\t\r\n\0")
# What no XML document may hold, which is also what nobody types: control characters, halves of a pair, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_SEEN = ("C", "Z")


class TextTooLong(ValueError):
    """A text that does not fit in a cell. It is refused, because a spreadsheet program would cut it without a word."""


def harmless(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula, and that fits in an XML document.

    Raises TextTooLong when it does not fit in a cell.
    """
    clean = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
    shown = APOSTROPHE + clean if _may_run(text) else clean
    if len(shown) > LONGEST_TEXT:
        raise TextTooLong
    return shown


def _may_run(text: str) -> bool:
    """Whether a text may be taken for a formula; characters that are not seen in front of it may be skipped by a program."""
    if text[:1] in _BEGINS_ANYTHING:
        return text != ""
    # The full-width and the small forms of a sign are read as the sign itself by some programs.
    first = next((one for one in text if unicodedata.category(one)[0] not in _NOT_SEEN), "")
    return unicodedata.normalize("NFKC", first)[:1] in _BEGINS_FORMULA if first else False


def in_brussels(moment: datetime) -> datetime:
    """Return a moment as the clock in Brussels showed it; a cell knows no time zones. Raises ValueError without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(BRUSSELS).replace(tzinfo=None, microsecond=0)
