"""The pages of the manual as text, with what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import Resolver404, resolve

from scripts.messages import texts
from scripts.pictures.shapes import MANUAL
from vlechtwerk.manual.reading import INDEX, PAGE_OF
from vlechtwerk.texts.catalogues import forms_of, merge

ROLE_PAGES = tuple(sorted(set(PAGE_OF.values())))


@dataclass(frozen=True)
class Written:
    """One page."""

    name: str

    @property
    def path(self) -> Path:
        """Where it stands."""
        return MANUAL / f"{self.name}.md"

    @property
    def text(self) -> str:
        """Its text."""
        return self.path.read_text(encoding="utf-8")

    @property
    def headings(self) -> list[str]:
        """Its headings, without the mark of what stands on a screen."""
        return [one.replace("**", "") for one in re.findall(r"^#+ (.+)$", self.text, re.MULTILINE)]

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """The alternative text and the path of each picture."""
        return re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", self.text)

    @property
    def links(self) -> list[str]:
        """Where its links lead to."""
        return re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", self.text)

    @property
    def quoted(self) -> list[str]:
        """What it says stands on a screen: everything in bold."""
        return [" ".join(one.split()) for one in re.findall(r"\*\*(.+?)\*\*", self.text, re.DOTALL)]

    @property
    def in_backticks(self) -> list[str]:
        """Addresses and commands."""
        return re.findall(r"`([^`\n]+)`", self.text)

    @property
    def sentences(self) -> list[str]:
        """Its whole sentences, without what only leads elsewhere."""
        bare = re.sub(r"!\[[^\]]*\]\([^)]+\)", "", self.text).replace("**", "")
        bare = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", bare)
        blocks = re.split(r"\n\s*\n|\n(?=- |\d+\. |#|\|)|\|", bare)
        words = (re.sub(r"^(- |\d+\. |#+ )", "", " ".join(block.split())) for block in blocks)
        return [one for one in words if one.endswith((".", "!", "?"))]


def all_pages() -> list[Written]:
    """Every page of the manual."""
    return [Written(path.stem) for path in sorted(MANUAL.glob("*.md"))]


def role_pages() -> list[Written]:
    """The pages for a role, and the index."""
    return [Written(name) for name in (INDEX, *ROLE_PAGES)]


def plain(words: str) -> str:
    """Words without the mark at their end and without a capital: a label begins a sentence on one page and not on another."""
    return words.rstrip(" .:?!").lower()


@cache
def shown_in_dutch() -> frozenset[str]:
    """Everything that a screen can say in Dutch: what the program asks for, not what is left over in a catalogue."""
    dutch = merge("nl").catalogue
    messages = (found for key, _place in texts() if (found := dutch.get(*key)) is not None)
    return frozenset(plain(" ".join(text.split())) for message in messages for text in forms_of(message.string))


def answers(address: str) -> bool:
    """Whether the program answers exactly this address."""
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
