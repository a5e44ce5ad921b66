"""The application that keeps the provider network."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """Names the application."""

    name = "vlechtwerk.network"
