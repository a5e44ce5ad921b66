"""The words people use for the codes of the rules: statuses, roles, events, obligations and their attributes.

Codes are stable and English; what people read is the label. Labels are written in lower case, so that they fit inside
a sentence; ``sentence`` makes them fit at its start. The Dutch stands in ``locale/nl/LC_MESSAGES/labels.po`` and uses
the field's own terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from vlechtwerk.texts import words


class Kind(StrEnum):
    """What a code is a code of."""

    STATUS = "status"
    END_REASON = "end_reason"
    ROLE = "role"
    EVENT = "event"
    OBLIGATION = "obligation"
    OBLIGATION_STATE = "obligation_state"
    FLAG = "flag"
    FORCE = "force"
    DATE = "date"
    ATTRIBUTE = "attribute"
    ATTENDANCE = "attendance"
    MEDIUM = "medium"
    DOMAIN = "domain"
    INTERRUPTION = "interruption"
    ADVICE = "advice"
    STOP_GROUND = "stop_ground"
    PROCEDURE = "procedure"


class UnknownCode(KeyError):
    """A code that has no label: the rules know a word that people cannot read yet."""


LABELS: Mapping[Kind, Mapping[str, str]] = {
    Kind.STATUS: words.STATUSES,
    Kind.END_REASON: words.END_REASONS,
    Kind.ROLE: words.ROLES,
    Kind.EVENT: words.EVENTS,
    Kind.OBLIGATION: words.OBLIGATIONS,
    Kind.OBLIGATION_STATE: words.OBLIGATION_STATES,
    Kind.FLAG: words.FLAGS,
    Kind.FORCE: words.FORCES,
    Kind.DATE: words.DATES,
    Kind.ATTRIBUTE: words.ATTRIBUTES,
    Kind.ATTENDANCE: words.ATTENDANCES,
    Kind.MEDIUM: words.MEDIA,
    Kind.DOMAIN: words.DOMAINS,
    Kind.INTERRUPTION: words.INTERRUPTIONS,
    Kind.ADVICE: words.ADVICES,
    Kind.STOP_GROUND: words.STOP_GROUNDS,
    Kind.PROCEDURE: words.PROCEDURES,
}


def label(kind: Kind, code: str) -> str:
    """Return the English label (the message id) of a code; raises UnknownCode when there is none."""
    try:
        return LABELS[kind][code]
    except KeyError:
        raise UnknownCode(f"no label for {kind} {code!r}") from None


def message_ids() -> Iterator[str]:
    """Yield every label, for the check that all of them have a Dutch translation."""
    for labels in LABELS.values():
        yield from labels.values()


def sentence(text: str) -> str:
    """Return the text with a capital, to stand at the start of a sentence or alone in a table."""
    return text[:1].upper() + text[1:]
