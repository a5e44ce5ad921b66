"""What every row about money has, and the judgement whether the lack of an internship was shown well enough."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position


class Entered(models.Model):
    """Something that somebody entered, once for each form."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    entered_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4, editable=False)

    class Meta:
        """Each kind has a table of its own."""

        abstract = True


class Judgement(Entered):
    """Whether the work provider showed well enough why a trajectory had no internship, with the reason (AT-195).

    It marks the instalments for a decision by people and changes no amount. Of several about one trajectory the last counts.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    sufficient = models.BooleanField()
    reason = models.CharField(max_length=300)

    class Meta:
        """In the order in which they were entered."""

        ordering: ClassVar = ["id"]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return "sufficient" if self.sufficient else "not sufficient"
