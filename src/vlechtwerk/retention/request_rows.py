"""What clients ask about their data and what came of it; models of this app."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.sharing.models import File

LONGEST_SAYING = 5_000
"""The most characters of what somebody asks or answers."""


class Right(models.TextChoices):
    """What a client can ask about her data, with the article of the GDPR in the label."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"


class Channel(models.TextChoices):
    """How a request came in."""

    OWN_VIEW = "own_view"
    PAPER = "paper"


class Request(models.Model):
    """That somebody asked something about her data, on which day it came in, and how. Never changed or removed.

    Her words stand apart, behind the second wall (`Saying`). `made_by` is the client, or who wrote down what came on paper.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    right = models.CharField(max_length=16)
    channel = models.CharField(max_length=16)
    asked_on = models.DateField()
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4)

    class Meta:
        """Each form once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["made_by", "idempotency_key"], name="right_asked_once"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.right} asked on {self.asked_on}"


class Done(models.TextChoices):
    """What is done with a request: taking longer, or one of the answers; and a restriction that was granted can be lifted."""

    EXTENDED = "extended"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    LIFTED = "lifted"


ANSWERS = (Done.GRANTED, Done.PARTLY, Done.REFUSED)


class Step(models.Model):
    """Something that was done with a request, on a day and by whom; the words about it stand in a `Saying`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    request = models.ForeignKey(Request, models.PROTECT, related_name="steps")
    done = models.CharField(max_length=16)
    on = models.DateField()
    by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4)

    class Meta:
        """Extended once, answered once, lifted once."""

        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "done"], name="right_step_once"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(done__in=[str(one) for one in ANSWERS]), name="right_answered_once"
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.done} on {self.on}"


class Saying(models.Model):
    """The words of a request (`step` empty) or of a step. Nobody changes them.

    Its table is behind the second wall (`retention.walls`): the client of the file, the officers of the region and whoever wrote
    them read them.
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    request = models.ForeignKey(Request, models.PROTECT, related_name="+", db_index=False)
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="+", db_index=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    text = models.TextField(max_length=LONGEST_SAYING)

    class Meta:
        """Found by request; it says something."""

        indexes: ClassVar = [models.Index(fields=["request"], name="saying_of_request")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="saying_says_something"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"saying {self.pk}"
