"""The app of the home screen."""

from django.apps import AppConfig


class WorklistConfig(AppConfig):
    """Pages only; what is listed belongs to history."""

    name = "vlechtwerk.worklist"
