"""Changing the tables: which migrations wait, and running them as the owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.signatures import is_believed, store_keys

_SOMEBODY = Identity(UUID(int=0), date.min)
_ACCESS = ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")


@contextmanager
def acting_as(access: dict[str, Any]) -> Iterator[None]:
    """Use the database with another access while the block runs; the name of the database stays the same."""
    present = connection.settings_dict
    kept = {key: present[key] for key in _ACCESS}
    connection.close()
    present.update({key: access[key] for key in _ACCESS})
    try:
        yield
    finally:
        connection.close()
        present.update(kept)


def as_owner() -> Any:
    """Use the database as the owner of the tables while the block runs."""
    return acting_as(settings.OWNER_DATABASE)


def waiting() -> bool:
    """Whether there are migrations that this database has not had, or a key of the program that it does not know."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes())) or not is_believed(_SOMEBODY)


def migrate(*, verbosity: int = 1) -> None:
    """Bring the tables up to date, and the keys with which the program proves who acts."""
    with as_owner():
        call_command("migrate", interactive=False, verbosity=verbosity)
        with transaction.atomic(), connection.cursor() as cursor:
            store_keys(cursor)
