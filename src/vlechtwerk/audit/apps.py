"""The app of the audit line."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """What was done, append-only."""

    name = "vlechtwerk.audit"
