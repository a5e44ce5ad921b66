"""The app of reports and shared notes."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What is written down while the plan is carried out and when a trajectory ends."""

    name = "vlechtwerk.reports"
