"""Amounts, half-year statements with their lines, keys of the partners, and payments to the providers.

Nothing here is ever changed or removed: a mistake is made good by a later row.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.compensation.judged import Judgement as Judgement  # noqa: PLC0414 - a table of this app
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.entered import Entered
from vlechtwerk.organisations.models import Organisation, Region
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.duties.statement import CORRECTION, LATE, REGULAR


class What(models.TextChoices):
    """What an amount is for. The money of the providers is another budget than that of the care partnership (AT-011)."""

    TRAJECTORY = "trajectory"
    FIRST_INSTALMENT = "first_instalment"
    SECOND_INSTALMENT = "second_instalment"
    PROJECT = "project"
    COORDINATOR_FEE = "coordinator_fee"


INSTALMENTS = (What.FIRST_INSTALMENT, What.SECOND_INSTALMENT)
OF_CONTRACT = (*INSTALMENTS, What.PROJECT, What.COORDINATOR_FEE)
"""What the contract of a network tells: the instalments of one trajectory, the money of the whole project, and what the
coordinator gets for the own work, each time an amount on its day."""


class Amount(Entered):
    """The full amount in euro from a day on, with the text in which it stands.

    The amount of a trajectory holds for every region, an instalment for the network of one. Of two that hold from the same
    day the one that was entered last counts; without an amount it withdraws what was entered for that day.
    """

    what = models.CharField(max_length=32, choices=What.choices)
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    legal_source = models.CharField(max_length=300)

    class Meta:
        """In the order in which they hold; never negative."""

        ordering: ClassVar = ["valid_from", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="amount_not_negative"),
            models.CheckConstraint(
                condition=Q(what="trajectory", region__isnull=True) | ~Q(what="trajectory") & Q(region__isnull=False),
                name="instalment_of_a_region",
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.what} from {self.valid_from}"


class Key(Entered):
    """How the partners of a region divide the compensation from a day on.

    With `contact_share` ten percent of each trajectory is set aside for the contact first (AT-023).
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    valid_from = models.DateField()
    contact_share = models.BooleanField(default=False)
    source = models.CharField(max_length=300)

    class Meta:
        """In the order in which they hold."""

        ordering: ClassVar = ["valid_from", "id"]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"key from {self.valid_from}"


class KeyShare(models.Model):
    """The share of one partner in a key, in percent."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.ForeignKey(Key, models.PROTECT, related_name="shares")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    percent = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        """A partner has one share."""

        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "organisation"], name="one_share"),
            models.CheckConstraint(condition=Q(percent__gt=0, percent__lte=100), name="share_in_percent"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.percent} %"


class StepKind(models.TextChoices):
    """What happened to a statement after it was prepared."""

    RETURNED = "returned"
    DECIDED = "decided"
    CLOSED = "closed"


class State(models.TextChoices):
    """How far a statement is. A draft is not stored: it is computed each time somebody looks."""

    DRAFT = "draft"
    PREPARED = "prepared"
    RETURNED = "returned"
    DECIDED = "decided"
    CLOSED = "closed"


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements as they are looked for."""

    def with_state(self) -> Self:
        """The statements with the last thing that happened to them, as `last_step` (None when only prepared)."""
        last = Step.objects.filter(statement=models.OuterRef("pk")).order_by("-id").values("kind")[:1]
        return self.annotate(last_step=models.Subquery(last))

    def final(self) -> Self:
        """The statements on which was decided; what changes later is corrected in the next one."""
        return self.filter(steps__kind=StepKind.DECIDED)


class Statement(Entered):
    """The prepared statement of the care partnership of a region over a half-year, as computed from its last day.

    Whoever entered it prepared it. `digest` seals the lines. One that was returned is followed by another one with the
    next `attempt`.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    half = models.PositiveSmallIntegerField()
    attempt = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)

    last_step: str | None
    """The last thing that happened to it; there only when it was looked for `with_state`."""

    objects = StatementQuerySet.as_manager()

    class Meta:
        """One of each attempt; a year has two halves."""

        ordering: ClassVar = ["year", "half", "attempt"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "year", "half", "attempt"], name="one_statement"),
            models.CheckConstraint(condition=Q(half__in=(1, 2)), name="two_halves"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.year}-{self.half}"

    @property
    def run(self) -> HalfYear:
        """The half-year."""
        return HalfYear(self.year, self.half)


class Step(Entered):
    """Something that happened to a prepared statement: returned with a reason, decided, or closed.

    Closing keeps the key by which is divided, if there is one, and seals everything before it with `digest`.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="steps", db_index=False)
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    reason = models.CharField(max_length=300, blank=True)
    key = models.ForeignKey(Key, models.PROTECT, null=True, related_name="+", db_index=False)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        """Each thing happens once; only what is returned has a reason, and only what is closed a seal."""

        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "kind"], name="one_step"),
            models.CheckConstraint(condition=~Q(kind="returned") | ~Q(reason=""), name="returned_with_reason"),
            models.CheckConstraint(condition=~Q(kind="closed") | ~Q(digest=""), name="closed_with_seal"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return self.kind


class Line(models.Model):
    """What a statement holds for one trajectory.

    `percent` is the class from now on and `rule` with `code` says why; `unit_amount` is the full amount that held on the day of
    the end. `amount` is what this line adds, signed; both are empty when nobody entered an amount. A correction refers to
    the line that it `corrects`. `version` is that of the case at that moment, to find later what changed since; a line is
    `unsettled` when something of after the half-year was known already that may change it.
    """

    class Kind(models.TextChoices):
        """Why the line stands in this statement."""

        REGULAR = REGULAR
        LATE = LATE
        CORRECTION = CORRECTION

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="lines", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    percent = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=32)
    rule = models.CharField(max_length=16)
    unit_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    version = models.PositiveIntegerField()
    unsettled = models.BooleanField(default=False)

    class Meta:
        """A trajectory stands in a statement once, by number; only a correction refers to another line."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "number"], name="one_line"),
            models.CheckConstraint(condition=Q(percent__in=(0, 60, 100)), name="line_class"),
            models.CheckConstraint(
                condition=Q(kind="correction", corrects__isnull=False)
                | ~Q(kind="correction") & Q(corrects__isnull=True),
                name="correction_refers",
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"line {self.number}"


class Payment(Entered):
    """That the network coordinator paid an instalment to the providers for one trajectory, on the basis of a plan version.

    One that `corrects` another stands in its place; with an amount of zero it tells that nothing was paid after all.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+", db_index=False)
    what = models.CharField(max_length=32, choices=What.choices)
    paid_on = models.DateField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    plan_version = models.PositiveSmallIntegerField()
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        """Each instalment of a trajectory is paid once, and what was noted is corrected once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "what"], condition=Q(corrects__isnull=True), name="instalment_paid_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(corrects__isnull=False, amount=0), name="payment_is_something"
            ),
            models.CheckConstraint(
                condition=Q(what__in=("first_instalment", "second_instalment")), name="payment_of_an_instalment"
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.what} on {self.paid_on}"
