"""Files with their parts, the involvement of positions in them, and the access that they were given."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from uuid_utils.compat import uuid7

from vlechtwerk.organisations.models import Organisation, Position, in_force
from vlechtwerk.people.models import Person
from vlechtwerk.sharing.emergency_rows import ENDS
from vlechtwerk.sharing.emergency_rows import EmergencyAccess as EmergencyAccess  # noqa: PLC0414 - a model of this app
from vlechtwerk.sharing.policy import OF_EVERY_FILE, Kind, Stage
from vlechtwerk.sharing.policy_rows import PolicyRow as PolicyRow  # noqa: PLC0414 - a model of this app
from vlechtwerk.sharing.signal_kinds import SignalKind as SignalKind  # noqa: PLC0414 - what its signals are about


class InvolvementReason(models.TextChoices):
    """Why somebody is involved in a file. The words are codes; they are shown through their label."""

    REFERRAL = "referral"
    ASSIGNMENT = "assignment"
    OWN_ACCESS = "own_access"
    TEAM = "team"
    PLAN_UPLOADED = "plan_uploaded"
    ACTION_ASSIGNED = "action_assigned"
    PROJECT = "project"
    REFERRAL_LINE = "referral_line"
    HANDOVER = "handover"
    ABSENCE = "absence"
    SELF = "self"
    EMERGENCY = "emergency"


def lasts_now(prefix: str = "") -> Q:
    """The condition that involvement did not end at a moment yet, by the clock of the database as for the second wall."""
    return Q(**{f"{prefix}until_at__isnull": True}) | Q(**{f"{prefix}until_at__gt": Now()})


def holds(day: date, prefix: str = "") -> Q:
    """The condition that involvement holds on a day, and at this moment for one that ends at a moment."""
    return in_force(day, prefix) & lasts_now(prefix)


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    """Involvement as it is looked for."""

    def of(self, position: Position, on: date) -> Self:
        """The involvement of a position that holds on a day; none when the position itself is not held on it."""
        if not position.is_active_on(on):
            return self.none()
        return self.filter(holds(on), position_id=position.pk)


class FileQuerySet(models.QuerySet["File"]):
    """Files as they are looked for. `visible_to` is the only way in that a page, an export or a count may take."""

    def visible_to(self, position: Position, on: date) -> Self:
        """The files in which a position is involved on a day. For everybody else they do not exist."""
        return self.filter(pk__in=files_of(position, on))


class File(models.Model):
    """The file of a case about a person. What is in it belongs to other apps; who may see it is decided here.

    `owned_from` is the day from which the work case manager owns it and gives others access (AT-077), empty before that.
    `blocked_on` is the first day on which professionals are shut out; from `restricted_on` on the use is restricted (GDPR, 18).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="files")
    owned_from = models.DateField(null=True)
    blocked_on = models.DateField(null=True)
    restricted_on = models.DateField(null=True)

    objects = FileQuerySet.as_manager()

    def __str__(self) -> str:
        return f"file {self.pk}"

    def stage_on(self, day: date) -> Stage:
        """Whether the file is open or blocked on a day."""
        return Stage.BLOCKED if self.blocked_on is not None and self.blocked_on <= day else Stage.OPEN


class Compartment(models.Model):
    """A part of a file, the unit in which access is given. Every row with content carries exactly one.

    The part with a care organisation's own notes belongs to that organisation; the other parts belong to nobody.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="compartments", db_index=False)
    kind = models.CharField(max_length=32)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        """One of each kind, and one for each care organisation."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "kind", "organisation"], name="one_compartment", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.CARE_OWN.value, organisation__isnull=False)
                | ~Q(kind=Kind.CARE_OWN.value) & Q(organisation__isnull=True),
                name="own_notes_have_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.file_id}"


