"""What organisations note about their region, and never about a participant. Nothing is ever changed; a later note counts."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation.duties.periods import Period


class Sort(models.TextChoices):
    """What a note is about. The words are codes; they are shown through `arrangements.words`.

    A free slot is the first free appointment of a team of GTB. A mandate, partners, their contact and their agreements are
    those of the care partnership. A guide is a guideline, a contact or material to learn from; who read a guideline notes that.
    A bottleneck asks for an agreement or a policy; what was done with it is noted beside it. An ICF training is that of a care
    case manager, on the day of the certificate; `told` names the account. An application asks to add a partner to the network
    of providers; the decision about it, on its day, is noted beside it. Care hours are those of a care provider in a
    period, by the seven tasks, for all participants together.
    """

    FREE_SLOT = "free_slot"
    MANDATE = "mandate"
    PARTNER = "partner"
    CONTACT = "contact"
    AGREEMENT = "agreement"
    AGREED = "agreed"
    GUIDE = "guide"
    READ = "read"
    BOTTLENECK = "bottleneck"
    TAKEN_UP = "taken_up"
    ICF_TRAINING = "icf_training"
    APPLICATION = "application"
    DECISION = "decision"
    CARE_HOURS = "care_hours"


class Arrangement(models.Model):
    """One note about a region, from a day and until a day (both included) where it has an end.

    `organisation` is the one that it is about, and `about` the earlier note that it goes with; of the same sort it comes in the
    place of that one. `told` holds the answers of its form by their code: words, days as YYYY-MM-DD, choices as codes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    sort = models.CharField(max_length=16)
    on = models.DateField()
    until = models.DateField(null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+", db_index=False)
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by", db_index=False)
    told: Any = models.JSONField(default=dict)
    noted_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4, editable=False)

    class Meta:
        """In the order in which they were noted; what ends does so after it began."""

        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["region", "sort"], name="arrangement_of_region")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("on")), name="arrangement_period"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.sort} from {self.on}"

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.on, self.until)

    @property
    def organisation_name(self) -> str:
        """The organisation that it is about, empty when it is about none."""
        return self.organisation.name if self.organisation else ""
