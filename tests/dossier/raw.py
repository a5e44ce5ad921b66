"""The database as somebody with all rights on the server sees and changes it, past every wall."""

from collections.abc import Iterable
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

from vlechtwerk.config import database

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


def connected() -> psycopg.Connection[Any]:
    """A connection with all rights; what is done with it holds when its block ends."""
    access = database.superuser_access()
    name = connection.settings_dict["NAME"]
    return psycopg.connect(host=access.host, port=access.port, user=access.user, dbname=name)


def dump() -> bytes:
    """Every row of every table as a backup holds it; bytes stand in it in hexadecimal digits."""
    with connected() as server:
        names = [sql.Identifier(name) for (name,) in server.execute(TABLES).fetchall()]
        found = bytearray()
        for name in names:
            with server.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(name)) as rows:
                found += b"".join(bytes(row) for row in rows)
    return bytes(found)


def holds(copy: bytes, word: str) -> bool:
    """Whether a dump holds a word, as text or as bytes."""
    return word.encode() in copy or word.encode().hex().encode() in copy


def tampered(statements: Iterable[str], *values: Any) -> None:
    """Change rows without any trigger or reference that is looked at."""
    with connected() as server:
        server.execute("SET session_replication_role = replica")
        for statement in statements:
            server.execute(statement, values)
