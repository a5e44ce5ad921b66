"""The record: one line for everything that was done and everything that was looked at."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly, NeverRemoved


class Verb(models.TextChoices):
    """What was done. The words are codes; they are shown through their label."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_FAILED = "sign_in_failed"
    FACTOR_REFUSED = "factor_refused"
    PASSWORD_CHOSEN = "password_chosen"  # noqa: S105 - the name of a deed
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    CONFIRMED_AGAIN = "confirmed_again"
    SESSION_ENDED = "session_ended"
    UNDERTAKING_ACCEPTED = "undertaking_accepted"
    ACCOUNT_MADE = "account_made"
    LINK_MADE = "link_made"
    ACCOUNT_STOPPED = "account_stopped"
    FACTORS_FORGOTTEN = "factors_forgotten"
    POSITION_CHOSEN = "position_chosen"
    POSITION_GIVEN = "position_given"
    POSITION_ENDED = "position_ended"
    POSITION_RESTS = "position_rests"
    SETTING_CHANGED = "setting_changed"
    FILE_OPENED = "file_opened"
    FILE_READ = "file_read"
    FILE_EXPORTED = "file_exported"
    FILES_LISTED = "files_listed"
    RECORD_READ = "record_read"
    RECORD_EXPORTED = "record_exported"
    REVIEWED = "reviewed"
    GLASS_BROKEN = "glass_broken"
    GLASS_MENDED = "glass_mended"
    INVOLVED = "involved"
    INVOLVEMENT_ENDED = "involvement_ended"
    CASE_OPENED = "case_opened"
    EVENT_RECORDED = "event_recorded"
    EVENT_CORRECTED = "event_corrected"
    CASES_LOADED = "cases_loaded"
    ACCESS_GRANTED = "access_granted"
    ACCESS_ENDED = "access_ended"
    NOTE_WRITTEN = "note_written"
    SIGNAL_HANDLED = "signal_handled"
    CONSENT_ASKED = "consent_asked"
    CONSENT_GIVEN = "consent_given"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_PUT_OFF = "consent_put_off"
    GOAL_SET = "goal_set"
    REMARK_WRITTEN = "remark_written"
    FINDINGS_SET = "findings_set"
    REPORT_WRITTEN = "report_written"
    PROFILE_DISCUSSED = "profile_discussed"
    ASIDE_WRITTEN = "aside_written"
    ASIDE_REMOVED = "aside_removed"
    FORM_KEPT = "form_kept"
    QUESTION_ASKED = "question_asked"
    KEYS_DESTROYED = "keys_destroyed"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_READ = "document_read"
    NUMBERS_LISTED = "numbers_listed"
    NUMBERS_EXPORTED = "numbers_exported"
    STATEMENT_PREPARED = "statement_prepared"
    STATEMENT_RETURNED = "statement_returned"
    STATEMENT_DECIDED = "statement_decided"
    STATEMENT_CLOSED = "statement_closed"
    AMOUNT_ENTERED = "amount_entered"
    KEY_ENTERED = "key_entered"
    INSTALMENT_PAID = "instalment_paid"
    INTERNSHIP_JUDGED = "internship_judged"
    INVITATION_MADE = "invitation_made"
    IDENTITY_CHECKED = "identity_checked"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INVITATION_USED = "invitation_used"
    OWN_VIEW_LEFT = "own_view_left"
    OWN_FILE_TAKEN = "own_file_taken"
    REPLY_WRITTEN = "reply_written"
    CORRECTION_ASKED = "correction_asked"
    APPROVAL_RECORDED = "approval_recorded"
    CLIENT_INFORMED = "client_informed"
    DRAFT_KEPT = "draft_kept"
    DRAFT_REMOVED = "draft_removed"
    REFERRAL_MADE = "referral_made"
    CANDIDATE_PROPOSED = "candidate_proposed"
    PROPOSAL_DECIDED = "proposal_decided"
    PROPOSALS_FORGOTTEN = "proposals_forgotten"
    PROPOSALS_LISTED = "proposals_listed"
    APPOINTMENT_MADE = "appointment_made"
    POINTS_TICKED = "points_ticked"
    PLAN_SAVED = "plan_saved"
    PLAN_SIGNED = "plan_signed"
    PLAN_JUDGED = "plan_judged"
    CEILING_ENTERED = "ceiling_entered"
    ERASURE_CONFIRMED = "erasure_confirmed"
    ERASURE_REJECTED = "erasure_rejected"
    FILE_ERASED = "file_erased"
    HOLD_SET = "hold_set"
    HOLD_LIFTED = "hold_lifted"
    RIGHT_ASKED = "right_asked"
    RIGHT_EXTENDED = "right_extended"
    RIGHT_DECIDED = "right_decided"
    ADDRESS_GIVEN = "address_given"
    ADDRESS_CONFIRMED = "address_confirmed"
    ADDRESS_REMOVED = "address_removed"
    PROVIDER_ENTERED = "provider_entered"
    ACTION_ASSIGNED = "action_assigned"
    ARRANGEMENT_NOTED = "arrangement_noted"


