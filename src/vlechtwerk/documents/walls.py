"""The second wall around what the client brings: she adds documents in the shared part of her own file, for nobody else."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.consent.walls import meant
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.walls import FUNCTIONS, PROTECTION, Protect

WRITABLE = f"compartment_id = ANY (ARRAY(SELECT {FUNCTIONS[Verb.WRITE]}()))"
# The item is hers, stands in the shared part of a file that is not shut, and is for nobody else: to share is a step apart.
BROUGHT = """EXISTS (
    SELECT 1 FROM consent_item i
    JOIN sharing_involvement m ON m.file_id = i.file_id AND m.position_id = ACTING AND m.capacity = CLIENT
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
    JOIN sharing_compartment part ON part.id = i.compartment_id AND part.kind = SHARED
    JOIN sharing_file f ON f.id = i.file_id AND (f.blocked_on IS NULL OR f.blocked_on > TODAY)
    WHERE i.id = {table}.item_id AND i.compartment_id = {table}.compartment_id
        AND i.author_id = m.position_id AND cardinality(i.audience) = 0
)""".replace("SHARED", f"'{Kind.SHARED}'")
OF_THE_AUTHOR = f"{{table}}.author_id = {meant('ACTING')} AND "
ADDING = "CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({writable} OR ({whose}{brought}))"
NO_POLICY = "DROP POLICY {table}_write ON {table}"


class ClientBrings(Protect):
    """Let the client add rows of a protected table for what she brings herself, besides whoever may write in the part.

    `has_author` tells whether the table names an author, who then is the client too.
    """

    def __init__(self, model: str, *, has_author: bool = False) -> None:
        """Name the model."""
        super().__init__(model)
        self.has_author = has_author

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Put the wider condition in the place of that of the part alone."""
        whose = OF_THE_AUTHOR if self.has_author else ""
        adding = ADDING.format(writable=WRITABLE, whose=whose, brought=meant(BROUGHT))
        self._run((NO_POLICY, adding), app_label, schema_editor, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Judge the part alone again."""
        self._run((NO_POLICY, PROTECTION[-1]), app_label, schema_editor, from_state)
