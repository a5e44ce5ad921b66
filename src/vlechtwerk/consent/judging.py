"""How the second wall judges the item of a row without looking the item up: by what stands with the row itself.

Every row behind both walls carries `open_to`: the names of whom its item is open to without consent, copied by the database
when the row is added. An item never changes its author, its part or its audience, so the copy stays right. What does change
is looked up once for a statement, for all files of whoever acts: which items a consent opens today, and which are closed.
docs/decisions/0024 tells why, with what it costs.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

from vlechtwerk.consent.walls import JUDGING_MOMENTS, PART_IS_OPEN, meant
from vlechtwerk.sharing.guard import reshaping
from vlechtwerk.sharing.walls import InDatabase, Protect

EVERYBODY = "*"
"""The name under which whoever sees every item is meant. It stands with every row."""
WORDS = {
    # The part of whoever acts in each file, with the name under which it is meant there. Whoever handed over reads on what
    # was meant for the capacity of before; emergency access ends at a moment.
    "MINE": """
        SELECT a.position_id, a.day, m.file_id, CASE
            WHEN m.capacity IN (SEES_EVERY_ITEM) THEN EVERYBODY
            WHEN m.capacity = EARLIER
                THEN (SELECT old.capacity FROM public.sharing_involvement old WHERE old.id = m.follows_id)
            ELSE m.capacity END AS name
        FROM public.acting_identity() a
        JOIN public.sharing_involvement m ON m.position_id = a.position_id
            AND m.from_on <= a.day AND (m.until_on IS NULL OR m.until_on > a.day)
            AND (m.until_at IS NULL OR m.until_at > statement_timestamp())
    """,
    # Whoever acts is meant under one name in all files, as nearly everybody is.
    "SAME": "count(name) = count(*) AND min(name) = max(name)",
}
"""What more words in capitals stand for, besides those of `consent.walls`."""


def told(sql: str) -> str:
    """A statement with what its words in capitals stand for."""
    for word, meaning in WORDS.items():
        sql = sql.replace(word, meaning)
    return meant(sql.replace("EVERYBODY", f"'{EVERYBODY}'"))


FUNCTIONS = {
    # The own position, and the one name where there is no other: these hold in every file, whichever it is.
    "heard_everywhere": (
        "text[]",
        """RETURN (
            SELECT array_remove(ARRAY[min(position_id::text), CASE WHEN SAME THEN min(name) END], NULL) FROM (MINE) mine
        );""",
    ),
    # The names in each part, for who is meant under several; nothing for everybody else.
    "heard_in_parts": (
        "jsonb",
        """RETURN (
            WITH mine AS MATERIALIZED (MINE), heard AS (
                SELECT file_id, array_agg(name) AS names FROM mine
                WHERE name IS NOT NULL AND NOT (SELECT SAME FROM mine) GROUP BY file_id
            )
            SELECT jsonb_object_agg(c.id, h.names) FROM heard h JOIN public.sharing_compartment c ON c.file_id = h.file_id
        );""",
    ),
    "consented_items": (
        "SETOF uuid",
        """RETURN QUERY SELECT c.item_id FROM (MINE) mine
            JOIN public.consent_consent c ON c.of_file = mine.file_id AND c.state = 'given' AND c.until_on > mine.day
                AND mine.name = ANY (c.audience);""",
    ),
    # What was replaced by another wording is there for its author and for who sees every item only.
    "closed_items": (
        "SETOF uuid",
        """RETURN QUERY WITH mine AS MATERIALIZED (MINE)
            SELECT i.id FROM mine
            JOIN public.consent_item i ON i.file_id = mine.file_id AND i.closed_at IS NOT NULL
                AND i.author_id <> mine.position_id
            WHERE NOT EXISTS (SELECT FROM mine every WHERE every.file_id = mine.file_id AND every.name = EVERYBODY);""",
    ),
}
"""What is asked once for a statement: what it answers, and how. In PL/pgSQL, because that keeps its plans."""
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS {answer}
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    {body}
END
$body$
"""
COPYING = """
CREATE FUNCTION open_as_its_item() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    NEW.open_to := coalesce((
        SELECT i.audience::text[] || i.author_id::text || EVERYBODY::text
        FROM public.consent_item i WHERE i.id = NEW.item_id AND i.compartment_id = NEW.compartment_id
    ), '{}');
    RETURN NEW;
END
$body$
"""
OF_ITS_FILE = """
CREATE FUNCTION of_the_file_of_its_item() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    NEW.of_file := (SELECT i.file_id FROM public.consent_item i WHERE i.id = NEW.item_id);
    RETURN NEW;
END
$body$
"""
# The file of an item is that of its part: names are judged by the part and consents by the file. That is compared at the end
# of a transaction, as other references are, so that writing in a part that is hidden and in one that is not there fail alike.
ITEMS = (
    "ALTER TABLE sharing_compartment ADD CONSTRAINT part_in_its_file UNIQUE (id, file_id)",
    (
        "ALTER TABLE consent_item ADD CONSTRAINT item_in_the_file_of_its_part FOREIGN KEY (compartment_id, file_id)"
        " REFERENCES sharing_compartment (id, file_id) DEFERRABLE INITIALLY DEFERRED"
    ),
    "CREATE INDEX item_closed ON consent_item (file_id) INCLUDE (id, author_id) WHERE closed_at IS NOT NULL",
    "ALTER TABLE consent_consent ADD COLUMN of_file uuid",
    "UPDATE consent_consent c SET of_file = i.file_id FROM consent_item i WHERE i.id = c.item_id",
    "SET CONSTRAINTS ALL IMMEDIATE",
    "ALTER TABLE consent_consent ALTER COLUMN of_file SET NOT NULL",
    (
        "CREATE INDEX consent_given ON consent_consent (of_file) INCLUDE (item_id, until_on, audience)"
        " WHERE state = 'given'"
    ),
    OF_ITS_FILE,
    (
        "CREATE TRIGGER of_the_file_of_its_item BEFORE INSERT OR UPDATE ON consent_consent"
        " FOR EACH ROW EXECUTE FUNCTION of_the_file_of_its_item()"
    ),
    told(COPYING),
    *(FUNCTION.format(name=name, answer=answer, body=told(body)) for name, (answer, body) in FUNCTIONS.items()),
)
NO_ITEMS = (
    *(f"DROP FUNCTION {name}()" for name in FUNCTIONS),
    "DROP FUNCTION open_as_its_item()",
    "DROP TRIGGER of_the_file_of_its_item ON consent_consent",
    "DROP FUNCTION of_the_file_of_its_item()",
    "DROP INDEX consent_given",
    "ALTER TABLE consent_consent DROP COLUMN of_file",
    "DROP INDEX item_closed",
    "ALTER TABLE consent_item DROP CONSTRAINT item_in_the_file_of_its_part",
    "ALTER TABLE sharing_compartment DROP CONSTRAINT part_in_its_file",
)
ROW_IS_OPEN = f"""{PART_IS_OPEN} AND (
    open_to && (SELECT heard_everywhere())
    OR item_id IN (SELECT consented_items())
    OR ((SELECT heard_in_parts()) -> compartment_id::text) ?| open_to
) AND item_id NOT IN (SELECT closed_items())"""
# The rows that are there get the names too; nobody else sees the table meanwhile.
NAMING = (
    "ALTER TABLE {table} ADD COLUMN open_to text[] NOT NULL DEFAULT '{{}}'",
    "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE {table} DISABLE TRIGGER USER",
    (
        "CREATE TRIGGER open_as_its_item BEFORE INSERT OR UPDATE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION open_as_its_item()"
    ),
    "UPDATE {table} SET open_to = '{{}}'",
    "SET CONSTRAINTS ALL IMMEDIATE",
    "ALTER TABLE {table} ENABLE TRIGGER USER",
    "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    "DROP POLICY {table}_read ON {table}",
    f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({meant(ROW_IS_OPEN)})",
)
NOT_NAMING = (
    *JUDGING_MOMENTS,
    "DROP TRIGGER open_as_its_item ON {table}",
    "ALTER TABLE {table} DROP COLUMN open_to",
)


class NameFilesOfConsents(InDatabase):
    """Let the database itself note of which file each consent is, and make what `JudgeByRow` asks once for a statement."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Make the column, the triggers and the functions."""
        for statement in ITEMS:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Remove them."""
        for statement in NO_ITEMS:
            schema_editor.execute(statement, params=None)


class JudgeByRow(Protect):
    """Let the rows of a table that is judged by `JudgeMoments` carry whom they are open to, and judge them by that.

    The column belongs to the database: the program does not know it, and what it would write there is overwritten.
    """

    making = NAMING
    removing = NOT_NAMING

    def _run(
        self, statements: tuple[str, ...], app_label: str, editor: BaseDatabaseSchemaEditor, state: ProjectState
    ) -> None:
        with reshaping(editor.connection):
            super()._run(statements, app_label, editor, state)
