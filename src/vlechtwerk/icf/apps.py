"""The app of the ICF profile."""

from django.apps import AppConfig


class IcfConfig(AppConfig):
    """Sets of categories, and findings about functioning."""

    name = "vlechtwerk.icf"
