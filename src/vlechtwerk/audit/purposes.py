"""What somebody looks at a file for, as far as it follows from the capacity in it."""

from collections.abc import Mapping

from vlechtwerk.audit.models import Purpose
from vlechtwerk.rules.roles import Role

PURPOSES: Mapping[str, Purpose] = {
    Role.CLIENT: Purpose.OWN_FILE,
    Role.WORK_CASE_MANAGER: Purpose.GUIDANCE,
    Role.CARE_CASE_MANAGER: Purpose.GUIDANCE,
    Role.EARLIER_CASE_MANAGER: Purpose.GUIDANCE,
    Role.CARE_PROVIDER: Purpose.GUIDANCE,
    Role.WORK_PROVIDER: Purpose.GUIDANCE,
    Role.NETWORK_COORDINATOR: Purpose.COORDINATION,
    Role.VDAB_MEDIATOR: Purpose.MEDIATION,
    Role.TRUSTED_ADVISOR: Purpose.MEDIATION,
    Role.DGS: Purpose.MEDIATION,
    Role.PROJECT_FOLLOWER: Purpose.FOLLOW_UP,
    Role.DATA_PROTECTION_OFFICER: Purpose.REVIEW,
    Role.CARE_PARTNERSHIP_CONTACT: Purpose.PAYMENT,
    Role.CARE_DEPARTMENT: Purpose.PAYMENT,
}
CHOICES: tuple[Purpose, ...] = (
    Purpose.GUIDANCE,
    Purpose.COORDINATION,
    Purpose.STANDING_IN,
    Purpose.HAND_OVER,
    Purpose.ROUNDING_OFF,
    Purpose.ASKED_BY_CLIENT,
    Purpose.COMPLAINT,
)
"""What somebody can answer who is asked what a look is for."""
EMERGENCIES: tuple[Purpose, ...] = (
    Purpose.COMPLAINT,
    Purpose.INCIDENT,
    Purpose.AUTHORITY,
    Purpose.RECONSTRUCTION,
)
"""What a file is opened for in an emergency."""


def purpose_of(capacity: str) -> Purpose:
    """The purpose that goes with a capacity; support for whoever has no task of their own in a trajectory."""
    return PURPOSES.get(capacity, Purpose.SUPPORT)
