"""Filling a database with any number of trajectories: 480 of them through the program, the others as copies made in SQL.

Copies get identifiers that follow from the original, other case managers for every 240 cases, and an order on disk that
has nothing to do with who works on them, as in a database that grew over the years.
"""

import hashlib
from datetime import date
from importlib.resources import files
from pathlib import Path

from django.utils import timezone
from psycopg import sql

from bench import databases, full, templates
from bench.databases import TABLES, Connection
from bench.report import progress
from vlechtwerk.config import cluster
from vlechtwerk.demo.cast import make_cast
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.rules.roles import Role

TEMPLATES = 480
MEASURED = full.MEASURED
TEAM = 240
"""Cases of a team; it has two work case managers, so that each of them sees about 120."""
WIDE = 20
"""Teams that share the people who are not case managers or providers: they see about 5,000 cases."""
NARROW = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CARE_PROVIDER)
ROUND = 96_000
"""Cases that are copied by one statement."""

COPIED = {
    "people_person": ("id", "account_id"),
    "sharing_file": ("id", "person_id"),
    "sharing_compartment": ("id", "file_id"),
    "history_case": ("id", "file_id"),
    "sharing_involvement": ("id", "file_id"),
    "history_event": ("id", "case_id", "corrects_id", "idempotency_key"),
    "history_obligation": ("id", "case_id"),
}
"""The tables of a case in the order of their references, each with the columns that a copy has of its own."""
WORKER = {"sharing_involvement": "position_id", "history_event": "recorded_by_id"}
"""The columns that name somebody who works on the case."""
COUNTED = {"history_case": {"number": "nextval('history_case_number')"}}
"""The columns of a copy that count on."""
NUMBERED_BY = {
    "people_person": ("person_id", "id"),
    "sharing_file": ("file_id", "id"),
    "sharing_compartment": ("file_id", "file_id"),
    "history_case": ("case_id", "id"),
    "sharing_involvement": ("file_id", "file_id"),
    "history_event": ("case_id", "case_id"),
    "history_obligation": ("case_id", "case_id"),
}
"""How a row is joined to the number of its case: the column of the numbers, and that of the row."""


def make_tables() -> None:
    """Make the database with all tables and no rows, unless it is there."""
    databases.make_tables(_stamp(timezone.localdate()))


def prepare(size: int) -> str:
    """Make the database with so many cases, unless it is there; return its name."""
    name, today = databases.named(size), timezone.localdate()
    stamp = _stamp(today)
    make_tables()
    if databases.stamp_of(name) != stamp:
        progress(f"{size:,} cases are being made, once for all runs")
        databases.copy(databases.named(TABLES), name)
        with databases.using(name):
            cast = make_cast()
            bulk_open(cases=templates.trajectories(cast, TEMPLATES, today), by=cast.of(Role.VDAB_MEDIATOR))
        with databases.connect(name, cluster.SUPERUSER) as connection:
            _multiply(connection, size)
        with databases.using(name):
            full.add_full_case(today)
        databases.mark(name, stamp)
    return name


def _stamp(today: date) -> str:
    """What the data depend on: the tables, the courses and how they are copied; and the month, because statuses grow old."""
    program = Path(str(files("vlechtwerk")))
    made_by = [
        Path(__file__),
        Path(templates.__file__),
        Path(full.__file__),
        *program.glob("*/migrations/0*.py"),
        *program.glob("*/walls.py"),
        *program.glob("consent/judging.py"),
        *program.glob("demo/*.py"),
    ]
    told = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(made_by)))
    return f"{today:%Y-%m} {told.hexdigest()[:16]}"


def _multiply(connection: Connection, size: int) -> None:
    """Put copies in the place of the templates. As superuser, because tables that only grow are emptied of the templates."""
    connection.execute("SET session_replication_role = replica")
    connection.execute("SET synchronous_commit = off")
    connection.execute("SET work_mem = '256MB'")
    _set_aside(connection)
    _people_at_work(connection, 1 + size // TEAM)
    for first in range(0, size, ROUND):
        for table in COPIED:
            connection.execute(_copying(connection, table), {"first": first, "end": min(first + ROUND, size)})
    connection.execute("VACUUM (ANALYZE)")
    connection.execute("CHECKPOINT")


def _set_aside(connection: Connection) -> None:
    """Take the templates out of the tables, number their cases, and note who is shared by how many teams."""
    for table in COPIED:
        name = sql.Identifier(table)
        connection.execute(sql.SQL("CREATE TEMP TABLE {} AS TABLE {}").format(sql.Identifier(f"t_{table}"), name))
    tables = sql.SQL(", ").join(map(sql.Identifier, COPIED))
    # The tables that refer to them hold nothing here; PostgreSQL empties tables only together with those.
    connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(tables))
    connection.execute(
        "CREATE TEMP TABLE numbered AS SELECT c.id AS case_id, c.file_id, f.person_id, "
        "row_number() OVER (ORDER BY c.id) - 1 AS number FROM t_history_case c JOIN t_sharing_file f ON f.id = c.file_id"
    )
    connection.execute(
        "CREATE TEMP TABLE worker AS SELECT id, CASE WHEN role = ANY(%s) THEN 1 ELSE %s END AS teams "
        "FROM organisations_position",
        [list(map(str, NARROW)), WIDE],
    )
    connection.execute("ANALYZE numbered, worker")


def _people_at_work(connection: Connection, teams: int) -> None:
    """Copy the positions with their accounts for every team; only those of the first team can be signed in as."""
    copied = "md5({}::text || g)::uuid"
    account = {"id": copied.format("r.id"), "username": "r.username || '-' || g", "is_demo": "g = 0"}
    position = {"id": copied.format("r.id"), "account_id": copied.format("r.account_id")}
    for table, own, joined in (
        (
            "accounts_account",
            account,
            "JOIN organisations_position p ON p.account_id = r.id JOIN worker w ON w.id = p.id",
        ),
        ("organisations_position", position, "JOIN worker w ON w.id = r.id"),
    ):
        names, values = _columns(connection, table, own)
        groups = f"generate_series(0, {teams} / w.teams) g"
        connection.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} r {joined}, {groups}")


def _copying(connection: Connection, table: str) -> str:
    """The statement that copies the rows of one table for the cases from `first` to `end`."""
    number = f"(n * {TEMPLATES} + t.number)"
    exprs = {column: f"md5(r.{column}::text || n)::uuid" for column in COPIED[table]} | COUNTED.get(table, {})
    of_number, of_row = NUMBERED_BY[table]
    joined = f"t_{table} r JOIN numbered t ON t.{of_number} = r.{of_row}"
    if worker := WORKER.get(table):
        exprs[worker] = f"md5(r.{worker}::text || {number} / {TEAM} / w.teams)::uuid"
        joined += f" JOIN worker w ON w.id = r.{worker}"
    names, values = _columns(connection, table, exprs)
    return (
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {joined}, "
        f"generate_series(%(first)s / {TEMPLATES}, (%(end)s - 1) / {TEMPLATES}) n "
        f"WHERE {number} < %(end)s ORDER BY md5(t.case_id::text || n)"
    )


def _columns(connection: Connection, table: str, exprs: dict[str, str]) -> tuple[str, str]:
    """The columns of a table, and the values that a copy of the row r has in them: its own, else those of the original."""
    asked = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND table_schema = 'public'"
    names = [name for (name,) in connection.execute(asked, [table])]
    return ", ".join(f'"{name}"' for name in names), ", ".join(exprs.get(name, f'r."{name}"') for name in names)
