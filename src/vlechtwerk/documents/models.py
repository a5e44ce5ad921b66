"""Documents of a file: what they are stands in one table, their bytes in another, and what the scanner said in a third."""

from datetime import date
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import Item, ItemKind, Shareable
from vlechtwerk.documents.names import LONGEST
from vlechtwerk.documents.scanning import Scan
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Confidential
from vlechtwerk.sharing.sealed_rows import OwnRowsAreSealed
from vlechtwerk.sharing.sealing import Shut

LONGEST_TEXT = 500
"""The most characters to tell what is in a document."""
HANDED_OUT = (Scan.CLEAN, Scan.NOT_SCANNED)
"""What the scanner may have said of a document that is handed out."""


class DocumentQuerySet(ShareableQuerySet["Document"]):
    """Documents as they are looked for. `visible_to` is the only way in."""

    def open_to(self, position: Position, on: date) -> Self:
        """The documents that the parts and the items open to a position on a day, whatever the scanner said of them."""
        return super().visible_to(position, on)

    def visible_to(self, position: Position, on: date) -> Self:
        """The documents that a position may see on a day; one that waits for the scanner is there for its author only.

        Each tells what the scanner said last as `verdict`.
        """
        shown = Q(author=position) | Q(verdict__in=HANDED_OUT)
        return self.open_to(position, on).with_verdict().filter(shown)

    def waiting_for(self, position: Position, on: date) -> Self:
        """The documents that the scanner still holds back from whoever they are open to on a day."""
        return self.open_to(position, on).with_verdict().filter(verdict=Scan.WAITING)

    def with_verdict(self) -> Self:
        """The documents, each with what the scanner said of it last as `verdict`."""
        latest = Checking.objects.filter(item=OuterRef("item")).order_by("-pk").values("verdict")[:1]
        return self.annotate(verdict=Coalesce(Subquery(latest), F("scan")))

    def handed_out_to(self, position: Position, on: date) -> Self:
        """The documents that a position may download on a day: nothing that waits, whoever added it."""
        return self.visible_to(position, on).filter(verdict__in=HANDED_OUT)


class Document(Shareable):
    """A file that somebody added: what it is, what is in it in a sentence, and what is kept of it.

    `name` is the name that it had, as it may be shown; it is never the name under which the file is handed out. `kind` is that
    of AT-140 and AT-141; `requested_by` the role that asked for it, empty when nobody did; `support_right_asked` that a
    request for support rights was running. `signed_how` tells how the signatures under a plan were set (AT-105), `paper_place`
    and `paper_holder` where the signed paper lies and who keeps it (AT-104). `scan` is what the scanner said when it was
    added, and `sha256` that of the bytes that are stored. A row is never changed.

    In the own notes of care `text`, `name` and where the paper is are empty in the database, and `sealed` holds them
    (`documents.keeping`). `shut` tells why they cannot be read, of a document that was opened and gave nothing.
    """

    item_kind = ItemKind.DOCUMENT
    shut: Shut | None = None

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="documents", db_index=False)
    kind = models.CharField(max_length=32)
    text = models.CharField(max_length=LONGEST_TEXT)
    requested_by = models.CharField(max_length=32, blank=True)
    support_right_asked = models.BooleanField(default=False)
    signed_how = models.CharField(max_length=8, blank=True)
    paper_place = models.CharField(max_length=200, blank=True)
    paper_holder = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=LONGEST)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=16)
    sealed = models.BinaryField(null=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        """Found by part, newest first; each form once; it says what is in it."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment", "-written_at"], name="document_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="document_added_once"),
            models.CheckConstraint(
                condition=Q(sealed__isnull=True) & ~Q(text="") | Q(sealed__isnull=False, text="", name=""),
                name="document_says_something",
            ),
        ]
        triggers: ClassVar = [AppendOnly(), OwnRowsAreSealed()]

    def __str__(self) -> str:
        return f"document {self.pk}"


class OfItem(Confidential):
    """Something that goes with a document and is open to whom its item is open to."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+", db_constraint=False, db_index=False)

    class Meta:
        """Each has a table of its own."""

        abstract = True


class Content(OfItem):
    """The bytes of a document. They stand apart, so that a list never reads them (`documents.keeping`).

    In the own notes of care they stand in `sealed`, and `content` is empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    content = models.BinaryField(null=True)
    sealed = models.BinaryField(null=True)

    objects = ShareableQuerySet["Content"].as_manager()

    class Meta:
        """One for each document."""

        base_manager_name = "objects"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item"], name="content_of_one_item"),
            models.CheckConstraint(
                condition=Q(content__isnull=True) ^ Q(sealed__isnull=True), name="content_stands_in_one_place"
            ),
        ]
        triggers: ClassVar = [AppendOnly(), OwnRowsAreSealed()]

    def __str__(self) -> str:
        return f"content {self.pk}"


class Checking(OfItem):
    """What the scanner said of a document that had to wait, each time that it was asked again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    verdict = models.CharField(max_length=16)
    checked_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """Found by the item."""

        indexes: ClassVar = [models.Index(fields=["item"], name="checking_of_item")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.verdict} {self.pk}"
