"""Cases, their events, and what is owed in them."""

from datetime import date
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Case as Choose
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.organisations.queries import settings_from
from vlechtwerk.rules.assessment import Procedure, Status
from vlechtwerk.rules.catalogue import PROCEDURES
from vlechtwerk.sharing.models import File, files_of

CLOSING, ENDED, AUTOMATIC = "closing", "ended", "automatic"
NUMBERS = "history_case_number"
"""The sequence of the database that numbers the cases."""


LONGEST_REPLY = 5_000
"""The most characters of a reply."""


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases as they are looked for. A page, an export or a count starts with `visible_to`."""

    def visible_to(self, position: Position, on: date) -> Self:
        """The cases whose file a position sees on a day. For everybody else they do not exist."""
        return self.filter(file_id__in=files_of(position, on))


def status_code_on(day: date) -> Choose:
    """The status code of a case on a day that is not before its last event, as an expression for the database."""
    return Choose(
        models.When(ends_on__lte=day, then=Value(ENDED)),
        models.When(closing_on__lte=day, then=Value(CLOSING)),
        default=F("status"),
    )


class Case(models.Model):
    """A case of a procedure about the person of a file.

    `number` counts the cases of this installation: it stays the same, and it says nothing about the person.
    `settings` are the choices of the region on the day the case began, as they stand in a case file; a case keeps them.
    The other fields are what the rules say after all events (`history.projection`), stored for lists:

    `status`, `status_since` and `status_reason` hold on the day of the last event. After it the status changes by itself on
    `closing_on` and on `ends_on`; both are empty when people ended the case. `minimum_on` and `maximum_on` are the
    milestones of the duration that began on `started_on`. `version` counts the events, and numbers the last one.
    `is_answered` tells whether the client put the own side beside anything in it, so that only then it is looked for.
    On `erased_on` its events and everything about the person were erased; the number, the region and the month stay.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.PositiveBigIntegerField(
        unique=True, editable=False, db_default=Func(Value(NUMBERS), function="nextval")
    )
    file = models.ForeignKey(File, models.PROTECT, related_name="cases")
    procedure = models.CharField(max_length=32)
    region = models.ForeignKey(Region, models.PROTECT, related_name="cases")
    settings = models.JSONField(default=dict)
    status = models.CharField(max_length=32)
    status_since = models.DateField()
    status_reason = models.CharField(max_length=32, blank=True)
    started_on = models.DateField(null=True)
    minimum_on = models.DateField(null=True)
    maximum_on = models.DateField(null=True)
    closing_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    version = models.PositiveIntegerField()
    is_answered = models.BooleanField(default=False, db_default=False)
    erased_on = models.DateField(null=True)

    objects = CaseQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.procedure} {self.pk}"

    @property
    def reference(self) -> str:
        """The number as it is written, for who may not know about whom the case is: "T000123"."""
        return f"T{self.number:06d}"

    @property
    def rules(self) -> Procedure[Any]:
        """The procedure with its rules. Raises KeyError for one that this program does not have."""
        return PROCEDURES[self.procedure]

    @property
    def chosen(self) -> Any:
        """The settings of the region as the rules take them. Raises SettingNotPossible."""
        return settings_from(self.rules.settings, self.settings)

    def status_on(self, day: date) -> Status:
        """The status on a day that is not before the last event."""
        if self.ends_on is not None and self.ends_on <= day:
            return Status(ENDED, self.ends_on, AUTOMATIC)
        if self.closing_on is not None and self.closing_on <= day:
            return Status(CLOSING, self.closing_on)
        return Status(self.status, self.status_since, self.status_reason or None)


class CorrectionReason(models.TextChoices):
    """Why an event is corrected. The words are codes; they are shown through their label."""

    WRONG_DATE = "wrong_date"
    WRONG_DETAIL = "wrong_detail"
    WRONG_CASE = "wrong_case"
    DID_NOT_HAPPEN = "did_not_happen"


class Event(models.Model):
    """Something that happened in a case. A row is never changed or removed; a mistake is corrected by another row.

    `data` holds what was recorded besides the date, as it stands in a case file. A row that `corrects` another takes its
    place in the history; with `data` empty it strikes the other one without a replacement. `idempotency_key` is that of the
    form with which it was recorded, so that sending a form twice records once.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="events", db_index=False)
    sequence = models.PositiveIntegerField()
    name = models.CharField(max_length=64)
    on = models.DateField()
    data = models.JSONField(null=True)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    recorded_by = models.ForeignKey(Position, models.PROTECT, related_name="recorded", db_index=False)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")
    correction_reason = models.CharField(max_length=32, blank=True)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """In the order in which they were recorded; each form once."""

        ordering: ClassVar = ["case_id", "sequence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "sequence"], name="event_sequence"),
            models.UniqueConstraint(fields=["case", "idempotency_key"], name="event_recorded_once"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, data__isnull=False, correction_reason="")
                | Q(corrects__isnull=False) & ~Q(correction_reason=""),
                name="event_or_correction",
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.name} on {self.on}"


class Reply(models.Model):
    """The client's own side of something that was recorded about her; it stands beside the event, for everybody who sees that.

    Nobody changes or removes it. Its table is behind the second wall (`history.walls.ProtectReplies`): who takes part in the
    file reads it, the client alone writes it.
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", db_index=False)
    event = models.ForeignKey(Event, models.PROTECT, related_name="+", db_index=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    text = models.TextField(max_length=LONGEST_REPLY)
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """Found by case; each form once; it says something."""

        indexes: ClassVar = [models.Index(fields=["case"], name="reply_of_case")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="reply_written_once"),
            models.CheckConstraint(condition=~Q(text=""), name="reply_says_something"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"reply {self.pk}"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Obligations as they are looked for."""

    def open_on(self, day: date) -> Self:
        """What is owed and not done on a day, late or not. It holds for today and later, not for the past."""
        return self.filter(Q(lapses_on__isnull=True) | Q(lapses_on__gt=day), opens_on__lte=day, done_on__isnull=True)


class Obligation(models.Model):
    """Something that is or will be owed in a case, as far as its events tell; stored so that lists need no rules.

    It is owed from `opens_on` and no longer from `lapses_on`, and late when it is not done and `due_on` has passed, so
    that no job has to run at night. `rule`, `what`, `number` and `owner` are those of the rule; a `signal` deserves attention
    without being an obligation of the handbook.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="obligations", db_index=False)
    rule = models.CharField(max_length=16)
    what = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    owner = models.CharField(max_length=32)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    opens_on = models.DateField()
    lapses_on = models.DateField(null=True)
    signal = models.BooleanField()

    objects = ObligationQuerySet.as_manager()

    class Meta:
        """Once for each rule and number; what is not done is found by its date, without touching the table."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "rule", "what", "number"], name="one_obligation"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["case", "due_on"],
                include=["opens_on", "lapses_on", "signal", "owner", "what"],
                condition=Q(done_on__isnull=True),
                name="obligation_to_do",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} by {self.due_on}"

    def is_late_on(self, day: date) -> bool:
        """Whether it is still to be done on a day after its date."""
        return self.done_on is None and self.due_on < day
