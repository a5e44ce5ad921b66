"""The databases of the benchmark: one for each size, on one embedded server, kept between runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from bench.machine import CannotMeasure
from vlechtwerk.config import cluster, database, environment, migrations, postmaster

PREFIX = "bench"
"""With what the name of every database of the benchmark begins."""
TABLES = "tables"
"""The database with all tables and no rows, from which the others are copied."""

Connection = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def server() -> Iterator[None]:
    """Run the server of the benchmark, with the settings of every embedded server, for as long as the block runs."""
    with database.attached() as running:
        if running is None:
            raise CannotMeasure("the benchmark works on an embedded server only")
        running.wait()
        yield


def server_pid() -> int:
    """The process of the server. Raises CannotMeasure when it does not run."""
    pid = postmaster.pid(environment.data_folder() / "postgres")
    if pid is None:
        raise CannotMeasure("the database server does not run")
    return pid


@contextmanager
def using(name: str) -> Iterator[None]:
    """Let the program itself, inside this process, work on a database."""
    present = connection.settings_dict
    kept = present["NAME"]
    connection.close()
    present["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        present["NAME"] = kept


def address(name: str, role: str = cluster.APP_ROLE) -> str:
    """The address of a database for a role, fit for DATABASE_URL."""
    access = database.app_access()
    return make_conninfo(host=access.host, port=access.port, user=role, dbname=name)


def connect(name: str, role: str = cluster.APP_ROLE) -> Connection:
    """A connection to a database, in which every statement is its own transaction unless a block says otherwise."""
    return psycopg.connect(address(name, role), autocommit=True)


def stamp_of(name: str) -> str | None:
    """What a database was marked with when it was complete; None when there is no such complete database."""
    asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with connect("postgres", cluster.SUPERUSER) as admin:
        row = admin.execute(asked, [name]).fetchone()
    return row[0] if row else None


def mark(name: str, stamp: str) -> None:
    """Mark a database as complete."""
    _admin("COMMENT ON DATABASE {} IS {}", sql.Identifier(name), sql.Literal(stamp))


def named(name: object) -> str:
    """The whole name of a database of the benchmark."""
    return f"{PREFIX}_{name}"


def drop(name: str) -> None:
    """Drop a database, if it is there."""
    _admin("DROP DATABASE IF EXISTS {} WITH (FORCE)", sql.Identifier(name))


def copy(source: str, target: str) -> None:
    """Make a database as a copy of another one; an earlier one of that name is dropped."""
    drop(target)
    # A database that is copied has no visitors; our own connection comes back by itself.
    connection.close()
    owner = sql.Identifier(cluster.OWNER_ROLE)
    names = sql.Identifier(target), sql.Identifier(source)
    _admin("CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY file_copy", *names, owner)


@contextmanager
def passing_copy(source: str, target: str) -> Iterator[str]:
    """A copy of a database that is dropped after the block."""
    copy(source, target)
    try:
        yield target
    finally:
        drop(target)


def make_tables(stamp: str) -> None:
    """Make the database with all tables, unless there is one with this stamp."""
    tables = named(TABLES)
    if stamp_of(tables) == stamp:
        return
    copy("template1", tables)
    with using(tables):
        migrations.migrate(verbosity=0)
    mark(tables, stamp)


def _admin(statement: str, *parts: sql.Composable) -> None:
    with connect("postgres", cluster.SUPERUSER) as admin:
        admin.execute(sql.SQL(statement).format(*parts))
