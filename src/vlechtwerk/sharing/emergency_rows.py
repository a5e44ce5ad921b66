"""Why files were opened in an emergency; one of the models of this app."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.audit.purposes import EMERGENCIES
from vlechtwerk.rules.roles import Role

OFFICER = Q(capacity=Role.DATA_PROTECTION_OFFICER.value)
ENDS = (
    OFFICER & Q(until_at__isnull=False, until_on__isnull=False, emergency_for__in=[str(one) for one in EMERGENCIES])
) | (~OFFICER & Q(until_at__isnull=True, emergency_for=""))
"""Of involvement: emergency access ends at a moment and is for something, and no other has these."""


class EmergencyAccess(models.Model):
    """Why a file was opened in an emergency, in the words of who opened it. Never changed or removed.

    Whoever opened it confirmed it with the second factor; the kind of reason and the end stand with the involvement.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    involvement = models.OneToOneField("sharing.Involvement", models.PROTECT, related_name="emergency")
    words = models.CharField(max_length=1000)
    opened_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True)

    class Meta:
        """It says something."""

        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="emergency_says_why")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"emergency access {self.pk}"
