"""Notes and goals in the confidential file, and what a care worker writes for herself alone."""

from typing import ClassVar, Self
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import ItemKind, Shareable
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.authored import Authored
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.sealed_rows import OwnRowsAreSealed
from vlechtwerk.sharing.sealing import Shut

LONGEST = 10_000
"""The most characters of a note; what is longer is a document."""


class NoteKind(models.TextChoices):
    """What a note is about: a conversation, or another sort of contact. An own note is for the own organisation only."""

    CONTACT = "contact"
    PHONE = "phone"
    MOTIVATING = "motivating"
    CONSULTATION = "consultation"
    STRUCTURAL = "structural"
    EVALUATION = "evaluation"
    OWN_NOTE = "own_note"


class NoteQuerySet(ShareableQuerySet["Note"]):
    """Notes as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The notes of one file that stand, newest first: without those that another one came in the place of."""
        return super().in_file(file).filter(corrected_by__isnull=True).order_by("-happened_on", "-id")


class Note(Shareable):
    """What was said or seen on a day, written down by somebody who takes part in the file.

    `happened_on` is the day of the conversation, `written_at` the moment at which it was written (AT-257). `attendees` are the
    capacities of who took part; when the client did not, `client_absence` tells why (AT-027). A row is never changed; a note
    that `corrects` another one stands in its place, in the same part of the file.

    In the part with the own notes of care `text` and `client_absence` are empty in the database, and `sealed` holds both
    (`dossier.sealing`). `shut` tells why they cannot be read, of a note that was opened and gave nothing.
    """

    item_kind = ItemKind.NOTE
    shut: Shut | None = None

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="notes", db_index=False)
    happened_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    kind = models.CharField(max_length=16)
    entry_class = models.CharField(max_length=16)
    text = models.TextField(max_length=LONGEST)
    attendees = ArrayField(models.CharField(max_length=32), default=list)
    client_absence = models.CharField(max_length=300, blank=True)
    sealed = models.BinaryField(null=True)
    # The database compares it together with the part (see the migration), so that it tells nothing about other parts.
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrected_by", db_constraint=False, db_index=False
    )
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = NoteQuerySet.as_manager()

    class Meta:
        """Found by part, newest first; each form once."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment", "-happened_on"], name="note_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="note_written_once"),
            models.UniqueConstraint(fields=["corrects", "compartment"], name="note_corrected_once"),
            models.CheckConstraint(
                condition=Q(sealed__isnull=True) & ~Q(text="") | Q(sealed__isnull=False, text="", client_absence=""),
                name="note_says_something",
            ),
        ]
        triggers: ClassVar = [AppendOnly(), OwnRowsAreSealed()]

    def __str__(self) -> str:
        return f"note {self.pk}"


class GoalQuerySet(ShareableQuerySet["Goal"]):
    """Goals as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The goals of one file that stand, the oldest first: without those that another one came in the place of."""
        return super().in_file(file).filter(replaced_by__isnull=True).order_by("reached_by", "id")


class Goal(Shareable):
    """Something that the client wants to reach and that is needed for work, formulated SMART.

    `text` is the result, `measure` how it is measured, `feasibility` why it can be done, `why` what it means for work, and
    `obstacle` the obstacle to work that a goal on the side of care takes away. A goal is never changed: one that `replaces`
    another comes in its place, in the same part of the file.
    """

    item_kind = ItemKind.GOAL

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="goals", db_index=False)
    domain = models.CharField(max_length=8)
    text = models.CharField(max_length=500)
    measure = models.CharField(max_length=300)
    feasibility = models.CharField(max_length=300)
    obstacle = models.CharField(max_length=300, blank=True)
    reached_by = models.DateField()
    agreed_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaced_by", db_constraint=False, db_index=False
    )
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = GoalQuerySet.as_manager()

    class Meta:
        """Found by part; each form once; it is to be reached after it was agreed."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment"], name="goal_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="goal_written_once"),
            models.UniqueConstraint(fields=["replaces", "compartment"], name="goal_replaced_once"),
            models.CheckConstraint(condition=~Q(text=""), name="goal_says_something"),
            models.CheckConstraint(condition=Q(reached_by__gte=F("agreed_on")), name="goal_lies_ahead"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class Aside(Authored):
    """A doubt or a dilemma that a care worker writes for herself alone, beside the own notes of her organisation (AT-250).

    It is no part of the file: no colleague, no participant and no emergency access reads it, and it is in no list, search,
    report or hand-over. Its author removes it whenever she wants, and then nothing is left of it.
    """

    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta(Authored.Meta):
        """Found by its author and part; each form once."""

        abstract = False
        indexes: ClassVar = [models.Index(fields=["compartment", "author"], name="aside_of_compartment")]
        constraints: ClassVar = [
            *Authored.Meta.constraints,
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="aside_written_once"),
        ]
