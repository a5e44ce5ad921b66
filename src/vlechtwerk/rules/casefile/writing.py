"""Writing an event back as plain data, as it stands in a case file."""

from datetime import date
from enum import Enum
from typing import Any

from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.casefile.fields import fields_of
from vlechtwerk.rules.kernel import Event


def write_event(procedure: Procedure[Any], event: Event) -> dict[str, Any]:
    """The keys and values of an event, fit for YAML and JSON; what has its default is left out.

    Reading it again gives an equal event.
    """
    written: dict[str, Any] = {"event": procedure.names[type(event)]}
    for key, field in fields_of(type(event)).items():
        value = getattr(event, field.name)
        if field.required or value != field.default:
            written[key] = [_plain(one) for one in value] if field.many else _plain(value)
    return written


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
