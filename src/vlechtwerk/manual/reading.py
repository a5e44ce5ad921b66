"""Reading the manual: which page is whose, and a page of Markdown as HTML.

The pages are written for people who read them as files too, so their links and pictures point to files; here these become the
addresses of the program. No HTML is taken from a page: what looks like it is shown as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vlechtwerk.rules.roles import Role

INDEX = "README"
PAGE_OF = MappingProxyType(
    {
        Role.CLIENT: "deelnemer",
        Role.VDAB_MEDIATOR: "bemiddelaar",
        Role.TRUSTED_ADVISOR: "bemiddelaar",
        Role.WORK_CASE_MANAGER: "casemanager-werk",
        Role.CARE_CASE_MANAGER: "casemanager-zorg",
        Role.NETWORK_COORDINATOR: "netwerkcoordinator",
        Role.CARE_PROVIDER: "dienstverlener",
        Role.WORK_PROVIDER: "dienstverlener",
        Role.PROJECT_FOLLOWER: "projectopvolger",
        Role.DGS: "projectopvolger",
        Role.TOM_TEAM: "projectopvolger",
        Role.CARE_PARTNERSHIP_CONTACT: "contactpersoon-en-departement",
        Role.CARE_DEPARTMENT: "contactpersoon-en-departement",
        Role.DATA_PROTECTION_OFFICER: "functionaris",
    }
)
"""The page of everybody who can sign in."""


class NoSuchPage(LookupError):
    """The manual has no page with this name."""


class Part(NamedTuple):
    """A part of a page: the mark to which a link jumps, and its heading."""

    mark: str
    heading: str


class ManualPage(NamedTuple):
    """A page: its title, its parts, and what stands below the title."""

    title: str
    parts: Sequence[Part]
    body: SafeString


def address_of(role: str | None) -> str:
    """Where the manual begins for somebody: at the page of the role, else at the index."""
    name = PAGE_OF.get(Role(role)) if role else None
    return reverse("manual_page", args=[name]) if name else reverse("manual")


def read(name: str) -> ManualPage:
    """A page of the manual by the name of its file. Raises NoSuchPage."""
    found = {path.stem: path for path in settings.MANUAL.glob("*.md")}.get(name)
    if found is None:
        raise NoSuchPage(name)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    title, tokens = _without_title(markdown.parse(found.read_text(encoding="utf-8")))
    parts = [*_mark_parts(tokens)]
    _label_tables(tokens)
    for token in tokens:
        _lead(token.children or ())
    # The renderer escapes all text, and no HTML of a page gets through.
    return ManualPage(title, parts, mark_safe(markdown.renderer.render(tokens, markdown.options, {})))  # noqa: S308  see above


def _without_title(tokens: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """The words of the first heading, and all that follows it."""
    _opened, title, _closed, *rest = tokens
    return title.content, rest


def _mark_parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """Mark every heading under the title, so that a link can jump there."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            heading = following.content.replace("**", "")
            mark = slugify(heading)
            token.attrSet("id", mark)
            yield Part(mark, heading)


def _label_tables(tokens: Iterable[Token]) -> None:
    """Give every cell the title of its column, which is shown beside it on a narrow screen."""
    titles: list[str] = []
    column = 0
    for token, following in pairwise(tokens):
        match token.type:
            case "table_open":
                token.attrSet("class", "data-table")
                titles = []
            case "tr_open":
                column = 0
            case "th_open":
                titles.append(following.content)
                token.attrSet("scope", "col")
            case "td_open":
                token.attrSet("data-label", titles[column])
                column += 1


def _lead(tokens: Iterable[Token]) -> None:
    """Let the links and pictures of a line point into the program; a link to a page that is not served becomes its words."""
    dropped = False
    for token in tokens:
        if token.type == "image":
            picture = PurePosixPath(str(token.attrGet("src"))).name
            token.attrSet("src", static(f"manual/{picture}"))
            token.attrSet("loading", "lazy")
        elif token.type == "link_open":
            path = PurePosixPath(str(token.attrGet("href")))
            dropped = len(path.parts) > 1
            token.attrSet("href", reverse("manual") if path.stem == INDEX else reverse("manual_page", args=[path.stem]))
        if dropped and token.type in {"link_open", "link_close"}:
            dropped = token.type == "link_open"
            token.type, token.tag, token.nesting, token.content = "text", "", 0, ""
