"""The app of items and consent."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Items and consent."""

    name = "vlechtwerk.consent"
