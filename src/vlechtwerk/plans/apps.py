"""The application that keeps trajectory plans."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Names the application."""

    name = "vlechtwerk.plans"
