"""The app of the manual."""

from django.apps import AppConfig


class ManualConfig(AppConfig):
    """Pages that are the same for everybody; it has no tables."""

    name = "vlechtwerk.manual"
