"""Proposals to erase, what was answered, what was carried out, and what holds a file back. No table holds content of a file."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly, NeverRemoved
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.retention.approval_rows import ApprovalPaper as ApprovalPaper  # noqa: PLC0414 - a model of this app
from vlechtwerk.retention.request_rows import Request as Request  # noqa: PLC0414 - a model of this app
from vlechtwerk.retention.request_rows import Saying as Saying  # noqa: PLC0414 - a model of this app
from vlechtwerk.retention.request_rows import Step as Step  # noqa: PLC0414 - a model of this app
from vlechtwerk.sharing.models import File

LONGEST = 1000
"""The most characters of a reason."""


class Because(models.TextChoices):
    """Why it is proposed to erase a file. The words are codes."""

    TERM = "term"
    PAPER_PLAN = "paper_plan"
    REQUEST = "request"


class Proposal(models.Model):
    """That a file may be erased: why, when the trajectory ended, and on which day the term was over.

    `sources` tells where the terms stand that were counted with. `made_by` is the officer who granted a request; who made a
    proposal does not confirm it. It is never changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    because = models.CharField(max_length=16)
    ended_on = models.DateField()
    due_on = models.DateField()
    sources = models.JSONField(default=list)
    made_on = models.DateField()
    made_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        """Once a day for each file."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["file", "made_on"], name="proposed_once_a_day")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"proposal for {self.file_id}"


class Given(models.TextChoices):
    """What an officer answered to a proposal."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Answer(models.Model):
    """The answer to a proposal. One that was rejected has a reason and a day from which it is proposed again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="answer")
    given = models.CharField(max_length=16)
    words = models.CharField(max_length=LONGEST, blank=True)
    again_on = models.DateField(null=True)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4)

    class Meta:
        """Whoever rejects says why, and until when."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(given=Given.CONFIRMED, again_on=None)
                | Q(given=Given.REJECTED, again_on__isnull=False) & ~Q(words=""),
                name="rejected_with_a_reason",
            )
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.given} by {self.by_id}"


class Erasure(models.Model):
    """That a confirmed proposal was carried out: how many rows went, and how many documents had to stay. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="erasure")
    rows = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()
    on = models.DateField()
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """What was erased stays told."""

        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"erasure of {self.on}"


class HeldFor(models.TextChoices):
    """Why a file is held back from erasure. The words are codes."""

    PROCEEDINGS = "proceedings"
    CLAIM = "claim"
    INSPECTION = "inspection"
    ASKED_BY_CLIENT = "asked_by_client"


class Hold(models.Model):
    """A legal hold: as long as it is not lifted nothing of the file is erased, and the client reads that and why.

    `words` and `lifted_words` are those of the officer, for the client. One at a time for each file.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    held_for = models.CharField(max_length=16)
    words = models.CharField(max_length=LONGEST)
    set_on = models.DateField()
    set_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    lifted_on = models.DateField(null=True)
    lifted_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)
    lifted_words = models.CharField(max_length=LONGEST, blank=True)
    idempotency_key = models.UUIDField(unique=True, default=uuid4)

    class Meta:
        """One that lasts for each file; a reason to set it and one to lift it."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["file"], condition=Q(lifted_on=None), name="one_hold"),
            models.CheckConstraint(condition=~Q(words=""), name="hold_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_on=None, lifted_by=None, lifted_words="")
                | Q(lifted_on__isnull=False, lifted_by__isnull=False) & ~Q(lifted_words=""),
                name="lifted_with_a_reason",
            ),
        ]
        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"hold on {self.file_id}"
