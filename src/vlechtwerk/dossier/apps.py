"""The app of the confidential file."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """Notes about contacts."""

    name = "vlechtwerk.dossier"
