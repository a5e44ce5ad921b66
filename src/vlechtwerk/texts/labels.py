"""The words people use for the codes of the rules: statuses, roles, events, obligations and their attributes.

Codes are stable and English; what people read is the label. Labels are written in lower case, so that they fit inside
a sentence; ``sentence`` makes them fit at its start. The Dutch stands in ``locale/nl/LC_MESSAGES/labels.po`` and uses
the field's own terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from vlechtwerk.texts import recognition_labels, record_labels, review_labels, words


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
    FACT = "fact"
    ATTRIBUTE = "attribute"
    ATTENDANCE = "attendance"
    MEDIUM = "medium"
    DOMAIN = "domain"
    INTERRUPTION = "interruption"
    ADVICE = "advice"
    STOP_GROUND = "stop_ground"
    PROCEDURE = "procedure"
    CORRECTION = "correction"
    EXEMPTION = "exemption"
    FORM_ITEM = "form_item"
    CONDITION = "condition"
    OUTCOME = "outcome"
    LOOK = "look"
    PART = "part"
    PURPOSE = "purpose"
    INVOLVEMENT = "involvement"
    SIGNAL = "signal"
    REVIEW = "review"
    FINDING = "finding"


class UnknownCode(KeyError):
    """A code that has no label: the rules know a word that people cannot read yet."""


LABELS: Mapping[Kind, Mapping[str, str]] = {
    Kind.STATUS: {**words.STATUSES, **recognition_labels.STATUSES},
    Kind.END_REASON: words.END_REASONS,
    Kind.ROLE: words.ROLES,
    Kind.EVENT: {**words.EVENTS, **recognition_labels.EVENTS},
    Kind.OBLIGATION: {**words.OBLIGATIONS, **recognition_labels.OBLIGATIONS},
    Kind.OBLIGATION_STATE: words.OBLIGATION_STATES,
    Kind.FLAG: {**words.FLAGS, **recognition_labels.FLAGS},
    Kind.FORCE: words.FORCES,
    Kind.DATE: {**words.DATES, **recognition_labels.DATES},
    Kind.FACT: {**words.FACTS, **recognition_labels.FACTS},
    Kind.ATTRIBUTE: {**words.ATTRIBUTES, **recognition_labels.ATTRIBUTES},
    Kind.ATTENDANCE: words.ATTENDANCES,
    Kind.MEDIUM: words.MEDIA,
    Kind.DOMAIN: words.DOMAINS,
    Kind.INTERRUPTION: words.INTERRUPTIONS,
    Kind.ADVICE: words.ADVICES,
    Kind.STOP_GROUND: words.STOP_GROUNDS,
    Kind.PROCEDURE: words.PROCEDURES,
    Kind.CORRECTION: words.CORRECTIONS,
    Kind.EXEMPTION: recognition_labels.EXEMPTIONS,
    Kind.FORM_ITEM: recognition_labels.FORM_ITEMS,
    Kind.CONDITION: recognition_labels.CONDITIONS,
    Kind.OUTCOME: recognition_labels.OUTCOMES,
    Kind.LOOK: record_labels.LOOKS,
    Kind.PART: record_labels.PARTS,
    Kind.PURPOSE: record_labels.PURPOSES,
    Kind.INVOLVEMENT: record_labels.INVOLVEMENTS,
    Kind.SIGNAL: record_labels.SIGNALS,
    Kind.REVIEW: review_labels.REASONS,
    Kind.FINDING: review_labels.OUTCOMES,
}


def label(kind: Kind, code: str) -> str:
    """Return the English label (the message id) of a code; raises UnknownCode when there is none."""
    try:
        return LABELS[kind][code]
    except KeyError:
        raise UnknownCode(f"no label for {kind} {code!r}") from None


def label_of_any(code: str, *kinds: Kind) -> str:
    """Return the English label of a code under the first kind that knows it; raises UnknownCode when none does."""
    for kind in kinds:
        if code in LABELS[kind]:
            return LABELS[kind][code]
    raise UnknownCode(f"no label for {code!r} as {' or '.join(kinds)}")


def message_ids() -> Iterator[str]:
    """Yield every label, for the check that all of them have a Dutch translation."""
    for labels in LABELS.values():
        yield from labels.values()


def sentence(text: str) -> str:
    """Return the text with a capital, to stand at the start of a sentence or alone in a table.

    In Dutch the capital of "één" has no accent.
    """
    return f"Eé{text[2:]}" if text.startswith("één") else text[:1].upper() + text[1:]
