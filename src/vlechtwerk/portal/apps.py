"""The app of the client's own view."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The client's own view."""

    name = "vlechtwerk.portal"
