"""Letting the client of a file know that there is something for her, at the address that she gave; it says nothing more."""

from uuid import UUID

from django.utils import timezone

from vlechtwerk.doorbell.actions import ring
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement, holds


def ring_client(file_id: UUID) -> None:
    """Ring at the client of a file, if she wants that. Call it in the transaction of what there is to see."""
    own = Involvement.objects.filter(holds(timezone.localdate()), file=file_id, capacity=Role.CLIENT)
    ring(own.values_list("position__account_id", flat=True))
