"""The app of reconstructing."""

from django.apps import AppConfig


class ReconstructionConfig(AppConfig):
    """Pages and a report; what they tell belongs to history, sharing and the rules."""

    name = "vlechtwerk.reconstruction"
