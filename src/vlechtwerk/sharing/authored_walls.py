"""The second wall around what somebody keeps for herself: its author alone, where the part is open to her, until it is over.

It keeps the one shape of the other tables and judges the author besides. The author removes a row herself; what is over can be
removed while nobody acts, and read by nobody.
"""

from typing import ClassVar

from vlechtwerk.sharing.policy import Verb
from vlechtwerk.sharing.walls import FUNCTIONS, Protect

ACTING, TODAY = "(SELECT position_id FROM acting_identity())", "(SELECT day FROM acting_identity())"
MINE = f"author_id = {ACTING}"
OPEN = f"compartment_id = ANY (ARRAY(SELECT {{opened}}())) AND {MINE}"
READS = f"{OPEN.format(opened=FUNCTIONS[Verb.READ])} AND until_on > {TODAY}"
WRITES = f"{OPEN.format(opened=FUNCTIONS[Verb.WRITE])} AND until_on > {TODAY}"
BEGIN = (
    "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({READS})",
    f"CREATE POLICY {{table}}_remove ON {{table}} FOR DELETE USING ({MINE} OR until_on <= {TODAY})",
)
END = (
    "DROP POLICY {table}_write ON {table}",
    "DROP POLICY {table}_remove ON {table}",
    "DROP POLICY {table}_read ON {table}",
    "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
)
KEYS_OF_READERS = (
    "DROP POLICY sharing_compartmentkey_write ON sharing_compartmentkey",
    (
        "CREATE POLICY sharing_compartmentkey_write ON sharing_compartmentkey FOR INSERT"
        f" WITH CHECK (compartment_id = ANY (ARRAY(SELECT {FUNCTIONS[Verb.READ]}())))"
    ),
)
KEYS_OF_WRITERS = tuple(one.replace(FUNCTIONS[Verb.READ], FUNCTIONS[Verb.WRITE]) for one in KEYS_OF_READERS)


class ProtectAuthored(Protect):
    """Put a table with what people keep for themselves where they may write behind the second wall. Nothing is changed in it."""

    making: ClassVar = (*BEGIN, f"CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({WRITES})")
    removing: ClassVar = END


class ProtectUnfinished(Protect):
    """The same for what people keep where they read, such as a form that is not finished: it is changed while they type."""

    making: ClassVar = (
        *BEGIN,
        f"CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({READS})",
        f"CREATE POLICY {{table}}_change ON {{table}} FOR UPDATE USING ({READS}) WITH CHECK ({READS})",
    )
    removing: ClassVar = ("DROP POLICY {table}_change ON {table}", *END)
