"""The app of the accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People who sign in."""

    name = "vlechtwerk.accounts"
