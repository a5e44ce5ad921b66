"""The second wall: row-level security in the database, made by migrations, on every table with parts of files.

It has one shape, the one that stays fast: the compartments that are open to whoever acts are looked up once for each
statement, and every row is compared with that list. Who acts, and on which day, stands in settings of the transaction
(`sharing.identity`); without them nothing is open. Rows are added where somebody may write, and never changed or removed.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from vlechtwerk.sharing.policy import POLICY, Verb

POSITION, DAY = "vlechtwerk.position", "vlechtwerk.day"
"""The settings of a transaction that tell who acts and on which day."""
FUNCTIONS = {Verb.READ: "readable_compartments", Verb.WRITE: "writable_compartments"}

# The settings are empty, not absent, in a session that had them once. The tables are named with their schema and
# pg_temp comes last, so that nobody can put a table of their own in the way of a function that runs as the owner.
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    WITH acting AS (
        SELECT nullif(current_setting('{position}', true), '')::uuid AS position_id,
               nullif(current_setting('{day}', true), '')::date AS day
    ), mine AS MATERIALIZED (
        SELECT i.id, i.file_id, i.capacity, p.organisation_id, a.day,
               CASE WHEN f.blocked_on <= a.day THEN 'blocked' ELSE 'open' END AS stage
        FROM acting a
        JOIN public.organisations_position p ON p.id = a.position_id
            AND p.from_on <= a.day AND (p.until_on IS NULL OR p.until_on > a.day)
        JOIN public.sharing_involvement i ON i.position_id = p.id
            AND i.from_on <= a.day AND (i.until_on IS NULL OR i.until_on > a.day)
        JOIN public.sharing_file f ON f.id = i.file_id
    )
    SELECT c.id
    FROM mine m
    JOIN public.sharing_policyrow r ON r.verb = '{verb}' AND r.capacity = m.capacity AND r.stage = m.stage
    JOIN public.sharing_compartment c ON c.file_id = m.file_id AND c.kind = r.compartment
    WHERE r.basis = 'involvement' OR (r.basis = 'organisation' AND c.organisation_id = m.organisation_id)
    UNION ALL
    SELECT c.id
    FROM mine m
    JOIN public.sharing_grant g ON g.involvement_id = m.id AND g.verbs @> ARRAY['{verb}'::varchar]
        AND g.from_on <= m.day AND (g.until_on IS NULL OR g.until_on > m.day)
    JOIN public.sharing_compartment c ON c.id = g.compartment_id AND c.file_id = m.file_id
    JOIN public.sharing_policyrow r ON r.verb = '{verb}' AND r.capacity = m.capacity AND r.stage = m.stage
        AND r.compartment = c.kind AND r.basis = 'grant'
$body$
"""
PROTECTION = (
    "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    (
        "CREATE POLICY {table}_read ON {table} FOR SELECT"
        " USING (compartment_id = ANY (ARRAY(SELECT readable_compartments())))"
    ),
    (
        "CREATE POLICY {table}_write ON {table} FOR INSERT"
        " WITH CHECK (compartment_id = ANY (ARRAY(SELECT writable_compartments())))"
    ),
)
KEEPING = (
    "ALTER TABLE sharing_policyrow ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE sharing_policyrow FORCE ROW LEVEL SECURITY",
    "CREATE POLICY sharing_policyrow_read ON sharing_policyrow FOR SELECT USING (true)",
    "CREATE POLICY sharing_policyrow_owner ON sharing_policyrow TO CURRENT_USER USING (true) WITH CHECK (true)",
)
REMOVAL = (
    "DROP POLICY {table}_write ON {table}",
    "DROP POLICY {table}_read ON {table}",
    "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
)


class _InDatabase(Operation):
    """Something that changes the database and not the models."""

    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are."""


class MakeFunctions(_InDatabase):
    """Make the functions that list the compartments open to whoever acts."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Make both functions."""
        for verb, name in FUNCTIONS.items():
            schema_editor.execute(FUNCTION.format(name=name, verb=verb, position=POSITION, day=DAY), params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Remove both functions."""
        for name in FUNCTIONS.values():
            schema_editor.execute(f"DROP FUNCTION {name}()", params=None)


class KeepPolicy(_InDatabase):
    """Let everybody read the table of who may do what, and only the owner of the tables, who runs migrations, change it."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Make the policies; the one who makes them is the owner."""
        for statement in KEEPING:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Nothing to take away: the table goes too."""


class LoadPolicy(_InDatabase):
    """Put the rows of `policy.csv` in the database. An edition of the table is named by its digest.

    A changed table needs a new migration with the new digest; an older one loads the present table, which is the same in
    the end.
    """

    def __init__(self, digest: str) -> None:
        """Keep the digest of the edition."""
        self.digest = digest

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Replace the rows."""
        schema_editor.execute("DELETE FROM sharing_policyrow")
        for row in POLICY:
            schema_editor.execute(
                "INSERT INTO sharing_policyrow (capacity, compartment, verb, stage, basis) VALUES (%s, %s, %s, %s, %s)",
                [str(one) for one in (row.capacity, row.compartment, row.verb, row.stage, row.basis)],
            )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Leave the rows: the table goes, or the migration before this one put them there too."""


class Protect(_InDatabase):
    """Put the table of a model behind the second wall."""

    def __init__(self, model: str) -> None:
        """Name the model."""
        self.model = model

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Make the policies and force them, so that they hold for the owner of the table too."""
        self._run(PROTECTION, app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Take the policies away."""
        self._run(REMOVAL, app_label, schema_editor, from_state)

    def _run(
        self, statements: tuple[str, ...], app_label: str, editor: BaseDatabaseSchemaEditor, state: ProjectState
    ) -> None:
        table = state.apps.get_model(app_label, self.model)._meta.db_table  # noqa: SLF001 - Django documents it as the description of a model
        for statement in statements:
            editor.execute(statement.format(table=table), params=None)
