"""The demo region as an application."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Loads and shows fictional people only; it has no tables of its own."""

    name = "vlechtwerk.demo"
