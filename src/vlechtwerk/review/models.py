"""What of the record is to be looked at by a person, and what came of it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly, NeverRemoved
from vlechtwerk.organisations.models import Position, Region


class Why(models.TextChoices):
    """Why something is to be looked at. The words are codes; they are shown through their label."""

    BREAK_GLASS = "break_glass"
    NO_TASK = "no_task"
    SAME_NAME = "same_name"
    MANY_FILES = "many_files"
    MANY_REFUSED = "many_refused"
    SIGN_IN_FAILED = "sign_in_failed"
    UNUSUAL_HOUR = "unusual_hour"
    SAMPLE = "sample"


class Outcome(models.TextChoices):
    """What came of looking."""

    IN_ORDER = "in_order"
    ASKED = "asked"
    INCIDENT = "incident"


class Task(models.Model):
    """Something in the record that somebody looks at: what one position did with one file on one day, or a single line.

    `entry_id` is the first line of the record that it is about; together with `kind` (break_glass, anomaly or sample) it
    says what was found, so that finding it again makes nothing new. Who, what part, for what and under which involvement are
    those of that line; `times` counts the lines. `region` is that of the reader, null when nobody knows who it was. Rows
    change no more once they are made; none is removed.
    """

    class Kind(models.TextChoices):
        """How it was found."""

        BREAK_GLASS = "break_glass"
        ANOMALY = "anomaly"
        SAMPLE = "sample"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=16)
    reasons = ArrayField(models.CharField(max_length=16))
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    entry_id = models.UUIDField()
    at = models.DateTimeField()
    day = models.DateField()
    account_id = models.UUIDField(null=True)
    position_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    capacity = models.CharField(max_length=32, blank=True)
    file_id = models.UUIDField(null=True)
    part = models.CharField(max_length=32, blank=True)
    purpose = models.CharField(max_length=32, blank=True)
    grant_id = models.UUIDField(null=True)
    times = models.PositiveIntegerField()
    due_on = models.DateField()
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """Found once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "entry_id"], name="reviewed_once"),
            models.CheckConstraint(condition=~Q(reasons=[]), name="task_has_a_reason"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.kind} of {self.day}"


class Finding(models.Model):
    """What somebody found who looked, with the reason in their own words. A later finding comes beside an earlier one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    task = models.ForeignKey(Task, models.PROTECT, related_name="findings")
    outcome = models.CharField(max_length=16)
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True)

    class Meta:
        """It says something, and stays."""

        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="finding_says_why")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.outcome} by {self.by_id}"


class Day(models.Model):
    """A day of the record that was gone through, with how many looks it held and how many tasks came of it."""

    day = models.DateField(primary_key=True)
    looks = models.PositiveIntegerField()
    tasks = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """A day that was gone through stays so."""

        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"{self.day}"
