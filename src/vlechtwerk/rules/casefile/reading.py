"""Reading a case file of format 1: the procedure, the choices of the region and the events.

All faults are collected, not only the first, so that a file is mended in one go.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.casefile.faults import Fault, inside, shown, unknown
from vlechtwerk.rules.casefile.fields import Field, keys_of
from vlechtwerk.rules.casefile.values import NO_LIST, UNKNOWN_WORD, read_value
from vlechtwerk.rules.catalogue import PROCEDURES
from vlechtwerk.rules.kernel import Event

FORMAT = 1
KEYS = ("format", "procedure", "region", "events")

NO_MAPPING = "keys with values are expected, not {value}"
MISSING_KEY = "the key {key} is missing"
UNKNOWN_KEY = "unknown key {value}"
UNKNOWN_FORMAT = "format {value} is unknown; this program reads format 1"
UNKNOWN_PROCEDURE = "unknown procedure {value}"
UNKNOWN_EVENT = "unknown event {value}"
ELSEWHERE = "the event {value} does not belong to the procedure {procedure}"
TOO_EARLY = "{value} lies before {other} ({key})"


@dataclass(frozen=True)
class CaseFile:
    """A case as it was told: the procedure, the choices of the region, and the events in the order of the file."""

    procedure: Procedure[Any]
    settings: Any
    events: tuple[Event, ...]


def read_case(document: object) -> CaseFile | tuple[Fault, ...]:
    """The case in a document that was already taken apart; all faults when it is unusable."""
    if not isinstance(document, Mapping):
        return (Fault("", NO_MAPPING, {"value": shown(document)}, KEYS),)
    faults = [unknown(inside("", key), UNKNOWN_KEY, key, KEYS) for key in document if key not in KEYS]
    faults += _format_faults(document)
    procedure = _procedure(document)
    if isinstance(procedure, Fault):
        return (*faults, procedure)
    settings = _fill(procedure.settings, document.get("region", {}), "region")
    events = _events(procedure, document)
    for part in (settings, events):
        if isinstance(part, list):
            faults += part
    if faults or isinstance(settings, list) or isinstance(events, list):
        return tuple(faults)
    if procedure.unsupported(events):
        return _unsupported(procedure, events)
    return CaseFile(procedure, settings, events)


def read_event(procedure: Procedure[Any], mapping: object, where: str = "") -> Event | tuple[Fault, ...]:
    """One event of a procedure, told as keys with values; all its faults when it is none.

    `where` is the path of the event and stands before the key in the place of each fault.
    """
    if not isinstance(mapping, Mapping):
        return (Fault(where, NO_MAPPING, {"value": shown(mapping)}, ("event", "on")),)
    if "event" not in mapping:
        return (Fault(where, MISSING_KEY, {"key": "event"}),)
    name = mapping["event"]
    kind = procedure.events.get(name) if isinstance(name, str) else None
    if kind is None:
        return (_no_such_event(procedure, name, inside(where, "event")),)
    filled = _fill(kind, {key: value for key, value in mapping.items() if key != "event"}, where)
    if isinstance(filled, list):
        return tuple(filled)
    event: Event = filled
    return event


def _format_faults(document: Mapping[Any, Any]) -> list[Fault]:
    if "format" not in document:
        return [Fault("", MISSING_KEY, {"key": "format"})]
    value = document["format"]
    if isinstance(value, int) and not isinstance(value, bool) and value == FORMAT:
        return []
    return [Fault("format", UNKNOWN_FORMAT, {"value": shown(value)})]


def _procedure(document: Mapping[Any, Any]) -> Procedure[Any] | Fault:
    if "procedure" not in document:
        return Fault("", MISSING_KEY, {"key": "procedure"}, tuple(PROCEDURES))
    name = document["procedure"]
    found = PROCEDURES.get(name) if isinstance(name, str) else None
    return found or unknown("procedure", UNKNOWN_PROCEDURE, name, PROCEDURES)


def _events(procedure: Procedure[Any], document: Mapping[Any, Any]) -> tuple[Event, ...] | list[Fault]:
    if "events" not in document:
        return [Fault("", MISSING_KEY, {"key": "events"})]
    listed = document["events"]
    if not isinstance(listed, list):
        return [Fault("events", NO_LIST, {"value": shown(listed)})]
    read = [read_event(procedure, one, f"events[{index}]") for index, one in enumerate(listed)]
    faults = [fault for one in read if isinstance(one, tuple) for fault in one]
    return faults or tuple(one for one in read if not isinstance(one, tuple))


def _unsupported(procedure: Procedure[Any], events: tuple[Event, ...]) -> tuple[Fault, ...]:
    """The events that put a history outside the rules of the procedure, each with the reason."""
    reasons = ((f"events[{index}]", procedure.unsupported((event,))) for index, event in enumerate(events))
    found = tuple(Fault(where, reason) for where, reason in reasons if reason)
    return found or (Fault("events", procedure.unsupported(events) or ""),)


def _no_such_event(procedure: Procedure[Any], name: object, where: str) -> Fault:
    if isinstance(name, str) and any(name in other.events for other in PROCEDURES.values()):
        return Fault(where, ELSEWHERE, {"value": name, "procedure": procedure.name})
    message = UNKNOWN_EVENT if isinstance(name, str) else UNKNOWN_WORD
    return unknown(where, message, name, procedure.events)


def _fill(kind: type[Any], given: object, where: str) -> Any:
    """An instance of a dataclass from the keys that are given; a list of faults when that cannot be."""
    asked = keys_of(kind)
    fields = asked.of_key
    if not isinstance(given, Mapping):
        return [Fault(where, NO_MAPPING, {"value": shown(given)}, tuple(fields))]
    faults = [] if given.keys() <= fields.keys() else list(_unknown_keys(fields, given, where))
    faults += [Fault(where, MISSING_KEY, {"key": key}) for key in asked.required if key not in given]
    # A key that is known is printable and short, so that its path is put together without looking at its letters.
    path = f"{where}." if where else ""
    read = {field.name: read_value(field, given[key], path + key) for key, field in fields.items() if key in given}
    faults += [value for value in read.values() if isinstance(value, Fault)]
    faults += [fault for field in asked.bounded if (fault := _too_early(field, read, where))]
    return faults or kind(**read)


def _unknown_keys(fields: Mapping[str, Field], given: Mapping[Any, Any], where: str) -> Iterator[Fault]:
    return (unknown(inside(where, key), UNKNOWN_KEY, key, fields) for key in given if key not in fields)


def _too_early(field: Field, read: Mapping[str, Any], where: str) -> Fault | None:
    """The fault of a date that lies before the one it cannot precede."""
    value, other = read.get(field.name), read.get(field.not_before or "")
    if not (isinstance(value, date) and isinstance(other, date) and value < other):
        return None
    details = {"value": str(value), "other": str(other), "key": field.not_before or ""}
    return Fault(inside(where, field.key), TOO_EARLY, details)
