"""Notices: a message from one capacity to others, and what it tells."""

from dataclasses import dataclass
from enum import StrEnum

from vlechtwerk.rules.roles import Role


class Content(StrEnum):
    """What a notice may tell."""

    TRAJECTORY_NUMBER = "trajectory_number"
    LINK = "link"
    APPOINTMENT = "appointment"
    PLAN_VERSION = "plan_version"
    ACTIONS = "actions"
    COST = "cost"
    OUTCOME = "outcome"
    HEALTH = "health"
    ICF = "icf"
    CONTACT_NOTES = "contact_notes"


CONFIDENTIAL = frozenset({Content.HEALTH, Content.ICF, Content.CONTACT_NOTES})
"""What never travels in a notice outside the confidential file."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: in whose name, to whom, and what it tells."""

    sender: Role
    recipients: frozenset[Role]
    content: frozenset[Content] = frozenset()

    @property
    def keeps_confidence(self) -> bool:
        """Whether nothing of the confidential file is in it."""
        return not self.content & CONFIDENTIAL
