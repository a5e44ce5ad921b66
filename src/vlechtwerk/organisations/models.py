"""Organisations, regions and positions."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.append_only import AppendOnly


def in_force(day: date, prefix: str = "") -> Q:
    """The condition that something with `from_on` and `until_on` holds on a day.

    `until_on` is the first day on which it no longer holds, so that ending it today takes effect at once.
    """
    started = Q(**{f"{prefix}from_on__lte": day})
    return started & (Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gt": day}))


class Organisation(models.Model):
    """An organisation whose people work with clients."""

    class Kind(models.TextChoices):
        """What kind of organisation it is; the names are those of the field."""

        VDAB = "vdab"
        GTB = "gtb"
        CAW = "caw"
        OCMW = "ocmw"
        DMW = "dmw"
        GGZ = "ggz"
        VAPH = "vaph"
        PROVIDER_NETWORK = "provider_network"
        PROVIDER = "provider"
        CARE_PARTNERSHIP = "care_partnership"
        CARE_DEPARTMENT = "care_department"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.name


class Region(models.Model):
    """A region of the contract: where one care partnership and one provider network work."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class RegionMunicipality(models.Model):
    """A municipality that belongs to a region from and until a day (both included)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="municipalities")
    nis_code = models.CharField(max_length=5)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        """A municipality joins on one day once, and leaves after it joined."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["nis_code", "valid_from"], name="municipality_joins_once"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")), name="municipality_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nis_code} in {self.region_id}"


class RegionSetting(models.Model):
    """A choice of a region with the days on which it holds (both included) and where it is written down.

    `key` and `value` are those of the `region` part of a case file. Between two that hold on one day the later one wins.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="settings")
    key = models.CharField(max_length=64)
    value = models.JSONField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    source = models.CharField(max_length=300)

    class Meta:
        """One value of a key from one day; it ends after it began."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "key", "valid_from"], name="one_setting_a_day"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")), name="setting_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} from {self.valid_from}"


class PositionQuerySet(models.QuerySet["Position"]):
    """Positions as they are looked for."""

    def active_on(self, day: date) -> Self:
        """The positions that somebody holds on a day."""
        return self.filter(in_force(day))

    def held_by(self, account: Account, day: date) -> Self:
        """The positions of an account on a day, with what is shown of them, in a fixed order."""
        return self.active_on(day).filter(account=account).select_related("organisation", "region").order_by("id")

    def of_demonstration(self, day: date) -> Self:
        """The positions of the fictional people of a demonstration, with what is shown of them, in a fixed order."""
        fictional = self.active_on(day).filter(account__is_demo=True, account__is_active=True)
        return fictional.select_related("account", "organisation", "region").order_by("id")


class Position(models.Model):
    """A role of a person at an organisation in a region. A person acts in one position at a time.

    `until_on` is the first day on which it is no longer held. `claim` is the role that a service for signing in has to go on
    telling for it; empty when the position rests on nobody else's word.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="positions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="positions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="positions")
    role = models.CharField(max_length=32)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    claim = models.CharField(max_length=200, blank=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        """It ends on or after the day it began; on the same day it was never held."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="position_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.organisation_id}"

    def is_active_on(self, day: date) -> bool:
        """Whether the position is held on a day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


class ProposedPosition(models.Model):
    """A role that a service for signing in tells of somebody, on which no position rests. By itself it opens nothing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="proposed_positions")
    claim = models.CharField(max_length=200)
    told_on = models.DateField()

    class Meta:
        """Once for each role."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "claim"], name="proposed_once")]

    def __str__(self) -> str:
        return f"{self.claim} of {self.account_id}"


class DatabaseApproval(models.Model):
    """VDAB approved that personal data of its assignments are kept in this installation (AT-135): when and for what.

    `reference` and `scope` are those of the approval itself. It is never changed; a later one is another row.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=200)
    scope = models.CharField(max_length=500)
    given_on = models.DateField()
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """It has a reference and says what it covers."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reference="") & ~Q(scope=""), name="approval_says_what_it_covers")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"approval of {self.given_on}"
