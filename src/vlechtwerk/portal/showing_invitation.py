"""What the pages of the invitation need."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from vlechtwerk.portal.actions import Invited
from vlechtwerk.portal.forms import InviteForm
from vlechtwerk.portal.models import Invitation
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.forms import drawn


def invitation_page(found: Trajectory, present: Invitation | None, form: InviteForm) -> dict[str, Any]:
    """The form to invite, with the invitation that waits."""
    return {
        **about(found),
        "present": present,
        "last_day": present.expires_on - timedelta(days=1) if present else None,
        "is_over": present is not None and present.expires_on <= found.today,
        **drawn(form),
    }


def letter(found: Trajectory, made: Invited, address: str) -> dict[str, Any]:
    """The letter: the code, where to type it, until when, and who made it."""
    return {
        **about(found),
        "code": made.code,
        "address": address,
        "last_day": made.invitation.expires_on - timedelta(days=1),
        "made_by": found.position.account.name,
        "organisation": found.position.organisation.name,
        "works": made.works,
    }


def about(found: Trajectory) -> dict[str, Any]:
    """Whose trajectory it is."""
    return {"id": found.case.pk, "person": str(found.case.file.person), "today": found.today}


def name_for(invitation: UUID) -> str:
    """The name of the person whom an invitation is for; empty when there is none."""
    found = Invitation.objects.filter(pk=invitation).select_related("file__person").first()
    return str(found.file.person) if found else ""
