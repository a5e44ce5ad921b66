"""The app of the referral and the first meeting."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Drafts, proposals, what VDAB hands over, appointments, and what was gone through."""

    name = "vlechtwerk.intake"
