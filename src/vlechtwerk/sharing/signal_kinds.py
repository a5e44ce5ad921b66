"""What signals are about."""

from django.db import models


class SignalKind(models.TextChoices):
    """What a signal asks people to talk about, to look at or to do. The words are codes; they are shown through their label."""

    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    EMERGENCY = "emergency"
    CORRECTION_ASKED = "correction_asked"
    PLAN_UPLOADED = "plan_uploaded"
    PLAN_ANSWERED = "plan_answered"
    RIGHTS_TO_ASK = "rights_to_ask"
    RIGHTS_CONTACT = "rights_contact"
    STATUTE_CHANGED = "statute_changed"
    AGREEMENT = "agreement"
    TALK_ASKED = "talk_asked"
    TALK_HELD = "talk_held"
    END_CONSIDERED = "end_considered"
    NEW_REFERRAL = "new_referral"
    REMOVAL_ASKED = "removal_asked"
    SITUATION_TOLD = "situation_told"
    DELAY_TOLD = "delay_told"
    NEXT_STEP = "next_step"
    DOUBT_RAISED = "doubt_raised"
    REORIENTATION_ASKED = "reorientation_asked"
    DOCUMENT_SHARED = "document_shared"
    DOCUMENT_TAKEN_BACK = "document_taken_back"


AFTER_THE_DAY = frozenset({SignalKind.RIGHTS_CONTACT})
"""What is told only when its day has passed without anything being done."""
DONE_ELSEWHERE = frozenset(
    {
        SignalKind.RIGHTS_TO_ASK,
        SignalKind.RIGHTS_CONTACT,
        SignalKind.TALK_ASKED,
        SignalKind.DOUBT_RAISED,
    }
)
"""What is a task: it leaves the lists when what it asks was recorded, and nobody puts it away before that."""
