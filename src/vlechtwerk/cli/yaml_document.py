"""Reading YAML 1.2 strictly: one document, no key twice, no tags, no anchors, dates as they are written.

It is built from the events of the parser, so that the key `on` stays a word, every part knows its line, and nothing of what
makes YAML dangerous (tags that make objects, aliases that multiply) is ever carried out.
"""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from vlechtwerk.cli.documents import DUPLICATE_KEY, Counter, Document, Unusable
from vlechtwerk.rules.casefile import Fault
from vlechtwerk.rules.casefile.faults import inside, shown

NO_YAML = "this is no valid YAML ({problem})"
SEVERAL = "this file holds several documents; give each its own file"
NO_DOCUMENT = "there is nothing in this file"
TAG = "tags such as {tag} are not read"
ALIAS = "anchors and aliases such as {name} are not read"
KEY_IS_NO_WORD = "a list or a mapping cannot be a key"
LONGEST_NUMBER = 18

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,18}")
_BROKEN = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def read_yaml(text: str) -> Document:
    """The document in a YAML text. Raises Unusable when it is none."""
    try:
        return _Builder(text).document()
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise Unusable(NO_YAML, line=line, problem=str(error.problem or error.context)) from None
    except YAMLError as error:
        problem = getattr(error, "reason", None) or type(error).__name__
        raise Unusable(NO_YAML, problem=str(problem)) from None


def plain_value(word: str) -> Any:
    """What a word without quotes means in the core schema of YAML 1.2. A date stays the word that it is."""
    if word in _WORDS:
        return _WORDS[word]
    if _WHOLE.fullmatch(word) and len(word) <= LONGEST_NUMBER:
        return int(word)
    if _OTHER_BASE.fullmatch(word):
        return int(word, 0)
    return float(word) if _BROKEN.fullmatch(word) else word


class _Builder:
    """Builds plain data from the events of the parser."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Event] = iter(YAML(typ="safe").parse(text))
        self._counter = Counter()
        self._lines: dict[str, int] = {}
        self._faults: list[Fault] = []

    def document(self) -> Document:
        """The only document of the text."""
        start = next(event for event in self._events if not isinstance(event, StreamStartEvent))
        if not isinstance(start, DocumentStartEvent):
            raise Unusable(NO_DOCUMENT)
        data = self._value(next(self._events), "", 0)
        rest = next(event for event in self._events if not isinstance(event, DocumentEndEvent))
        if not isinstance(rest, StreamEndEvent):
            raise Unusable(SEVERAL, line=_line(rest))
        return Document(data, self._lines, tuple(self._faults))

    def _value(self, event: Event, where: str, depth: int) -> Any:
        self._counter.enter(where, depth, _line(event))
        self._refuse_magic(event, where)
        if isinstance(event, MappingStartEvent):
            return self._mapping(where, depth)
        if isinstance(event, SequenceStartEvent):
            return self._list(where, depth)
        return _scalar(event)

    def _refuse_magic(self, event: Any, where: str) -> None:
        if isinstance(event, AliasEvent) or event.anchor:
            raise Unusable(ALIAS, where=where, line=_line(event), name=shown(event.anchor))
        if event.tag is not None:
            raise Unusable(TAG, where=where, line=_line(event), tag=shown(str(event.tag)))

    def _list(self, where: str, depth: int) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            path = f"{where}[{len(found)}]"
            self._lines[path] = _line(event)
            found.append(self._value(event, path, depth + 1))
        return found

    def _mapping(self, where: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, where)
            path = inside(where, key)
            if key in found:
                self._faults.append(Fault(path, DUPLICATE_KEY, {"key": shown(key)}))
            self._lines[path] = _line(event)
            value = self._value(next(self._events), path, depth + 1)
            found.setdefault(key, value)
        return found

    def _key(self, event: Event, where: str) -> str:
        self._refuse_magic(event, where)
        if not isinstance(event, ScalarEvent):
            raise Unusable(KEY_IS_NO_WORD, where=where, line=_line(event))
        return str(event.value)


def _scalar(event: Any) -> Any:
    """The value of a scalar: between quotes it is text, without them it may be a number, yes or no, or nothing."""
    return plain_value(str(event.value)) if event.implicit[0] else str(event.value)


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
