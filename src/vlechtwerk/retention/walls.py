"""The second wall around what is asked about own data and what is answered: for the client, the officers, the author."""

from vlechtwerk.consent.walls import meant
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.walls import Protect

TAKES_PART = """EXISTS (
    SELECT 1 FROM sharing_involvement m JOIN organisations_position p ON p.id = m.position_id
    WHERE m.file_id = r.file_id AND m.position_id = ACTING AND m.capacity IN (WHO)
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
        AND p.from_on <= TODAY AND (p.until_on IS NULL OR p.until_on > TODAY)
)"""
IS_OFFICER = """EXISTS (
    SELECT 1 FROM organisations_position o
    WHERE o.id = ACTING AND o.region_id = r.region_id AND o.role = 'data_protection_officer'
        AND o.from_on <= TODAY AND (o.until_on IS NULL OR o.until_on > TODAY)
)"""
WRITERS = ", ".join(f"'{one}'" for one in sorted({Role.CLIENT, *CASE_MANAGERS}))


ABOUT = (
    "EXISTS (SELECT 1 FROM retention_request r WHERE r.id = {table}.request_id AND (TAKES_PART OR OFFICER))".replace(
        "OFFICER", IS_OFFICER
    )
)
READS = "{table}.author_id = ACTING OR " + ABOUT.replace("TAKES_PART", TAKES_PART.replace("WHO", "CLIENT"))
WRITES = "{table}.author_id = ACTING AND " + ABOUT.replace("TAKES_PART", TAKES_PART.replace("WHO", WRITERS))


class ProtectSayings(Protect):
    """Put the table with sayings behind the second wall."""

    making = (
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({meant(READS)})",
        f"CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({meant(WRITES)})",
    )
