"""The app of reviewing."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """What is to be looked at in the record, and what came of it."""

    name = "vlechtwerk.review"
