"""What an officer is to decide about, and what holds a file back."""

from collections import Counter
from uuid import UUID

from django.db.models import QuerySet

from vlechtwerk.consent.models import Item
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.models import Given, Hold, Proposal
from vlechtwerk.rules.roles import Role


def proposals_for(position: Position) -> QuerySet[Proposal]:
    """The proposals that a data-protection officer may see: those of the own region."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        return Proposal.objects.none()
    return Proposal.objects.filter(region=position.region_id).order_by("due_on", "pk")


def unanswered(position: Position) -> QuerySet[Proposal]:
    """What waits for an officer, the longest over first; without the files that somebody holds back meanwhile."""
    held = Hold.objects.filter(lifted_on=None).values("file_id")
    return proposals_for(position).filter(answer=None, erasure=None).exclude(file_id__in=held)


def to_carry_out(position: Position) -> QuerySet[Proposal]:
    """What was confirmed in the region and is carried out with the next run."""
    return proposals_for(position).filter(answer__given=Given.CONFIRMED, erasure=None)


def holds_for(position: Position) -> QuerySet[Hold]:
    """The holds in the region of an officer that last, the oldest first."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        return Hold.objects.none()
    lasting = Hold.objects.filter(lifted_on=None, file__cases__region=position.region_id)
    return lasting.distinct().order_by("set_on", "pk")


def hold_on(file_id: UUID) -> Hold | None:
    """What holds a file back now."""
    return Hold.objects.filter(file=file_id, lifted_on=None).first()


def holds_of(file_id: UUID) -> list[Hold]:
    """Everything that held a file back, the latest first: for the client."""
    return list(Hold.objects.filter(file=file_id).order_by("-set_on", "-pk"))


def references(files: list[UUID]) -> dict[UUID, str]:
    """The reference of the trajectory of each file, the latest one when there are more."""
    return {one.file_id: one.reference for one in Case.objects.filter(file_id__in=files).order_by("pk")}


def items_in(file_id: UUID) -> Counter[str]:
    """How many things of each kind stand in a file. Items hold no content, so that counting opens nothing."""
    return Counter(Item.objects.filter(file=file_id).values_list("kind", flat=True))
