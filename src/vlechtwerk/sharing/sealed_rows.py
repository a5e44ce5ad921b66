"""The database itself refuses a row that should be sealed and is not: a second pair of eyes on every writer."""

from typing import Any

import pgtrigger

from vlechtwerk.sharing.policy import Kind

FUNCTION = "own_rows_are_sealed"
"""The database function that refuses; made by a migration of this app."""

CREATE = f"""
CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.sealed IS NULL) = EXISTS (
        SELECT FROM public.sharing_compartment WHERE id = NEW.compartment_id AND kind = '{Kind.CARE_OWN}'
    ) THEN
        RAISE EXCEPTION 'what a care organisation writes for itself is sealed, and nothing else is'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$
"""
DROP = f"DROP FUNCTION {FUNCTION}()"


class OwnRowsAreSealed(pgtrigger.Trigger):
    """Refuses a new row of a table with parts of files that has nothing in `sealed` and belongs to the own notes of care.

    In the other parts it refuses a sealed one, which nobody could search. It comes after the wall, so that it tells nothing
    about parts that are not open to the writer.
    """

    name = "own_rows_are_sealed"
    level = pgtrigger.Row
    when = pgtrigger.After
    operation = pgtrigger.Insert
    func = "RETURN NULL;"

    def render_execute(self, model: Any) -> str:
        """Give the function that the trigger runs."""
        return f"{FUNCTION}()"
