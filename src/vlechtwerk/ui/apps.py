"""The Django application of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Holds the templates, the style sheets and the gallery of components; it has no tables."""

    name = "vlechtwerk.ui"
    label = "ui"
