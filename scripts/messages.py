"""List, for each language, each text without a translation and each translation that nothing asks for.

The exit status is 1 when there is one.

Texts stand in Python code and templates (marked with gettext), in the labels of codes, and in the rules: the norm of a rule
is its docstring, so it cannot be marked.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

from vlechtwerk.rules.catalogue import all_rules
from vlechtwerk.texts import labels, terms
from vlechtwerk.texts.catalogues import Key, Merged, forms_of, languages, merge

SOURCE: Final = Path(__file__).resolve().parent.parent / "src" / "vlechtwerk"
KEYWORDS: Final = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    # The translator of the command line: _("...") and _.plural("...", "...", number).
    "plural": (1, 2),
}


def missing(language: str) -> Iterator[tuple[str, str]]:
    """Yield each text without a translation in a language, with the place where it stands."""
    merged = merge(language)
    seen: set[Key] = set()
    for key, place in texts():
        if key not in seen and not _translated(merged, key):
            yield key[0], place
        seen.add(key)


def superfluous(language: str) -> Iterator[tuple[str, str]]:
    """Yield each translated text that the program does not hold any more, with the file of its translation."""
    asked = {key for key, _place in texts()}
    # What the command refuses is translated where it is printed: there the text is marked nowhere, but it stands in the code.
    held = {text for path in sorted(SOURCE.rglob("*.py")) for text in _strings(path)}
    for key, origin in merge(language).origins.items():
        if key not in asked and key[0] not in held:
            yield key[0], origin


def texts() -> Iterator[tuple[Key, str]]:
    """Yield every text of the program with the place where it stands."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield from _marked(path, "python")
    for path in sorted(SOURCE.glob("*/jinja2/**/*.html")):
        yield from _marked(path, "jinja2.ext:babel_extract")
    for text in labels.message_ids():
        yield (text, None), "texts/labels.py"
    for text in terms.message_ids():
        yield (text, None), "rules/glossary.py"
    for rule in all_rules():
        for text in rule.texts:
            yield (text, None), f"rule {rule.id}"


def main() -> int:
    """Print what is missing or superfluous; return the exit status."""
    found = [(language, *fault) for language in languages() for fault in (*missing(language), *superfluous(language))]
    for language, text, place in found:
        print(f"{language}: {place}: {text!r}")
    return 1 if found else 0


def _marked(path: Path, method: str) -> Iterator[tuple[Key, str]]:
    """Yield the texts that are marked for translation in one file."""
    options = {
        "trimmed": "true",
        "silent": "false",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "encoding": "utf-8",
    }
    for line, found, _comments, context in extract_from_file(method, path, KEYWORDS, options=options):
        text = found if isinstance(found, str) else found[0]
        yield (text, context), f"{path.relative_to(SOURCE)}:{line}"


def _strings(path: Path) -> Iterator[str]:
    """Yield every text between quotes in a file, put together where it goes on over lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _translated(merged: Merged, key: Key) -> bool:
    """Whether a text has a translation in all its forms."""
    message = merged.catalogue.get(*key)
    return message is not None and all(forms_of(message.string))


if __name__ == "__main__":
    sys.exit(main())
