"""Reports and shared notes behind both walls."""

from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import ItemKind, Shareable
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.words import told_in_words
from vlechtwerk.sharing.models import File


class ReportQuerySet(ShareableQuerySet["Report"]):
    """Reports as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The reports of one file that stand, the latest first: without those that another one came in the place of."""
        return self.ever_in_file(file).filter(replaced_by__isnull=True)

    def ever_in_file(self, file: File) -> Self:
        """The reports of one file, the latest first, with those that another one came in the place of."""
        return super().in_file(file).order_by("-happened_on", "-written_at", "-id")


class Report(Shareable):
    """What somebody reports about a day, in the parts that go with its kind (`reports.kinds`).

    `told` holds the parts by their code: words as they were typed, days as YYYY-MM-DD, choices as codes. A report is never
    changed; one that `replaces` another comes in its place, in the same part of the file.
    """

    item_kind = ItemKind.REPORT

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=32)
    happened_on = models.DateField()
    told = models.JSONField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    # The database compares it together with the part (see the migration), so that it tells nothing about other parts.
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaced_by", db_constraint=False, db_index=False
    )
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        """Found by part, the latest first; each form once; it says something."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment", "-happened_on"], name="report_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="report_written_once"),
            models.UniqueConstraint(fields=["replaces", "compartment"], name="report_replaced_once"),
            models.CheckConstraint(condition=~Q(told={}), name="report_says_something"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"report {self.pk}"

    @property
    def text(self) -> str:
        """The report in the words in which it is read, a line for each part."""
        return "\n".join(f"{part}: {value}" for part, value in told_in_words(self.told))
