"""The e-mail address that somebody gave to be rung at, and the mails that wait or were sent. No row says what it is about."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from vlechtwerk.accounts.models import Account


class Address(models.Model):
    """The address of somebody for the doorbell. It rings from the moment at which the owner confirmed it.

    `key` is new whenever the address changes, so that a link in an earlier mail no longer works. Whoever wants no mail has
    no row.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.OneToOneField(Account, models.CASCADE, related_name="doorbell")
    email = models.EmailField()
    key = models.UUIDField(default=uuid4)
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"address of {self.account_id}"


class Kind(models.TextChoices):
    """What a mail is: the question to confirm the address, or the doorbell."""

    CONFIRM = "confirm"
    RING = "ring"


class Mail(models.Model):
    """A mail to somebody, from `send_on` on. It waits until `sent_at`; when the mail server failed, `tries` tells how often.

    The address and the words are made when it is sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)
    send_on = models.DateField()
    sent_at = models.DateTimeField(null=True)
    sent_on = models.DateField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """The doorbell rings once a day; what waits is found by its day."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "send_on"], condition=Q(kind=Kind.RING), name="one_ring_a_day"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(kind=Kind.CONFIRM, sent_on=None), name="one_confirmation_waits"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, sent_on=None) | Q(sent_at__isnull=False, sent_on__isnull=False),
                name="mail_sent_on_a_day",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["send_on"], condition=Q(sent_at=None), name="mail_that_waits")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
