"""The app of the cases and their events."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """Cases, events and obligations."""

    name = "vlechtwerk.history"
