"""The app of the people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The client as a person."""

    name = "vlechtwerk.people"
