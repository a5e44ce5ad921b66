"""Merge the translation files of each language into the one compiled catalogue that the program reads.

Every part of the program keeps its own ``<area>.po``. ``python -m vlechtwerk.texts.catalogues`` merges them, and
refuses (exit status 1) when two files disagree, a sentence has no translation or is only guessed (fuzzy), or a
translation names another placeholder than the sentence it translates.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from vlechtwerk.texts.translation import LOCALE_FOLDER, compiled_path

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
# A message is known by its id and, where one English word has two meanings, its context.
Key = tuple[str, str | None]


@dataclass
class Merged:
    """The translations of one language, with the faults found while merging them."""

    catalogue: Catalog
    origins: dict[Key, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def languages(folder: Path = LOCALE_FOLDER) -> list[str]:
    """Return the languages that have translation files, in alphabetical order."""
    return sorted(path.parent.name for path in folder.glob("*/LC_MESSAGES"))


def merge(language: str, folder: Path = LOCALE_FOLDER) -> Merged:
    """Read all translation files of a language into one catalogue and note every fault."""
    merged = Merged(Catalog(locale=language, charset="utf-8", fuzzy=False))
    for path in sorted((folder / language / "LC_MESSAGES").glob("*.po")):
        text = path.read_text(encoding="utf-8")
        with path.open("rb") as source:
            part = read_po(source, locale=language, charset="utf-8")
        if sum(line.startswith("msgid ") for line in text.splitlines()) != len(part) + 1:
            merged.faults.append(f"{path.name}: a message stands in this file more than once")
        for message in _messages(part):
            _add(merged, message, path.name)
    return merged


def compile_language(language: str, folder: Path = LOCALE_FOLDER) -> list[str]:
    """Write the compiled catalogue of a language unless it has faults; return the faults."""
    merged = merge(language, folder)
    if not merged.faults:
        target = compiled_path(folder, language)
        # Written beside it and then renamed, so that a running program never reads half a catalogue.
        with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".tmp", delete=False) as unfinished:
            write_mo(unfinished, merged.catalogue)
        Path(unfinished.name).chmod(0o644)
        Path(unfinished.name).replace(target)
    return merged.faults


def main() -> int:
    """Compile every language; print each fault on standard error; return the exit status."""
    faults = [f"{language}: {fault}" for language in languages() for fault in compile_language(language)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def key_of(message: Message) -> Key:
    """Return what a message is known by."""
    return (message.id if isinstance(message.id, str) else message.id[0], message.context)


def forms_of(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a text: one, or one per grammatical number."""
    if value is None:
        return ("",)
    return (value,) if isinstance(value, str) else tuple(value)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a file without its header."""
    return (message for message in catalogue if message.id)


def _add(merged: Merged, message: Message, origin: str) -> None:
    """Take one message into the merged catalogue, or note why it cannot be taken."""
    key = key_of(message)
    merged.faults.extend(f"{origin}: {fault}: {key[0]!r}" for fault in _faults_of(message))
    earlier = merged.catalogue.get(*key)
    if earlier is not None and earlier.string != message.string:
        merged.faults.append(f"{origin}: other translation than in {merged.origins[key]}: {key[0]!r}")
        return
    merged.origins.setdefault(key, origin)
    merged.catalogue.add(message.id, message.string, context=message.context)


def _faults_of(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translation on its own."""
    if message.fuzzy:
        yield "only guessed (fuzzy)"
    translations = forms_of(message.string)
    if not all(translations):
        yield "without translation"
    elif any(_placeholders(text) != _placeholders(forms_of(message.id)[-1]) for text in translations):
        yield "other placeholders than the English"


def _placeholders(text: str) -> set[str]:
    """Return the names that are filled in when the text is shown."""
    return {printf or braces for printf, braces in _PLACEHOLDER.findall(text)}


if __name__ == "__main__":
    sys.exit(main())
