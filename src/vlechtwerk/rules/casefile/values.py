"""Reading one value of a case file: a date, a yes or no, a whole number, a word from a list, or a list of words."""

import re
from datetime import date, datetime
from enum import Enum
from typing import Any

from vlechtwerk.rules.casefile.faults import Fault, shown, unknown
from vlechtwerk.rules.casefile.fields import Field

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2199, 12, 31)

NO_DATE = "{value} is no date; write year-month-day, for example 2026-02-02"
OUTSIDE = "{value} lies outside {first} to {last}"
NO_NUMBER = "{value} is no whole number"
NO_YES_OR_NO = "{value} is no yes or no; write true or false"
NO_LIST = "a list is expected, not {value}"
TWICE = "{value} stands in this list more than once"
UNKNOWN_WORD = "{value} is not one of the words that can stand here"

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_value(field: Field, value: object, where: str) -> Any:
    """The value of a field; a Fault when it cannot stand there."""
    if value is None and field.nullable:
        return None
    return _read_list(field, value, where) if field.many else _read_one(field, value, where)


def _read_list(field: Field, value: object, where: str) -> tuple[Any, ...] | Fault:
    if not isinstance(value, list):
        return Fault(where, NO_LIST, {"value": shown(value)}, _words(field))
    found: list[Any] = []
    for index, one in enumerate(value):
        read = _read_one(field, one, f"{where}[{index}]")
        if isinstance(read, Fault):
            return read
        if read in found:
            return Fault(where, TWICE, {"value": shown(one)})
        found.append(read)
    return tuple(found)


def _read_one(field: Field, value: object, where: str) -> Any:
    if field.kind is date:
        return read_date(value, where)
    if field.kind is bool:
        return value if isinstance(value, bool) else Fault(where, NO_YES_OR_NO, {"value": shown(value)})
    if field.kind is int:
        return _read_number(field, value, where)
    return _read_word(field, value, where)


def read_date(value: object, where: str) -> date | Fault:
    """A date given as text (2026-02-02) or as a date without a time; a Fault when it is none or lies out of range."""
    day = value if isinstance(value, date) and not isinstance(value, datetime) else _date_in(value)
    if day is None:
        return Fault(where, NO_DATE, {"value": shown(value)})
    if not FIRST_DAY <= day <= LAST_DAY:
        return Fault(where, OUTSIDE, {"value": str(day), "first": str(FIRST_DAY), "last": str(LAST_DAY)})
    return day


def _date_in(value: object) -> date | None:
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _read_number(field: Field, value: object, where: str) -> int | Fault:
    if not isinstance(value, int) or isinstance(value, bool):
        return Fault(where, NO_NUMBER, {"value": shown(value)})
    bounds = field.range
    if bounds is not None and not bounds.lowest <= value <= bounds.highest:
        return Fault(where, OUTSIDE, {"value": shown(value), "first": str(bounds.lowest), "last": str(bounds.highest)})
    return value


def _read_word(field: Field, value: object, where: str) -> Enum | Fault:
    try:
        if isinstance(value, str):
            word: Enum = field.kind(value)
            return word
    except ValueError:
        pass
    return unknown(where, UNKNOWN_WORD, value, _words(field))


def _words(field: Field) -> tuple[str, ...]:
    return tuple(one.value for one in field.kind) if issubclass(field.kind, Enum) else ()
