"""``vlechtwerk migrate``: bring the tables of the database up to date, as their owner."""

import argparse
import logging

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database

LOG = logging.getLogger(__name__)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    commands.add_parser("migrate", help="bring the tables of the database up to date")


def run(args: argparse.Namespace) -> int:
    """Run the migrations that wait; exit status 0."""
    with database.attached() as server:
        migrations = django_module("vlechtwerk.config.migrations")
        if server is not None:
            server.wait()
        for warning in django_module("vlechtwerk.config.preflight").check_way_of_owner():
            LOG.warning(warning)
        migrations.migrate()
    return 0
