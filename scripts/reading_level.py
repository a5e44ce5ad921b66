"""Tell how hard the Dutch texts for clients are to read; exit status 1 when they are harder than language level B1 bears.

The score is that of Flesch in the form that Douma gave it for Dutch (1960): 206.84 - 0.77 x syllables in a hundred words -
0.93 x words in a sentence. From 70 on a text is fairly easy, from 80 on easy. Syllables are counted as groups of vowels, with
the Dutch vowels that are written with two letters as one, and a vowel with a diaeresis as a new one; that is right for nearly
every plain word. Only whole sentences count: short labels would make every score look better than it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from scripts.messages import texts
from vlechtwerk.texts.catalogues import forms_of, merge

EASY_ENOUGH: Final = 80.0
"""The score that all texts together reach at least."""
LONGEST_SENTENCE: Final = 20
"""The most words of one sentence."""
CLIENT_PLACES: Final = ("portal/", "trajectories/jinja2/trajectories/own.html", "sharing/jinja2/sharing/who_looked")
"""Where the texts stand that a client reads."""
FOR_PROFESSIONALS: Final = (
    *("portal/jinja2/portal/invitation.html", "portal/views_invitation.py"),
    *("portal/jinja2/portal/informed.html", "portal/views_informing.py"),
)
"""Where the texts of the own view stand that a case manager reads."""
VOWELS: Final = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|uw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàâáèêéìîíòôóùûúäëïöü]", re.IGNORECASE
)
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PLACE: Final = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True, slots=True)
class Level:
    """How much there is to read, and how hard it is."""

    sentences: int
    words: int
    syllables: int

    @property
    def score(self) -> float:
        """The score of Flesch and Douma; higher is easier. A text without words is not hard."""
        if not self.words:
            return 100.0
        return 206.84 - 0.77 * 100 * self.syllables / self.words - 0.93 * self.words / self.sentences


def syllables(word: str) -> int:
    """How many syllables a Dutch word has, as a rule; at least one."""
    return max(1, len(VOWELS.findall(word)))


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence of a text; what is filled in later counts as one short word."""
    for part in re.split(r"[.!?:]+\s+|[.!?:]+$", PLACE.sub("iets", text)):
        if words := WORD.findall(part):
            yield words


def level(told: Iterable[str]) -> Level:
    """The level of these texts together."""
    found = [words for text in told for words in sentences(text)]
    words = [word for one in found for word in one]
    return Level(len(found), len(words), sum(map(syllables, words)))


def client_texts() -> list[str]:
    """Every Dutch sentence that a client reads in the own view, once."""
    dutch = merge("nl").catalogue
    keys = {
        key for key, place in texts() if place.startswith(CLIENT_PLACES) and not place.startswith(FOR_PROFESSIONALS)
    }
    messages = (dutch.get(*key) for key in sorted(keys, key=str))
    found = (text for one in messages if one is not None for text in forms_of(one.string))
    return [text for text in found if text.rstrip().endswith((".", "?", "!"))]


def main() -> int:
    """Print the score, and the sentences that are too long; return the exit status."""
    told = client_texts()
    found = level(told)
    long = [text for text in told if any(len(words) > LONGEST_SENTENCE for words in sentences(text))]
    print(f"{len(told)} texts, {found.sentences} sentences, {found.words} words")
    print(
        f"{found.words / found.sentences:.1f} words in a sentence, {found.syllables / found.words:.2f} syllables in a word"
    )
    print(f"score {found.score:.1f} (Flesch-Douma; at least {EASY_ENOUGH:.0f} is asked)")
    for text in long:
        print(f"too long: {text}")
    return 1 if found.score < EASY_ENOUGH or long else 0


if __name__ == "__main__":
    sys.exit(main())
