"""One line for everything that was done."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly


class Verb(models.TextChoices):
    """What was done. The words are codes; they are shown through their label."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
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
    SETTING_CHANGED = "setting_changed"
    FILE_OPENED = "file_opened"
    INVOLVED = "involved"
    INVOLVEMENT_ENDED = "involvement_ended"
    CASE_OPENED = "case_opened"
    EVENT_RECORDED = "event_recorded"
    EVENT_CORRECTED = "event_corrected"
    CASES_LOADED = "cases_loaded"


class Entry(models.Model):
    """Who did what to which file, when, and which rules were asked.

    It holds identifiers and codes only: no name, no date of the history, no text. The identifiers are not foreign keys,
    so that a line outlives what it is about; `rules` are ids of the register in the order in which they were asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    account_id = models.UUIDField(null=True)
    position_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=32)
    file_id = models.UUIDField(null=True)
    rules = ArrayField(models.CharField(max_length=16), default=list)

    class Meta:
        """Found by file, newest first: identifiers are made in order of time."""

        indexes: ClassVar = [models.Index(fields=["file_id", "-id"], name="audit_of_file")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.at} {self.verb}"