class Involvement(models.Model):
    """A position takes part in a file in a capacity, from a day until a day.

    The capacity tells what somebody may do in this file; it may differ from the role of the position: the mediator of
    VDAB who referred a person becomes the trusted advisor. `until_on` is the first day without access. `granted_by` is
    the position that gave it, empty when it follows from the procedure itself. `follows` is the part that this one takes
    over; `stands_in_for` that of a colleague who is away, whose access it has until it ends. Emergency access ends at a
    moment (`until_at`) and is for something (`emergency_for`); it is the only one of its capacity, and no other has these.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="involvements")
    position = models.ForeignKey(Position, models.PROTECT, related_name="involvements", db_index=False)
    capacity = models.CharField(max_length=32)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    granted_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="granted", db_index=False)
    reason = models.CharField(max_length=32)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by", db_index=False)
    stands_in_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="stand_ins", db_index=False)
    until_at = models.DateTimeField(null=True)
    emergency_for = models.CharField(max_length=32, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        """Found from the position; everything that tells whether it holds today stands in the index itself."""

        indexes: ClassVar = [
            models.Index(
                fields=["position"],
                include=["file", "from_on", "until_on", "capacity", "until_at"],
                name="involvement_of_position",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="involvement_period"
            ),
            models.UniqueConstraint(
                fields=["file", "position", "capacity"], condition=Q(until_on__isnull=True), name="one_open_involvement"
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(until_on__isnull=False), name="stand_in_ends"
            ),
            models.CheckConstraint(condition=ENDS, name="emergency_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.capacity} of {self.file_id}"

    def is_in_force(self, day: date) -> bool:
        """Whether the part holds on a day; the same as `holds` for one that was read already."""
        begun = self.from_on <= day and (self.until_on is None or day < self.until_on)
        return begun and (self.until_at is None or timezone.now() < self.until_at)


class Grant(models.Model):
    """Access to one part of a file that somebody gave to somebody who takes part in it, from a day until a day.

    `until_on` is the first day without access, so that a grant that is ended today opens nothing any more today. `reason` is
    in the words of whoever gave it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    involvement = models.ForeignKey(Involvement, models.PROTECT, related_name="grants", db_index=False)
    compartment = models.ForeignKey(Compartment, models.PROTECT, related_name="grants")
    verbs = ArrayField(models.CharField(max_length=8))
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    granted_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=300)

    class Meta:
        """Found from the involvement; one at a time for each part."""

        indexes: ClassVar = [models.Index(fields=["involvement", "compartment"], name="grant_of_involvement")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="grant_period"
            ),
            models.UniqueConstraint(
                fields=["involvement", "compartment"], condition=Q(until_on__isnull=True), name="one_open_grant"
            ),
            models.CheckConstraint(condition=Q(verbs__contains=["read"]), name="grant_reads"),
        ]

    def __str__(self) -> str:
        return f"access to {self.compartment_id}"


class Signal(models.Model):
    """Something in a file that some who take part in it have to talk about or to do. It tells that, and never the content.

    `capacities` are those of whom it is for; one talk ends it for all of them. `due_on` is the day by which it is asked, if
    there is one.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="signals")
    kind = models.CharField(max_length=32)
    capacities = ArrayField(models.CharField(max_length=32))
    due_on = models.DateField(null=True)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)

    def __str__(self) -> str:
        return f"{self.kind} in {self.file_id}"


class Confidential(models.Model):
    """Something that stands in a part of a file. Its table is behind both walls (`sharing.walls.Protect`)."""

    is_behind_walls: ClassVar = True

    compartment = models.ForeignKey(Compartment, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        """Each kind of content has a table of its own."""

        abstract = True


class CompartmentKey(models.Model):
    """The data key with which the own notes in a part of a file are sealed, wrapped with the deployment key `wrapped_by`.

    It is behind the second wall as the notes are. Only the owner of the tables wraps it anew or destroys it; of a destroyed
    key the row stays, so that what was sealed with it is known to be destroyed and not to be tampered with.
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    compartment = models.ForeignKey(Compartment, models.PROTECT, related_name="+", db_index=False)
    wrapped = models.BinaryField(null=True)
    wrapped_by = models.CharField(max_length=16)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        """One in use for each part; found by part, by deployment key, and with those that were destroyed."""

        indexes: ClassVar = [
            models.Index(fields=["compartment"], name="key_of_compartment"),
            models.Index(fields=["wrapped_by", "id"], name="key_of_deployment_key"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["compartment"], condition=Q(destroyed_at__isnull=True), name="one_key_in_use"
            ),
            models.CheckConstraint(
                condition=Q(wrapped__isnull=True, destroyed_at__isnull=False)
                | Q(wrapped__isnull=False, destroyed_at__isnull=True),
                name="key_is_there_or_destroyed",
            ),
        ]

    def __str__(self) -> str:
        return f"key of {self.compartment_id}"


def compartments_of(file: File, care_organisations: Iterable[UUID]) -> list[Compartment]:
    """The parts that a new file has, with one for the own notes of each care organisation; not stored yet."""
    own = (Compartment(file=file, kind=Kind.CARE_OWN, organisation_id=one) for one in dict.fromkeys(care_organisations))
    return [*(Compartment(file=file, kind=kind) for kind in OF_EVERY_FILE), *own]


def files_of(position: Position, on: date) -> models.QuerySet[Involvement, UUID]:
    """The identifiers of the files a position sees on a day, as a subquery: the one policy that every list goes through."""
    return Involvement.objects.of(position, on).values_list("file_id", flat=True)
