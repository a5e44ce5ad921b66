"""The app of the work while the plan is carried out and at the end of a trajectory."""

from django.apps import AppConfig


class ExecutionConfig(AppConfig):
    """Guided pages for extension, early stop and closing, and the forms of reports."""

    name = "vlechtwerk.execution"
