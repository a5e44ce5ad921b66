"""The app of what is arranged in a region."""

from django.apps import AppConfig


class ArrangementsConfig(AppConfig):
    """Free appointments, the care partnership, guidelines and help, and structural bottlenecks."""

    name = "vlechtwerk.arrangements"
