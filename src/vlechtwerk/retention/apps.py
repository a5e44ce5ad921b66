"""The app of retention and erasure."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """Terms, proposals, holds, erasures, and what clients ask about their data."""

    name = "vlechtwerk.retention"
