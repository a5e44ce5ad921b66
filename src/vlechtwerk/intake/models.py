"""What is written on the road to a trajectory, before the referral and around the first meeting."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import ItemKind, Shareable
from vlechtwerk.history.models import Case
from vlechtwerk.intake.answers import answered
from vlechtwerk.organisations.models import Position, Region

TEXT = 4_000
"""The most characters of one answer."""


class ProposalState(models.TextChoices):
    """Where a proposal stands. The words are codes; they are shown through their label."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Proposal(models.Model):
    """A candidate whom somebody of care proposes to VDAB with the candidate's consent (AT-045). No file exists yet.

    The proposer and the mediators of the region see it, nobody else: the database asks that too (`intake.walls`). `outcome` is
    what VDAB tells the proposer. After the decision it is kept for a time that the region chooses, and then removed.
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    proposer = models.ForeignKey(Position, models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    birth_year = models.PositiveSmallIntegerField()
    reason = models.TextField(max_length=TEXT)
    consent_on = models.DateField()
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    state = models.CharField(max_length=16, default=ProposalState.WAITING)
    outcome = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """Each form once; a decision has a day and somebody who took it."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposer", "idempotency_key"], name="candidate_proposed_once"),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_on__isnull=True, decided_by__isnull=True)
                | ~Q(state="waiting") & Q(decided_on__isnull=False, decided_by__isnull=False),
                name="proposal_is_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class Draft(models.Model):
    """A referral that a mediator has not completed yet. Only that mediator sees it; after the referral it is removed.

    `answers` are the fields of the form as they were typed.
    """

    is_behind_walls: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    mediator = models.ForeignKey(Position, models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict)
    proposal = models.UUIDField(null=True)
    saved_at = models.DateTimeField(auto_now=True)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """Each form begins one draft."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mediator", "idempotency_key"], name="draft_begun_once")
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"


class SheetKind(models.TextChoices):
    """Which part of what VDAB handed over: for everybody who works on the referral, or for the case managers only."""

    APPROACH = "approach"
    CARE = "care"


class SheetQuerySet(ShareableQuerySet["Sheet"]):
    """What VDAB handed over, as it is looked for. `visible_to` is the only way in."""


class Sheet(Shareable):
    """What the mediator wrote and ticked at the referral, by field; in the administrative part of the file.

    The sheet about care has an audience of case managers only. Nobody changes it after the referral (AT-079).
    """

    item_kind = ItemKind.REFERRAL

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=16)
    answers = models.JSONField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = SheetQuerySet.as_manager()

    class Meta:
        """Found by part."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment"], name="sheet_of_compartment")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def text(self) -> str:
        """The answers one below the other, as others read them."""
        told = answered(self.answers)
        return "\n".join(f"{one.label}{'' if one.label.endswith('?') else ':'} {one.value}" for one in told)


class Handover(models.Model):
    """That a draft became a case: one line for each completed form, so that sending it twice makes one case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.OneToOneField(Case, models.PROTECT, related_name="+")
    mediator = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    draft = models.UUIDField(unique=True)
    handed_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """Never changed."""

        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"handover of {self.case_id}"


class AppointmentReason(models.TextChoices):
    """Why the first appointment is where it is: booked by VDAB, moved for one of these reasons, or anew after an absence.

    A closed list, so that no delicate text stands here.
    """

    BOOKED = "booked"
    TEAM_AGENDA = "team_agenda"
    CARE_AGENDA = "care_agenda"
    PARTICIPANT_ASKS = "participant_asks"
    PARTICIPANT_HINDERED = "participant_hindered"
    ABSENCE = "absence"


class Appointment(models.Model):
    """The first appointment at GTB: day, hour, place and with whom. The latest one counts; the earlier ones are kept (AT-044).

    `told_at` is the moment at which the participant heard of a move.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="appointments")
    on = models.DateField()
    at = models.TimeField()
    place = models.CharField(max_length=200)
    meets = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=32)
    told_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """In the order in which they were made; each form once."""

        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["made_by", "idempotency_key"], name="appointment_made_once")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"appointment {self.pk}"

    @property
    def moment(self) -> datetime:
        """Day and hour, in Brussels, without zone."""
        return datetime.combine(self.on, self.at)


class Checklist(models.TextChoices):
    """A list of which points are ticked: codes of the rules."""

    AGENDA = "agenda"
    INFORMATION = "information"
    ENCOURAGEMENT = "encouragement"
    REMOVAL = "removal"
    REMINDER = "reminder"
    CHANNEL = "channel"
    SUPPORT = "support"


class Channel(models.TextChoices):
    """How the participant wants to be reminded of the first appointment. A mail says only that there is something."""

    PHONE = "phone"
    TEXT = "text"
    LETTER = "letter"
    IN_PERSON = "in_person"
    MAIL = "mail"
    NONE = "none"


class Support(models.TextChoices):
    """What helps the participant to come: a closed list, so that no delicate text stands here."""

    COMPANION = "companion"
    WAY = "way"
    INTERPRETER = "interpreter"
    CALL = "call"


class Tick(models.Model):
    """A point of a list that was gone through with the participant, on which day and by whom. Codes only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="ticks")
    checklist = models.CharField(max_length=16)
    point = models.CharField(max_length=32)
    on = models.DateField()
    by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    ticked_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """A point is ticked once."""

        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "checklist", "point"], name="point_ticked_once")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.checklist}: {self.point}"
