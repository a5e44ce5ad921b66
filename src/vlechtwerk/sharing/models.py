"""Files, and the involvement of positions in them."""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.people.models import Person


class InvolvementReason(models.TextChoices):
    """Why somebody is involved in a file. The words are codes; they are shown through their label."""

    REFERRAL = "referral"
    ASSIGNMENT = "assignment"
    OWN_ACCESS = "own_access"
    TEAM = "team"
    PLAN_UPLOADED = "plan_uploaded"
    ACTION_ASSIGNED = "action_assigned"
    PROJECT = "project"
    HANDOVER = "handover"
    ABSENCE = "absence"
    SELF = "self"


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    """Involvement as it is looked for."""

    def of(self, position: Position, on: date) -> Self:
        """The involvement of a position that holds on a day; none when the position itself is not held on it."""
        if not position.is_active_on(on):
            return self.none()
        return self.filter(in_force(on), position_id=position.pk)


class FileQuerySet(models.QuerySet["File"]):
    """Files as they are looked for. `visible_to` is the only way in that a page, an export or a count may take."""

    def visible_to(self, position: Position, on: date) -> Self:
        """The files in which a position is involved on a day. For everybody else they do not exist."""
        return self.filter(pk__in=files_of(position, on))


class File(models.Model):
    """The file of a case about a person. What is in it belongs to other apps; who may see it is decided here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="files")

    objects = FileQuerySet.as_manager()

    def __str__(self) -> str:
        return f"file {self.pk}"


class Involvement(models.Model):
    """A position takes part in a file in a capacity, from a day until a day.

    The capacity tells what somebody may do in this file; it may differ from the role of the position: the mediator of
    VDAB who referred a person becomes the trusted advisor. `until_on` is the first day without access. `granted_by` is
    the position that gave it, empty when it follows from the procedure itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="involvements")
    position = models.ForeignKey(Position, models.PROTECT, related_name="involvements", db_index=False)
    capacity = models.CharField(max_length=32)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    granted_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="granted", db_index=False)
    reason = models.CharField(max_length=32)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        """Found from the position; everything that tells whether it holds today stands in the index itself."""

        indexes: ClassVar = [
            models.Index(
                fields=["position"], include=["file", "from_on", "until_on", "capacity"], name="involvement_of_position"
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="involvement_period"
            ),
            models.UniqueConstraint(
                fields=["file", "position", "capacity"], condition=Q(until_on__isnull=True), name="one_open_involvement"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capacity} of {self.file_id}"

    def is_in_force(self, day: date) -> bool:
        """Whether the part holds on a day; the same as `in_force` for one that was read already."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


def files_of(position: Position, on: date) -> models.QuerySet[Involvement, UUID]:
    """The identifiers of the files a position sees on a day, as a subquery: the one policy that every list goes through."""
    return Involvement.objects.of(position, on).values_list("file_id", flat=True)
