"""Letting somebody of a file know that there is something, at the address that they gave; it says nothing more."""

from uuid import UUID

from django.utils import timezone

from vlechtwerk.doorbell.actions import ring
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement, holds


def ring_client(file_id: UUID) -> None:
    """Ring at the client of a file, if she wants that. Call it in the transaction of what there is to see."""
    ring_at(file_id, Role.CLIENT)


def ring_at(file_id: UUID, capacity: Role) -> None:
    """Ring at whoever has a capacity in a file and gave an address. Call it in the transaction of what there is to see."""
    involved = Involvement.objects.filter(holds(timezone.localdate()), file=file_id, capacity=capacity)
    ring(involved.values_list("position__account_id", flat=True))
