"""Storing VDAB's approval of this installation with its document (AT-135)."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vlechtwerk.documents.intake import TakenIn
from vlechtwerk.organisations.approval import record_approval
from vlechtwerk.organisations.models import DatabaseApproval, Position
from vlechtwerk.retention.actions import NoReason, NotForThisFunction
from vlechtwerk.retention.models import ApprovalPaper
from vlechtwerk.rules.roles import Role

READERS = frozenset({Role.DATA_PROTECTION_OFFICER, Role.PROJECT_FOLLOWER})
"""Who sees the approval: the officer, who stores it, and the project follower of VDAB."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What VDAB approved: its reference, what it covers, and on which day it was given."""

    reference: str
    scope: str
    given_on: date


@transaction.atomic
def approve(*, told: Approved, taken: TakenIn, by: Position, key: UUID) -> DatabaseApproval:
    """Store an approval with its document. A second call with the same key changes nothing.

    Raises NotForThisFunction for everybody but the data-protection officer, and NoReason without a reference or a scope, or for a
    day in the future.
    """
    if by.role != Role.DATA_PROTECTION_OFFICER:
        raise NotForThisFunction
    if not told.reference.strip() or not told.scope.strip() or told.given_on > timezone.localdate():
        raise NoReason
    if earlier := ApprovalPaper.objects.filter(idempotency_key=key).select_related("approval").first():
        return earlier.approval
    made = record_approval(reference=told.reference, scope=told.scope, given_on=told.given_on, by=by.account)
    ApprovalPaper.objects.create(
        approval=made,
        name=taken.name,
        media_type=taken.media_type,
        sha256=sha256(taken.content).hexdigest(),
        content=taken.content,
        idempotency_key=key,
    )
    return made


def approvals() -> QuerySet[DatabaseApproval]:
    """The approvals, the latest first, each with its document when it has one; without the bytes of it."""
    found = DatabaseApproval.objects.select_related("recorded_by", "paper").defer("paper__content")
    return found.order_by("-given_on", "-pk")
