"""Names as they are searched: without case, accents and signs, so that "Özgür" is found with "ozgur".

Two keys of a name are stored. The strict one holds the words as they are written. The loose one writes what sounds alike in one
way ("Dyck", "Dijk" and "Dick" are one), and holds a family name of several words also as one word, so that it does not matter
how somebody writes "Van der Linden". What is typed is looked for at the beginning of any word, in any order.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

WITHOUT_DECOMPOSITION = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})
"""Letters that Unicode does not take apart into a letter and a sign."""
SIGN = re.compile(r"[^\w\s]|_")
"""What is no letter, no digit and no space."""


def search_key(*names: str) -> str:
    """The names in one line of plain lower-case letters and digits, words apart by one space.

    Signs such as the apostrophe of "d'Hondt" part no word; a hyphen does.
    """
    spaced = " ".join(names).casefold().replace("-", " ").translate(WITHOUT_DECOMPOSITION)
    return " ".join(SIGN.sub("", unicodedata.normalize("NFKD", spaced)).split())


ALIKE = (
    *(("sch", "s"), ("ck", "k"), ("gh", "g"), ("th", "t"), ("dt", "t"), ("ph", "f"), ("qu", "kw"), ("x", "ks")),
    *(("ae", "a"), ("y", "i"), ("j", "i")),
)
"""What is written in two ways and sounds alike in Flemish names, with the one way that is kept."""
PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "des",
        "d",
        "t",
        "s",
        "ten",
        "ter",
        "te",
        "op",
        "la",
        "le",
        "el",
        "al",
        "di",
        "dos",
    ]
)
"""Words in front of a family name that are written apart, together or not at all."""
TOLERANT_FROM, SWAPPED_FROM = 5, 4
"""Letters that a word has at least before one wrong, missing or extra letter is allowed, and before two may be swapped."""
MOST_WORDS, LONGEST_WORD = 6, 30
"""More than this of what was typed is not looked at: no name needs it."""


def loose_key(given_name: str, family_name: str) -> str:
    """The loose words of a name, each with a space in front of it."""
    words: list[str] = []
    for name in (given_name, family_name):
        parts = _words(name)
        joined = "".join(parts)
        initials = "".join(part[0] for part in parts if part in PARTICLES)
        words += [_loose(part) for part in (*parts, joined, *([initials] if len(initials) > 1 else []))]
    return "".join(f" {word}" for word in dict.fromkeys(words) if word)


@dataclass(frozen=True)
class Typed:
    """What somebody typed to find a name."""

    text: str

    @cached_property
    def strict(self) -> list[str]:
        """The words with which words of the strict key have to begin."""
        return [word[:LONGEST_WORD] for word in search_key(self.text).split()[:MOST_WORDS]]

    @cached_property
    def loose(self) -> list[list[str]]:
        """Words that the loose key has to have, but for a slip of the hand: all those of one of these lists.

        The longest comes first, because it rules out most names.
        """
        words = _words(self.text)[:MOST_WORDS]
        ways = (sorted({_loose(one[:LONGEST_WORD]) for one in way}, key=len, reverse=True) for way in _ways(words))
        return [list(way) for way in dict.fromkeys(map(tuple, ways)) if way]


def tolerant(word: str) -> str:
    """A regular expression for words that begin with this one, but for one slip of the hand after the first letter.

    It stands in one line with a space in front of every word. The word holds letters and digits only.
    """
    forms = [word]
    if len(word) >= SWAPPED_FROM:
        forms += [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    if len(word) >= TOLERANT_FROM:
        # In the place of a letter stands another one, none, or one more beside it.
        forms += [word[:at] + "[^ ]{0,2}" + word[at + 1 :] for at in range(1, len(word) - 1)]
        # A slip in the last letter leaves a beginning that fits many words, so that one has to fit a whole word.
        forms += [f"{word[:-1]}[^ ]?( |$)"]
        forms += [word[:at] + "[^ ]" + word[at:] for at in range(1, len(word))]
    return f" ({'|'.join(dict.fromkeys(forms))})"


def probes(word: str) -> tuple[str, str, str]:
    """Pieces of which the loose key holds at least one when `tolerant` finds the word in it.

    A slip of the hand leaves one half of a word as it is, unless the two letters in the middle were swapped. Looking for these
    first rules out nearly every other name, and takes a small part of the time.
    """
    if len(word) < SWAPPED_FROM:
        return (f" {word}",) * 3
    half = len(word) // 2
    return f" {word[:half]}", word[half:], f" {word[: half - 1]}{word[half]}{word[half - 1]}"


def _ways(words: list[str]) -> tuple[list[str], list[str]]:
    """The words as they were typed, and with what stands in front of a family name joined to it."""
    return words, _joined(words)


def _words(name: str) -> list[str]:
    """The words of a name, also apart where an apostrophe parts them."""
    return search_key(re.sub(r"['’`.]", " ", name)).split()


def _joined(words: list[str]) -> list[str]:
    """The words with what stands in front of a family name joined to it: van der linden is vanderlinden."""
    found, waiting = list[str](), ""
    for word in words:
        waiting += word
        if word not in PARTICLES:
            found.append(waiting)
            waiting = ""
    return [*found, waiting] if waiting else found


def _loose(word: str) -> str:
    """A word in the one way in which it is kept: without doubles, and c as k unless it is ch."""
    for written, kept in ALIKE:
        word = word.replace(written, kept)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"c(?!h)", "k", word))