class Part(models.TextChoices):
    """The part of a file that a line is about."""

    ADMINISTRATIVE = "administrative"
    CONFIDENTIAL = "confidential"


class Purpose(models.TextChoices):
    """What somebody looks at a file or writes in it for."""

    GUIDANCE = "guidance"
    COORDINATION = "coordination"
    MEDIATION = "mediation"
    FOLLOW_UP = "follow_up"
    OWN_FILE = "own_file"
    PAYMENT = "payment"
    SUPPORT = "support"
    STANDING_IN = "standing_in"
    HAND_OVER = "hand_over"
    ROUNDING_OFF = "rounding_off"
    ASKED_BY_CLIENT = "asked_by_client"
    COMPLAINT = "complaint"
    INCIDENT = "incident"
    AUTHORITY = "authority"
    RECONSTRUCTION = "reconstruction"
    REVIEW = "review"


class Entry(models.Model):
    """Who did what or looked at what, when, in which capacity, for what, and under which grant.

    It holds identifiers and codes only: no name, no date of the history, no text, no address that was asked. The identifiers
    are not foreign keys, so that a line outlives what it is about. `capacity` is the one in which somebody acts in the
    file, or else the role of the position; `grant_id` is the involvement under which it was read or written, and where
    involvement begins or ends that one itself; `allowed` is false for an attempt that was refused; `shown` are the files that
    stood in a list; `rules` are ids of the register in the order in which they were asked; `emergency` is true for what was
    done under emergency access.

    Lines form 64 chains. `pos` counts the lines of one chain (`shard`) from 1 on, `prev` is the digest of the line before
    and `hash` that of the line itself (see `chain`). The database fills these and `at`; the program can only ask it to.
    What is not told about a line is null, so that a column of later does not change the digest of an earlier line.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    account_id = models.UUIDField(null=True)
    position_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    capacity = models.CharField(max_length=32, null=True)  # noqa: DJ001 - null leaves no trace in the digest
    verb = models.CharField(max_length=32)
    file_id = models.UUIDField(null=True)
    part = models.CharField(max_length=32, null=True)  # noqa: DJ001 - null leaves no trace in the digest
    purpose = models.CharField(max_length=32, null=True)  # noqa: DJ001 - null leaves no trace in the digest
    grant_id = models.UUIDField(null=True)
    allowed = models.BooleanField(default=True)
    shown = ArrayField(models.UUIDField(), null=True)
    rules = ArrayField(models.CharField(max_length=16), default=list)
    emergency = models.BooleanField(null=True)
    shard = models.SmallIntegerField()
    pos = models.BigIntegerField()
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        """Found by file, newest first: identifiers are made in order of time; by the files of a list; by moment."""

        indexes: ClassVar = [
            models.Index(fields=["file_id", "-id"], name="audit_of_file"),
            BrinIndex(fields=["at"], name="audit_at"),
            GinIndex(fields=["shown"], condition=Q(shown__isnull=False), name="audit_of_shown"),
        ]
        constraints: ClassVar = [models.UniqueConstraint(fields=["shard", "pos"], name="audit_one_line_a_place")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.at} {self.verb}"


class Head(models.Model):
    """Where one chain of the record ends: the place and the digest of its last line.

    Whoever adds a line locks this row and takes the next place from it. A place from a sequence would be drawn before the
    lock, so that of two at a time the later place could come first in the chain.
    """

    shard = models.SmallIntegerField(primary_key=True)
    pos = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        """Moved on by the function that adds a line, and never removed."""

        triggers: ClassVar = [NeverRemoved()]

    def __str__(self) -> str:
        return f"chain {self.shard} at {self.pos}"
