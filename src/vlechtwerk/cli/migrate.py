"""``vlechtwerk migrate``: bring the tables of the database up to date, as their owner."""

import argparse

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    commands.add_parser("migrate", help="bring the tables of the database up to date")


def run(args: argparse.Namespace) -> int:
    """Run the migrations that wait; exit status 0."""
    with database.attached() as server:
        migrations = django_module("vlechtwerk.config.migrations")
        if server is not None:
            server.wait()
        migrations.migrate()
    return 0
