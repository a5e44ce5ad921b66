"""The documents application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Uploaded files and what is kept of them."""

    name = "vlechtwerk.documents"
