"""The app of the doorbell."""

from django.apps import AppConfig


class DoorbellConfig(AppConfig):
    """Addresses that clients gave, and the mails that wait to be sent."""

    name = "vlechtwerk.doorbell"
