#!/usr/bin/env python3
"""Django's own commands, for those who work on the program: ``python manage.py makemigrations``, ``shell`` and so on."""

import sys
from contextlib import nullcontext

from django.core.management import execute_from_command_line

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database

# What changes tables runs as their owner; everything else runs with the rights of the program.
COMMANDS_OF_THE_OWNER = {"migrate", "flush"}


def main() -> None:
    """Run a command of Django with the database of this machine started."""
    with database.attached() as server:
        if server is not None:
            server.wait()
        migrations = django_module("vlechtwerk.config.migrations")
        owner = COMMANDS_OF_THE_OWNER.intersection(sys.argv[1:2])
        with migrations.as_owner() if owner else nullcontext():
            execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
