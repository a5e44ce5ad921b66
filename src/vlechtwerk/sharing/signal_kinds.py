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
    NEED_TOLD = "need_told"
    NEED_DECIDED = "need_decided"
    INFORMATION_ASKED = "information_asked"
    INFORMATION_GIVEN = "information_given"
    INTERNSHIP_OFF = "internship_off"
    NO_INTERNSHIP_TOLD = "no_internship_told"
    NO_INTERNSHIP_DOUBTED = "no_internship_doubted"
    PROVIDER_TO_REPLACE = "provider_to_replace"
    CARD_ASKED = "card_asked"
    CARD_DECIDED = "card_decided"
    WELFARE_REGISTERED = "welfare_registered"
    WELFARE_NOTED = "welfare_noted"
    ADVISOR_TO_CHANGE = "advisor_to_change"
    HAND_OVER_OPEN = "hand_over_open"
    FILE_TALK_ASKED = "file_talk_asked"
    NEXT_STEP = "next_step"
    DOUBT_RAISED = "doubt_raised"
    REORIENTATION_ASKED = "reorientation_asked"
    DOCUMENT_SHARED = "document_shared"
    DOCUMENT_TAKEN_BACK = "document_taken_back"
    ADVICE_ASKED = "advice_asked"
    FOLLOWER_TO_NAME = "follower_to_name"
    RESEARCHER_TO_NAME = "researcher_to_name"


AFTER_THE_DAY = frozenset({SignalKind.RIGHTS_CONTACT})
"""What is told only when its day has passed without anything being done."""
DONE_ELSEWHERE = frozenset(
    {
        SignalKind.RIGHTS_TO_ASK,
        SignalKind.RIGHTS_CONTACT,
        SignalKind.TALK_ASKED,
        SignalKind.NEED_TOLD,
        SignalKind.INFORMATION_ASKED,
        SignalKind.PROVIDER_TO_REPLACE,
        SignalKind.CARD_ASKED,
        SignalKind.WELFARE_REGISTERED,
        SignalKind.ADVISOR_TO_CHANGE,
        SignalKind.HAND_OVER_OPEN,
        SignalKind.DOUBT_RAISED,
        SignalKind.FILE_TALK_ASKED,
        SignalKind.ADVICE_ASKED,
        SignalKind.FOLLOWER_TO_NAME,
        SignalKind.RESEARCHER_TO_NAME,
    }
)
"""What is a task: it leaves the lists when what it asks was recorded, and nobody puts it away before that."""
