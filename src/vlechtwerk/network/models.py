"""Providers of a region with what is known of them, and who carries out which action of a plan. Nothing is ever changed."""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID, uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.entered import Entered
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.roles import PROVIDERS, Role
from vlechtwerk.sharing.models import Involvement

SEE_ALL = (
    *(Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR),
    Role.DATA_PROTECTION_OFFICER,
)
"""The capacities that see every assignment in a file."""


class Provider(Entered):
    """An organisation, or somebody self-employed, that carries out actions in a region."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    self_employed = models.BooleanField(default=False)

    class Meta:
        """Once in each region."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["region", "organisation"], name="provider_once")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"provider {self.organisation_id}"


class FactKind(models.TextChoices):
    """What is known of a provider for some days. The words are codes; they are shown through their label.

    membership   it belongs to the network;
    recognition  somebody recognises or licenses it;
    check        the coordinator saw that it meets the conditions (on the first day);
    agreement    an agreement was signed (on the first day).
    """

    MEMBERSHIP = "membership"
    RECOGNITION = "recognition"
    CHECK = "check"
    AGREEMENT = "agreement"


class Fact(Entered):
    """Something that is known of a provider, from its first to its last day (both included), and what shows it.

    `recogniser` is told of a recognition, `experience` of a check; both are codes of the rules. One that `replaces` another
    comes in its place, as when a recognition is lost.
    """

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=16)
    first = models.DateField()
    last = models.DateField(null=True)
    recogniser = models.CharField(max_length=32, blank=True)
    experience = ArrayField(models.CharField(max_length=32), default=list)
    evidence = models.CharField(max_length=300)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        """In the order in which they begin; it ends after it began."""

        ordering: ClassVar = ["first", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last__isnull=True) | Q(last__gte=F("first")), name="fact_period"),
            models.CheckConstraint(condition=~Q(kind="recognition") | ~Q(recogniser=""), name="recognised_by_somebody"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.kind} from {self.first}"

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.first, self.last)


class Offer(Entered):
    """What a provider offers: a discipline, on which side, for how many people at a time, and how long one waits in weeks.

    Of two about the same discipline the one that was entered last counts. Without `places` the number is not known; with
    zero nobody can come now.
    """

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="offers")
    domain = models.CharField(max_length=8)
    discipline = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField(null=True)
    waiting_weeks = models.PositiveSmallIntegerField(null=True)

    class Meta:
        """In the order in which they were entered."""

        ordering: ClassVar = ["id"]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return self.discipline


class Meeting(Entered):
    """A consultation of the network that VDAB organises in a region: planned, or held with the providers who were there.

    `attended` is empty (None) as long as it is planned, else the identifiers of the providers who were there. One that
    `replaces` another comes in its place.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    attended = ArrayField(models.UUIDField(), null=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        """By day."""

        ordering: ClassVar = ["on", "id"]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"network meeting on {self.on}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments as they are looked for. `visible_to` is the only way in."""

    def visible_to(self, position: Position, on: date) -> Self:
        """Those in the files of a position: all of them for the team, for a provider those of the own organisation."""
        own = Involvement.objects.of(position, on).values("file_id")
        all_of = own.filter(capacity__in=SEE_ALL)
        # A provider sees the assignments of the own organisation.
        mine = Q(case__file__in=own.filter(capacity__in=PROVIDERS), provider__organisation=position.organisation_id)
        return self.filter(Q(case__file__in=all_of) | mine)


class Assignment(models.Model):
    """That an action of a plan is carried out by a provider from a day on, for an amount in euro; without a provider by nobody.

    The last one about an action (by `number`) counts. `kept` is what stays owed for the one before it. `search_result` tells
    why the network has no offer, when the provider is not in it. The table is behind the second wall (`network.walls`).
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    plan_version = models.PositiveSmallIntegerField()
    action = models.UUIDField()
    domain = models.CharField(max_length=8)
    discipline = models.CharField(max_length=120)
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+")
    first = models.DateField()
    last = models.DateField(null=True)
    amount = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    kept = models.DecimalField(max_digits=9, decimal_places=2, default=0)
    already_involved = models.BooleanField(default=False)
    searched_on = models.DateField(null=True)
    search_result = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        """In the order in which they were made; two people never make the same one; never a negative amount."""

        base_manager_name = "objects"
        ordering: ClassVar = ["case", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="assignment_in_order"),
            models.UniqueConstraint(fields=["made_by", "idempotency_key"], name="assignment_made_once"),
            models.CheckConstraint(condition=Q(last__isnull=True) | Q(last__gte=F("first")), name="assignment_period"),
            models.CheckConstraint(
                condition=(Q(amount__isnull=True) | Q(amount__gte=0)) & Q(kept__gte=0), name="assignment_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(provider__isnull=False) | Q(amount__isnull=True), name="nobody_gets_nothing"
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"assignment {self.number}"

    @property
    def code(self) -> str:
        """The code of the action in the plan."""
        return str(self.action)

    @property
    def organisation_id(self) -> UUID | None:
        """The organisation that carries it out."""
        return self.provider.organisation_id if self.provider else None

    def runs_on(self, day: date) -> bool:
        """Whether it is not over on a day."""
        return self.provider_id is not None and (self.last is None or day <= self.last)
