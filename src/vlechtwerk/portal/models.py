"""Invitations to the own view, and what a region says for it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly, NeverRemoved
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.sharing.models import File

PROPOSED_DAYS = 14
"""How long an invitation can be used unless the region chose otherwise; a proposal, no source tells it."""
LONGEST_VALID = 60
"""The most days that a region can choose."""


class Invitation(models.Model):
    """A one-time code with which the client of a file opens her own view. Only a digest of the code is kept.

    The code works from the moment at which a case manager told on which day the identity was checked in a talk, until
    `expires_on`, the first day on which it no longer does. `used_by` is the position that it opened the file for.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="invitations")
    digest = models.BinaryField(unique=True)
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_on = models.DateField()
    identity_checked_on = models.DateField(null=True)
    identity_checked_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """One at a time for each file; used only after the identity was checked."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_invitation",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(identity_checked_on__isnull=False, used_by__isnull=False),
                name="invitation_used_after_a_check",
            ),
        ]
        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"invitation to {self.file_id}"


class SettingKey(models.TextChoices):
    """What a region can say for the own view. The words are codes."""

    INVITATION_DAYS = "invitation_days"
    COMPLAINT_CONTACT = "complaint_contact"
    AUTHORITY_CONTACT = "authority_contact"
    MAP_SERVICE = "map_service"


class Setting(models.Model):
    """What a region says for the own view, with the days on which it holds (both included) and where it is written down.

    It is never changed: what is said later comes from a later day on.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    key = models.CharField(max_length=32)
    value = models.CharField(max_length=500)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    source = models.CharField(max_length=300)

    class Meta:
        """One value of a key from one day; it ends after it began."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "key", "valid_from"], name="one_portal_setting_a_day"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="portal_setting_period",
            ),
            models.CheckConstraint(condition=~Q(value="") & ~Q(source=""), name="portal_setting_has_a_source"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.key} from {self.valid_from}"
