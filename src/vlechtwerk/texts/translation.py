"""Translate message ids with the standard library only, for the rules and the command line.

The web pages use the same compiled catalogue through Django, so a sentence reads the same everywhere.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from vlechtwerk.texts import labels
from vlechtwerk.texts.dates import long_date

SOURCE_LANGUAGE: Final = "en"
OWN_NAMES: Final = {"nl": "Nederlands", "fr": "Français", SOURCE_LANGUAGE: "English"}
"""The languages of the program, each with its name in that language; the first one is that of who chose none."""
LANGUAGES: Final = tuple(OWN_NAMES)
LOCALE_FOLDER: Final = Path(__file__).resolve().parent.parent / "locale"


class CatalogueMissing(Exception):
    """The compiled catalogue of a language is not there; setting up the program makes it."""


def compiled_path(folder: Path, language: str) -> Path:
    """Return where the compiled catalogue of a language stands; Django looks for this name too."""
    return folder / language / "LC_MESSAGES" / "django.mo"


@dataclass(frozen=True)
class Translator:
    """Turns message ids into the sentences of one language."""

    language: str
    _messages: gettext.NullTranslations

    def __call__(self, message: str) -> str:
        """Return the sentence of the message id; the id itself when the language has no other."""
        return self._messages.gettext(message) if message else ""

    def plural(self, one: str, many: str, number: int) -> str:
        """Return the form of the sentence that goes with the number."""
        return self._messages.ngettext(one, many, number)

    def label(self, kind: labels.Kind, code: str) -> str:
        """Return the word of the field for a code; raises UnknownCode for a code that does not exist."""
        return self(labels.label(kind, code))

    def date(self, day: date) -> str:
        """Return the day as people write it: 2 april 2026."""
        return long_date(day, self.language)


@lru_cache
def translate(language: str) -> Translator:
    """Return the translator of a language; English is the message id itself.

    Raises ValueError for a language that the program does not speak and CatalogueMissing when it was not compiled.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}; choose one of {', '.join(LANGUAGES)}")
    if language == SOURCE_LANGUAGE:
        return Translator(language, gettext.NullTranslations())
    path = compiled_path(LOCALE_FOLDER, language)
    try:
        with path.open("rb") as compiled:
            return Translator(language, gettext.GNUTranslations(compiled))
    except FileNotFoundError as missing:
        hint = "run: python -m vlechtwerk.texts.catalogues"
        raise CatalogueMissing(f"the translations of {language!r} are not compiled ({path}); {hint}") from missing
