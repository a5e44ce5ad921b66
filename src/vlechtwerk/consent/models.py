"""Items and the consents that open them. They hold codes, identifiers and dates; the texts stand in tables behind both walls."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly, NeverRemoved
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import Compartment, Confidential, File
from vlechtwerk.sharing.sealed_rows import OwnRowsAreSealed
from vlechtwerk.sharing.sealing import Shut

LONGEST_REMARK = 5_000
"""The most characters of a remark."""


class ItemKind(models.TextChoices):
    """What an item is. The words are codes; they are shown through their label."""

    NOTE = "note"
    DOCUMENT = "document"
    GOAL = "goal"
    FINDING = "finding"
    EXPLANATION = "explanation"
    REFERRAL = "referral"
    PLAN = "plan"
    JUDGEMENT = "judgement"
    REPORT = "report"


class Item(models.Model):
    """One thing that an author shares in a part of a file: a note, a document, a goal, a finding about functioning.

    Whoever may read the part sees it only as author, as the client, in a capacity of `audience`, or under a consent. From
    `closed_at` on, when another wording came in its place, only the author and the client do. `capacity` is the one in which
    the author wrote it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="items")
    compartment = models.ForeignKey(Compartment, models.PROTECT, related_name="+", db_index=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    capacity = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)
    entry_class = models.CharField(max_length=16)
    audience = ArrayField(models.CharField(max_length=32))
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Named together with its part by the rows that hold its content."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["id", "compartment"], name="item_in_its_part")]
        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class State(models.TextChoices):
    """Where a consent stands. That it is over by its date follows from `until_on`, and is not stored."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_YET = "not_yet"
    REPLACED = "replaced"


class How(models.TextChoices):
    """How the client answered: together on the screen, in her own view, or on paper."""

    TOGETHER = "together"
    OWN_VIEW = "own_view"
    ON_PAPER = "on_paper"


class Told(models.TextChoices):
    """How the client was told that data are kept here: in a talk, or with a letter that was explained."""

    IN_A_TALK = "in_a_talk"
    LETTER = "letter"


class NotYet(models.TextChoices):
    """Why a professional does not share something yet although the client would agree: the exceptional case."""

    NEEDS_TIME = "needs_time"
    OWN_TEAM_FIRST = "own_team_first"
    WORDING_NOT_RIGHT = "wording_not_right"
    RELATION_OF_TRUST = "relation_of_trust"


class Consent(models.Model):
    """The consent of the client to show one item to some, or the question for it.

    What is shared and in which words is the item itself, and why stands with its content. It was talked about on
    `discussed_on`; `until_on` is the first day on which it no longer holds, so a consent without end does not exist.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="consents")
    audience = ArrayField(models.CharField(max_length=32))
    asked_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField(db_default=Now(), editable=False)
    discussed_on = models.DateField()
    until_on = models.DateField()
    state = models.CharField(max_length=16)
    how = models.CharField(max_length=16, blank=True)
    not_yet_because = models.CharField(max_length=32, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        """It ends after the talk, is for somebody, and what was given says how."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_on__gt=F("discussed_on")), name="consent_has_an_end"),
            models.CheckConstraint(condition=~Q(audience=[]), name="consent_is_for_somebody"),
            models.CheckConstraint(condition=~Q(state=State.GIVEN, how=""), name="consent_was_given_somehow"),
        ]
        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    def holds_on(self, day: date) -> bool:
        """Whether it opens the item on a day."""
        return self.state == State.GIVEN and day < self.until_on


class Informed(models.Model):
    """The client was told that personal data are kept here: on which day, by whom, and how (AT-134). It is never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="informed")
    on = models.DateField()
    how = models.CharField(max_length=16)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """It was done somehow."""

        constraints: ClassVar = [models.CheckConstraint(condition=~Q(how=""), name="informed_somehow")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"informed on {self.on}"


class Remark(Confidential):
    """The client's own view of an item, in her own words; it stands beside the item wherever that is shown (AT-249).

    `disputed` tells that she sees it differently. Nobody changes or removes it. Its table is behind both walls.
    Beside an own note of care `text` is sealed as the note is (`consent.remarks`).
    """

    shut: Shut | None = None

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="remarks", db_constraint=False, db_index=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    text = models.TextField(max_length=LONGEST_REMARK)
    sealed = models.BinaryField(null=True)
    disputed = models.BooleanField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """Found by item; each form once; it says something."""

        indexes: ClassVar = [models.Index(fields=["item"], name="remark_of_item")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="remark_written_once"),
            models.CheckConstraint(
                condition=Q(sealed__isnull=True) & ~Q(text="") | Q(sealed__isnull=False, text=""),
                name="remark_says_something",
            ),
        ]
        triggers: ClassVar = [AppendOnly(), OwnRowsAreSealed()]

    def __str__(self) -> str:
        return f"remark {self.pk}"


class Shareable(Confidential):
    """Content that is one item. Its table is behind both walls (`consent.walls.JudgeItems`), which judge part and item.

    `item_kind` is the kind of its items, so that whoever has an item finds its content (`dossier.items`).
    `why` tells which obstacle to work it takes away (AT-244); nothing in the own notes of care. The database compares the
    item together with the part (see the migrations), so that an identifier of another part tells nothing.
    """

    item_kind: ClassVar[ItemKind]

    item = models.OneToOneField(Item, models.PROTECT, related_name="+", db_constraint=False)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Each kind of content has a table of its own."""

        abstract = True
