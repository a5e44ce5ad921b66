"""Reading JSON strictly: no key twice, no NaN, and never deeper or larger than a case file can be."""

import json
from typing import Any

from vlechtwerk.cli.documents import DEEPEST, DUPLICATE_KEY, TOO_DEEP, Counter, Document, Unusable
from vlechtwerk.rules.casefile import Fault
from vlechtwerk.rules.casefile.faults import inside, shown

NO_JSON = "this is no valid JSON (column {column}: {problem})"
NO_NUMBER = "{value} is no number in JSON"
LONGEST_NUMBER = 18


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of one object as they were written, so that a key that stands twice is noticed."""


def read_json(text: str) -> Document:
    """The document in a JSON text. Raises Unusable when it is none."""
    try:
        raw = json.loads(text, object_pairs_hook=_Pairs, parse_constant=_refuse_constant, parse_int=_number)
    except json.JSONDecodeError as error:
        raise Unusable(NO_JSON, line=error.lineno, column=str(error.colno), problem=error.msg) from None
    except RecursionError:
        raise Unusable(TOO_DEEP, limit=str(DEEPEST)) from None
    builder = _Builder()
    return Document(builder.plain(raw, "", 0), {}, tuple(builder.faults))


def _refuse_constant(name: str) -> None:
    raise Unusable(NO_NUMBER, value=name)


def _number(digits: str) -> int | float:
    """A whole number; one that is longer than any we know becomes a broken number, which is refused where it stands."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)


class _Builder:
    """Turns what was read into plain data and notes every key that stands twice."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._counter = Counter()

    def plain(self, raw: Any, where: str, depth: int) -> Any:
        """The plain data of one value at its path."""
        self._counter.enter(where, depth)
        if isinstance(raw, _Pairs):
            return self._mapping(raw, where, depth)
        if isinstance(raw, list):
            return [self.plain(one, f"{where}[{index}]", depth + 1) for index, one in enumerate(raw)]
        return raw

    def _mapping(self, raw: _Pairs, where: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in raw:
            if key in found:
                self.faults.append(Fault(inside(where, key), DUPLICATE_KEY, {"key": shown(key)}))
                continue
            found[key] = self.plain(value, inside(where, key), depth + 1)
        return found
