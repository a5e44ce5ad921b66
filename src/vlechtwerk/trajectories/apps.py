"""The app of the pages about one activation trajectory."""

from django.apps import AppConfig


class TrajectoriesConfig(AppConfig):
    """Pages only; the cases themselves belong to history."""

    name = "vlechtwerk.trajectories"
