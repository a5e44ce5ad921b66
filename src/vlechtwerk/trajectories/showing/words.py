"""The words of the field for what a trajectory holds, in the language of the page."""

from datetime import date
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.casefile.fields import fields_of
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts.labels import Kind
from vlechtwerk.trajectories.fields import word
from vlechtwerk.ui.environment import label, long_date

NAMES = {kind: name for name, kind in EVENTS.items()}


def event_label(name: str) -> str:
    """What happened: "first meeting"."""
    return label("event", name)


def role_label(role: Role | str) -> str:
    """A capacity: "work case manager"."""
    return label("role", str(role))


def told(event: Event, *, causes: bool = True) -> str:
    """What was told beside the date: "attendance: present; who was present: participant". Empty when nothing was.

    Without `causes` it leaves out why the participant could not take part.
    """
    parts = []
    for key, field in fields_of(type(event)).items():
        value = getattr(event, field.name)
        if isinstance(value, InterruptionReason) and not causes:
            continue
        if key != "on" and (field.required or value != field.default):
            parts.append(f"{label(Kind.ATTRIBUTE, key)}: {value_text(value)}")
    return "; ".join(parts)


def value_text(value: Any) -> str:
    """One value in words: a day, yes or no, a number, a word of a list, or several of them."""
    if isinstance(value, tuple):
        return ", ".join(value_text(one) for one in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return word(value)
    return long_date(value) if isinstance(value, date) else str(value)
