"""Tables of which rows are added and never changed or removed, whoever asks."""

from typing import Any

import pgtrigger

FUNCTION = "refuse_change"
"""The database function that refuses; made by the first migration of this app."""

CREATE = f"""
CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$
"""
DROP = f"DROP FUNCTION {FUNCTION}()"


class AppendOnly(pgtrigger.Trigger):
    """Refuses UPDATE, DELETE and TRUNCATE for every role, the owner of the table included.

    The triggers of pgtrigger can be switched off for a session with a setting that anybody may change, so this one runs
    a function of our own. It works per statement: also one that would touch no row is refused.
    """

    name = "append_only"
    level = pgtrigger.Statement
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate
    func = "RETURN NULL;"

    def render_execute(self, model: Any) -> str:
        """Give the function that the trigger runs."""
        return f"{FUNCTION}()"


class NeverRemoved(AppendOnly):
    """Refuses DELETE and TRUNCATE for every role; rows may change."""

    name = "never_removed"
    operation = pgtrigger.Delete | pgtrigger.Truncate


class OnlyEnds(AppendOnly):
    """Refuses every change of a row for every role, but for the columns that tell that it ended."""

    name = "only_ends"
    level = pgtrigger.Row
    operation = pgtrigger.Update

    def __init__(self, *columns: str) -> None:
        """Name the columns that may change."""
        super().__init__(condition=pgtrigger.AnyChange(exclude=list(columns)))
