"""What signals are about."""

from django.db import models


class SignalKind(models.TextChoices):
    """What a signal asks people to talk about, or to look at. The words are codes; they are shown through their label."""

    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    EMERGENCY = "emergency"
    CORRECTION_ASKED = "correction_asked"
    NEW_REFERRAL = "new_referral"
    REMOVAL_ASKED = "removal_asked"
    SITUATION_TOLD = "situation_told"
    DELAY_TOLD = "delay_told"
    DOCUMENT_SHARED = "document_shared"
    DOCUMENT_TAKEN_BACK = "document_taken_back"
