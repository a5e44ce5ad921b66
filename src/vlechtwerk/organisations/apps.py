"""The app of the organisations."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations, regions and positions."""

    name = "vlechtwerk.organisations"
