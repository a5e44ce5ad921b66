"""What can be wrong with a case file: the place, a translatable message and what is expected instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

LONGEST_SHOWN = 40
"""Characters of a wrong value that are repeated in a message."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that makes a case file unusable.

    `where` is the path of keys, such as `events[3].on` (lists count from 0; empty for the file as a whole). `message` is an
    English message id in which the names between braces are filled in from `parameters`. `expected` are the words that are
    allowed, `nearest` the one among them that was probably meant.
    """

    where: str
    message: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    nearest: str | None = None


def shown(value: object) -> str:
    """A wrong value as it is repeated in a message: on one line, printable and never long."""
    if isinstance(value, str):
        text = "".join(letter if letter.isprintable() else _escaped(letter) for letter in value[: LONGEST_SHOWN + 1])
        return f'"{text[:LONGEST_SHOWN]}…"' if len(text) > LONGEST_SHOWN else f'"{text}"'
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, Mapping):
        return "{…}" if value else "{}"
    if isinstance(value, list | tuple):
        return "[…]" if value else "[]"
    if isinstance(value, int) and abs(value) >= 10**LONGEST_SHOWN:
        return "…"
    return shown(str(value)).strip('"')


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def unknown(where: str, message: str, word: object, allowed: Iterable[str]) -> Fault:
    """The fault of a word that is none of the allowed ones, with the nearest of them."""
    expected = tuple(allowed)
    nearest = _nearest(word[:LONGEST_SHOWN], expected) if isinstance(word, str) else None
    return Fault(where, message, {"value": shown(word)}, expected, nearest)


@lru_cache(maxsize=4096)
def _nearest(word: str, allowed: tuple[str, ...]) -> str | None:
    by_lower_case = {one.lower(): one for one in allowed}
    found = get_close_matches(word.lower(), by_lower_case, n=1, cutoff=0.7)
    return by_lower_case[found[0]] if found else None


def inside(where: str, key: object) -> str:
    """The path of a key inside the place `where`."""
    name = shown(key).strip('"')
    return f"{where}.{name}" if where else name
