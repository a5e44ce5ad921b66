"""The app of the files and who is involved in them."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Files and involvement."""

    name = "vlechtwerk.sharing"
