"""Wordings of plans, the signatures under them, and what the network coordinator judges of them. Nothing is ever changed."""

from functools import cached_property
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import Item, ItemKind, Shareable
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.plans.content import Content, read
from vlechtwerk.sharing.models import Confidential, File


class PlanQuerySet(ShareableQuerySet["Plan"]):
    """Plans as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The wordings in one file, in the order in which they were saved."""
        return super().in_file(file).order_by("number", "revision")


class Plan(Shareable):
    """One wording of one version of a trajectory plan.

    `number` is the version, `revision` counts the wordings of a version. What is signed counts from the wording `since` on: a
    change that fits in the plan keeps the signatures, every other one begins anew. `reason` tells why a signed version was
    changed; `why` what the plan means for work.
    """

    item_kind = ItemKind.PLAN

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField()
    since = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300, blank=True)
    content = models.JSONField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        """Found by part; each form once; two people never save the same wording."""

        base_manager_name = "objects"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["compartment", "number", "revision"], name="plan_one_wording"),
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="plan_written_once"),
            models.CheckConstraint(condition=Q(since__lte=models.F("revision")), name="plan_signed_since"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"plan {self.number}.{self.revision}"

    @cached_property
    def told(self) -> Content:
        """What the wording says."""
        return read(self.content)

    @property
    def text(self) -> str:
        """The wording in lines, as others read it where an item is shown."""
        told = self.told
        lines = [*(one.text for one in told.goals), *(one.text for one in told.actions)]
        return "\n".join([told.agreements.aim, *(f"- {one}" for one in lines)]).strip()


class Manner(models.TextChoices):
    """How somebody signed: in the program, in their own name, or on paper."""

    DIGITAL = "digital"
    PAPER = "paper"


class SignatureQuerySet(ShareableQuerySet["Signed"]):
    """Signatures as they are looked for. `visible_to` is the only way in."""


class Signed(Confidential):
    """That somebody signed a wording of a plan on a day, in a capacity. `author` is who noted it."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField()
    capacity = models.CharField(max_length=32)
    signed_on = models.DateField()
    manner = models.CharField(max_length=16)
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """There are two tables: see below."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.capacity} on {self.signed_on}"


class Signature(Signed):
    """A signature that a case manager noted: the own one, or one on paper of anybody."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    objects = SignatureQuerySet.as_manager()

    class Meta:
        """Somebody signs a wording once."""

        base_manager_name = "objects"
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "capacity"], name="signature_once")]
        triggers: ClassVar = [AppendOnly()]


class OwnSignature(Signed):
    """The signature that the participant set in her own view. She alone adds these, in the database too."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    objects = SignatureQuerySet.as_manager()

    class Meta:
        """She signs a wording once."""

        base_manager_name = "objects"
        constraints: ClassVar = [models.UniqueConstraint(fields=["item"], name="own_signature_once")]
        triggers: ClassVar = [AppendOnly()]


class JudgementQuerySet(ShareableQuerySet["Judgement"]):
    """Judgements as they are looked for. `visible_to` is the only way in."""


class Judgement(Shareable):
    """What the network coordinator said of an uploaded version. It stands in the part about costs, where coordinators write."""

    item_kind = ItemKind.JUDGEMENT

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=16)
    text = models.CharField(max_length=1000, blank=True)
    realistic = models.BooleanField(default=False)
    within_budget = models.BooleanField(default=False)
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        """Each form once."""

        base_manager_name = "objects"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="judgement_written_once")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.verdict} of version {self.number}"


class Ceiling(models.Model):
    """What the actions of one trajectory may cost at most in euro from a day on, with the text in which it stands (AT-103).

    It holds for a region. Of two for the same day the one that was entered last counts; without an amount it withdraws what was
    entered for that day.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    valid_from = models.DateField()
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    legal_source = models.CharField(max_length=300)
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    entered_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4, editable=False)

    class Meta:
        """In the order in which they hold; never negative."""

        ordering: ClassVar = ["valid_from", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="ceiling_not_negative")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"ceiling from {self.valid_from}"
