"""Tell how hard the texts for clients are to read; exit status 1 when the Dutch is harder than language level B1 bears.

The score is that of Flesch: for Dutch in the form of Douma (1960), 206.84 - 0.77 x syllables in a hundred words - 0.93 x words in
a sentence; for French in that of Kandel and Moles (1958); for English that of Flesch himself (1948). From 70 on a text is fairly
easy, from 80 on easy. Syllables are counted as groups of vowels, with the vowels that are written with several letters as one,
and in Dutch a vowel with a diaeresis as a new one; that is right for nearly every plain word. Only whole sentences count:
short labels would make every score look better than it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel.messages.catalog import Catalog

from scripts.messages import texts
from vlechtwerk.texts.catalogues import Key, forms_of, merge

EASY_ENOUGH: Final = 80.0
"""The score that all Dutch texts together reach at least."""
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
OTHER_VOWELS: Final = re.compile(r"[aeiouyàâáæèêéìîíòôóœùûúäëïöü]+", re.IGNORECASE)
SILENT_FROM: Final = 4
"""From how many letters on a word in English or French ends in an e that is not heard."""
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PLACE: Final = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a language is measured: what the score starts from, and what a syllable in a word and a word in a sentence take off."""

    name: str
    start: float
    a_syllable: float
    a_word: float
    vowels: re.Pattern[str] = OTHER_VOWELS


DUTCH: Final = Measure("Flesch-Douma", 206.84, 77.0, 0.93, VOWELS)
MEASURES: Final = {
    "nl": DUTCH,
    "fr": Measure("Kandel-Moles", 207.0, 73.6, 1.015),
    "en": Measure("Flesch", 206.835, 84.6, 1.015),
}
"""The measures by language."""


@dataclass(frozen=True, slots=True)
class Level:
    """How much there is to read, and how hard it is."""

    sentences: int
    words: int
    syllables: int
    measure: Measure = DUTCH

    @property
    def score(self) -> float:
        """The score of the measure; higher is easier. A text without words is not hard."""
        if not self.words:
            return 100.0
        off = self.measure.a_syllable * self.syllables / self.words + self.measure.a_word * self.words / self.sentences
        return self.measure.start - off


def syllables(word: str, measure: Measure = DUTCH) -> int:
    """How many syllables a word has, as a rule; at least one. A silent e at the end of a longer word is none."""
    spoken = word if measure is DUTCH or len(word) < SILENT_FROM else word.removesuffix("s").removesuffix("e")
    return max(1, len(measure.vowels.findall(spoken)))


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence of a text; what is filled in later counts as one short word."""
    for part in re.split(r"[.!?:]+\s+|[.!?:]+$", PLACE.sub("iets", text)):
        if words := WORD.findall(part):
            yield words


def level(told: Iterable[str], measure: Measure = DUTCH) -> Level:
    """The level of these texts together."""
    found = [words for text in told for words in sentences(text)]
    words = [word for one in found for word in one]
    return Level(len(found), len(words), sum(syllables(word, measure) for word in words), measure)


def client_texts(language: str = "nl") -> list[str]:
    """Every sentence that a client reads in the own view in a language, once."""
    keys = {
        key for key, place in texts() if place.startswith(CLIENT_PLACES) and not place.startswith(FOR_PROFESSIONALS)
    }
    found = [text for key in sorted(keys, key=str) for text in _in_language(language, key)]
    return [text for text in found if text.rstrip().endswith((".", "?", "!"))]


def _in_language(language: str, key: Key) -> Iterator[str]:
    """The forms of one text; in English that is the text itself."""
    if language == "en":
        yield from forms_of(key[0])
    elif (message := _catalogue(language).get(*key)) is not None:
        yield from forms_of(message.string)


@cache
def _catalogue(language: str) -> Catalog:
    return merge(language).catalogue


def main() -> int:
    """Print the score of each language, and the Dutch sentences that are too long; return the exit status."""
    for language, measure in MEASURES.items():
        told = client_texts(language)
        found = level(told, measure)
        print(
            f"{language}: score {found.score:.1f} ({measure.name}) of {len(told)} texts:"
            f" {found.words / found.sentences:.1f} words in a sentence, {found.syllables / found.words:.2f} syllables in a word"
        )
    dutch = client_texts()
    long = [text for text in dutch if any(len(words) > LONGEST_SENTENCE for words in sentences(text))]
    for text in long:
        print(f"too long: {text}")
    return 1 if level(dutch).score < EASY_ENOUGH or long else 0


if __name__ == "__main__":
    sys.exit(main())
