"""The XML inside Office files: looked at piece by piece, without following anything that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as Tree
from xml.parsers import expat

from vlechtwerk.documents.refusing import Reason, UploadRefused

_FIELD_TEXTS = {"instrText", "f", "delInstrText"}
"""Elements with the instruction of a field or the formula of a cell."""


@dataclass
class Seen:
    """What stands in a piece of XML: the local names of elements, field instructions and addresses with their element."""

    names: set[str] = field(default_factory=set)
    instructions: str = ""
    addresses: list[tuple[str, str]] = field(default_factory=list)


def seen_in(xml: bytes) -> Seen:
    """What stands in a piece of XML. Raises UploadRefused when it is not well-formed or names entities of its own."""
    seen, texts = Seen(), []
    parser = expat.ParserCreate(namespace_separator=" ")
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        inside.append(local)
        seen.names.add(local)
        for key, value in attributes.items():
            plain = key.rpartition(" ")[2]
            if plain == "href":
                seen.addresses.append((local, value))
            elif plain == "instr":
                texts.append(f" {value} ")

    def text(piece: str) -> None:
        if inside and inside[-1] in _FIELD_TEXTS:
            texts.append(piece)

    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = lambda _name: inside.pop()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad
    seen.instructions = "".join(texts)
    return seen


def _refuse_doctype(*_told: object) -> None:
    raise UploadRefused(Reason.UNSAFE_ARCHIVE)


def without(xml: bytes, elements: tuple[str, ...]) -> bytes:
    """A piece of XML without some elements and what is in them. The rest stays letter for letter as it was.

    Raises UploadRefused when it is not sound any more after that.
    """
    changed = xml
    for one in elements:
        name = rb"(?:[\w.-]+:)?" + one.encode()
        changed = re.sub(rb"<" + name + rb"(?:\s[^<>]*)?(?:/>|>.*?</" + name + rb"\s*>)", b"", changed, flags=re.DOTALL)
    if changed != xml:
        seen_in(changed)
    return changed


def tree(xml: bytes, prefixes: Mapping[str, str]) -> Tree.Element:
    """A small piece of XML that was looked at before, to change and to write anew with these prefixes."""
    for prefix, space in prefixes.items():
        Tree.register_namespace(prefix, space)
    return Tree.fromstring(xml)  # noqa: S314 - whatever names entities of its own was refused by seen_in


def written(root: Tree.Element) -> bytes:
    """A tree as XML."""
    made: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
