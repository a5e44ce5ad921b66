"""The application of forms that are not finished."""

from django.apps import AppConfig


class UnsentConfig(AppConfig):
    """Forms that are not finished."""

    name = "vlechtwerk.unsent"
