"""The app of the compensation."""

from django.apps import AppConfig


class CompensationConfig(AppConfig):
    """Half-year statements, amounts, keys and the instalments of the providers."""

    name = "vlechtwerk.compensation"
